import type { Principal } from "#domain/access/principal.ts";
import { SESSION_LIMITS } from "#domain/access/session.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import type { Value } from "#ports/database.ts";

/**
 * What opens a basket: the session of the person whose it is, wherever they sit, or a guest's
 * token. A basket that has become a person's has a token that nobody knows.
 */
export interface BasketHand {
  readonly basket: Digest | null;
  readonly session: Digest | null;
}

const { member, officer } = SESSION_LIMITS;
const within = (name: "idleMs" | "wholeMs") =>
  `CASE s.kind WHEN 'officer' THEN ${officer[name]} ELSE ${member[name]} END`;

/**
 * Which basket `b` is meant, as a condition whose placeholders begin at `first`; ?1 is now. Who
 * is signed in has their own basket or an empty one, and never the one that lies in the browser.
 * It travels in the page's own batch, before anybody has looked whether the session is alive.
 */
export function basketMeant({ basket, session }: BasketHand, first: number) {
  const [token, digest] = [`?${first}`, `?${first + 1}`];
  if (session === null) return { sql: `b.token_digest = ${token}`, args: [basket] };
  const own = `SELECT coalesce(own.id, '') FROM session s
      JOIN person p ON p.id = s.person_id AND p.suspended_at IS NULL
      LEFT JOIN basket own ON own.person_id = s.person_id
    WHERE s.digest = ${digest} AND s.ended_at IS NULL
      AND ?1 < s.seen_at + ${within("idleMs")} AND ?1 < s.started_at + ${within("wholeMs")}`;
  const guests = `SELECT id FROM basket WHERE token_digest = ${token}`;
  return { sql: `b.id = coalesce((${own}), (${guests}))`, args: [basket, session] };
}

/** Whose a basket is that is written to, once it is known who speaks. */
export interface BasketOwner {
  readonly column: "person_id" | "token_digest";
  readonly value: Value;
  readonly personId: PersonId | null;
}

export function basketOwner({ who, basket }: Principal): BasketOwner {
  if (who.kind !== "person") return { column: "token_digest", value: basket, personId: null };
  return { column: "person_id", value: who.id, personId: who.id };
}
