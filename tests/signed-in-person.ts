import type { Role } from "#domain/access/principal.ts";
import { isOffice } from "#domain/access/session.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { makeIds, secretDigest } from "#ports/ids.ts";
import type { Market, Sent } from "./market.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** Somebody with a confirmed address, signed in by a code in a browser of theirs, just now. */
export interface SignedInPerson {
  readonly id: PersonId;
  readonly sent: Sent;
}

export function addPerson(
  market: Pick<Market, "database" | "time">,
  person: {
    readonly name: string;
    readonly address: string;
    readonly language?: "it" | "en";
  },
): SignedInPerson {
  const [id, secret] = [ids.next<PersonId>(), ids.secret()];
  const { now } = market.time;
  const run = (sql: string, ...values: (string | number)[]) =>
    market.database.prepare(sql).run(values);
  run("INSERT INTO person (id, created_at) VALUES (?, ?)", id, now);
  run("INSERT INTO person_profile VALUES (?, ?, ?)", id, person.name, person.language ?? "it");
  run(
    `INSERT INTO person_email VALUES (?, ?, ?, lower(?3), ?4, ?4, NULL)`,
    ids.next(),
    id,
    person.address,
    now,
  );
  run(
    `INSERT INTO session (id, digest, person_id, kind, begun_by, device, started_at, seen_at)
      VALUES (?, ?, ?, 'member', 'code', 'Firefox', ?4, ?4)`,
    ids.next(),
    secretDigest(secret),
    id,
    now,
  );
  return { id, sent: { headers: { Cookie: `${SESSION_COOKIE}=${secret}` } } };
}

/** Gives a person a role, as an officer did. */
export function giveRole(
  market: Pick<Market, "database">,
  person: PersonId,
  role: string,
  subject = "",
): void {
  market.database
    .prepare("INSERT INTO role_grant VALUES (?, ?, ?, ?, 0, 'test', NULL, NULL)")
    .run([ids.next(), person, role, subject]);
  if (!isOffice(role as Role)) return;
  // An office counts for who came in by a passkey.
  market.database
    .prepare("UPDATE session SET begun_by = 'passkey' WHERE person_id = ?")
    .run([person]);
}
