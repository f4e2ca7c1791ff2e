import type { Digest } from "#domain/kernel/digest.ts";
import type { AccessTokenId, OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";

/** What somebody may be for the network, or for one enterprise, group or household in it. */
export const ROLES = [
  "officer",
  "treasurer",
  "auditor",
  "hub",
  "producer",
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
}

export type Who =
  | { readonly kind: "anonymous" }
  | { readonly kind: "setup" }
  | { readonly kind: "token"; readonly id: AccessTokenId; readonly grants: readonly Grant[] }
  | { readonly kind: "order-link"; readonly orderId: OrderId }
  | { readonly kind: "system"; readonly name: string };

export const ANYONE: Principal = { who: { kind: "anonymous" }, basket: null };

/** A token as it is kept: its digest finds it, its grants say what it may do. */
export interface TokenRecord {
  readonly id: AccessTokenId;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly grants: readonly Grant[];
}

/** A token speaks for its grants until it expires or is revoked; then it is nobody. */
export function whoHoldsToken(record: TokenRecord | null, now: Instant): Who {
  if (record === null || record.revokedAt !== null) return { kind: "anonymous" };
  if (record.expiresAt !== null && now >= record.expiresAt) return { kind: "anonymous" };
  return { kind: "token", id: record.id, grants: record.grants };
}

/** How the journal, op_log and history name who acted. Never a name of a person. */
export function actorName(principal: Principal): string {
  const { who } = principal;
  if (who.kind === "token") return `token:${who.id}`;
  if (who.kind === "order-link") return `order:${who.orderId}`;
  if (who.kind === "system") return `system:${who.name}`;
  if (who.kind === "setup") return "setup";
  return principal.basket === null ? "anonymous" : `basket:${principal.basket.slice(0, 16)}`;
}
