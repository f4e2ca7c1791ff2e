import type { Digest } from "#domain/kernel/digest.ts";
import type { AccessTokenId, OrderId, PasskeyId, PersonId, SessionId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { isAlive, isOffice, sessionKindOf, type SessionTimes } from "./session.ts";

/** What somebody may be for the network, or for one enterprise, group or household in it. */
export const ROLES = [
  "officer",
  "treasurer",
  "supervisor",
  "auditor",
  "member",
  "hub",
  "producer",
  "courier",
  "coordinator",
  "household",
] as const;
export type Role = (typeof ROLES)[number];

/** A role over a subject: an enterprise, a group, a household; "" is the whole network. */
export interface Grant {
  readonly role: Role;
  readonly subject: string;
}

/** Who is speaking. Everyone may also carry a basket. */
export interface Principal {
  readonly who: Who;
  /** The digest of the basket token that came with the request, if one did. */
  readonly basket: Digest | null;
  /** The order whose link came along, also with somebody who is signed in. */
  readonly orderLink: OrderId | null;
  /** A passkey's answer that was checked for exactly this request. */
  readonly proof: Proof | null;
}

/** Somebody signed this very request with a passkey, just now. */
export interface Proof {
  readonly personId: PersonId;
  readonly passkeyId: PasskeyId;
  /** Another officer signed it too, or there is no other. */
  readonly isSeconded: boolean;
  /** That other officer; null where nobody signed. */
  readonly secondedBy: PersonId | null;
}

export type Who =
  | { readonly kind: "anonymous" }
  | { readonly kind: "setup" }
  | TokenHolder
  | SignedIn
  | { readonly kind: "order-link"; readonly orderId: OrderId }
  | { readonly kind: "system"; readonly name: string };

/** A program with a token; the acts that need a passkey are signed by the token's person. */
export interface TokenHolder {
  readonly kind: "token";
  readonly id: AccessTokenId;
  readonly personId: PersonId | null;
  readonly grants: readonly Grant[];
}

/** A person in a browser. */
export interface SignedIn extends SessionRecord {
  readonly kind: "person";
}

export const ANYONE: Principal = {
  who: { kind: "anonymous" },
  basket: null,
  orderLink: null,
  proof: null,
};

/** A session that was not ended, of a person who is not suspended, as it is kept. */
export interface SessionRecord {
  readonly id: PersonId;
  readonly sessionId: SessionId;
  readonly session: SessionTimes;
  readonly begunBy: "passkey" | "code";
  readonly hasPasskey: boolean;
  readonly grants: readonly Grant[];
}

/** A token as it is kept: its digest finds it, its grants say what it may do. */
export interface TokenRecord {
  readonly id: AccessTokenId;
  readonly personId: PersonId | null;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly grants: readonly Grant[];
}

/** A token speaks for its grants until it expires or is revoked; then it is nobody. */
export function whoHoldsToken(record: TokenRecord | null, now: Instant): Who {
  if (record === null || record.revokedAt !== null) return { kind: "anonymous" };
  if (record.expiresAt !== null && now >= record.expiresAt) return { kind: "anonymous" };
  return { kind: "token", id: record.id, personId: record.personId, grants: record.grants };
}

/**
 * A session speaks for its person while it lives; then it is nobody. Who was given an office
 * meanwhile is signed out as soon as others who hold one. An office opens nothing to who came in
 * by a code: a mailbox is one factor, and what offices see is other people's (ASVS 6.3.3).
 */
export function whoIsSignedIn(record: SessionRecord | null, now: Instant): Who {
  if (record === null) return { kind: "anonymous" };
  const isOfficer = sessionKindOf(record.grants) === "officer";
  const session = isOfficer ? ({ ...record.session, kind: "officer" } as const) : record.session;
  if (!isAlive(session, now)) return { kind: "anonymous" };
  const grants =
    record.begunBy === "passkey"
      ? record.grants
      : record.grants.filter(({ role }) => !isOffice(role));
  return { kind: "person", ...record, grants, session };
}

/** Whose passkey may sign what this principal does; null where there is nobody. */
export function signerOf({ who }: Principal): PersonId | null {
  if (who.kind === "person") return who.id;
  return who.kind === "token" ? who.personId : null;
}

/**
 * A token that acts by its person's passkey does no more than that person may do: of its grants
 * those count which the person holds too. Officers may do whatever they can give.
 */
export function withinSigner(grants: readonly Grant[], own: readonly Grant[]): readonly Grant[] {
  if (own.some(({ role }) => role === "officer")) return grants;
  const holds = ({ role, subject }: Grant) =>
    own.some((one) => one.role === role && one.subject === subject);
  return grants.filter(holds);
}

/** How the journal, op_log and history name who acted. Never a name of a person. */
export function actorName(principal: Principal): string {
  const { who } = principal;
  if (who.kind === "token") return `token:${who.id}`;
  if (who.kind === "person") return `person:${who.id}`;
  if (who.kind === "order-link") return `order:${who.orderId}`;
  if (who.kind === "system") return `system:${who.name}`;
  if (who.kind === "setup") return "setup";
  return principal.basket === null ? "anonymous" : `basket:${principal.basket.slice(0, 16)}`;
}
