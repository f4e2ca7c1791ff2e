import type { Grant, Principal, Role, TokenRecord } from "#domain/access/principal.ts";
import { whoHoldsToken } from "#domain/access/principal.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { type AccessTokenId, type GrantId, id, type OrderId } from "#domain/kernel/ids.ts";
import { DAY, type Instant } from "#domain/kernel/instant.ts";
import { TRADE_RULES } from "#domain/orders/rules.ts";
import type { Row, Statement } from "#ports/database.ts";
import { accessToken, roleGrant } from "#schema/ground.ts";
import { instantOrNull, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** What came with a request, as digests: secrets themselves go no further than the edge. */
export interface Credentials {
  readonly bearer: Digest | null;
  readonly isSetup: boolean;
  readonly orderLink: Digest | null;
  readonly basket: Digest | null;
}

/** For how long the link of order `o` opens it, in days, as decided when it was placed. */
const LINK_DAYS = `coalesce((
    SELECT CAST(value AS INTEGER) FROM rule_version
    WHERE key = 'order-link-days' AND subject = '' AND effective_at <= o.placed_at
    ORDER BY version DESC LIMIT 1), ${defaultLinkDays()})`;

/** Finds who is speaking: a token's holder, an order's link, or nobody known. */
export function principalOf(credentials: Credentials, now: Instant): Loader<Principal> {
  const { basket } = credentials;
  return {
    statement: {
      sql: `SELECT 'token' AS kind, t.id, t.expires_at, t.revoked_at, g.role, g.subject
        FROM access_token t
        LEFT JOIN role_grant g ON g.holder = t.id AND g.revoked_at IS NULL
        WHERE t.digest = ?1
        UNION ALL
        SELECT 'link', o.id, NULL, NULL, NULL, NULL FROM customer_order o
        WHERE o.link_digest = ?2 AND ?3 < o.placed_at + ${DAY} * ${LINK_DAYS}`,
      args: [credentials.bearer, credentials.orderLink, now],
    },
    parse: (rows) => {
      if (credentials.isSetup) return { who: { kind: "setup" }, basket };
      const token = whoHoldsToken(tokenRecord(rows), now);
      if (token.kind !== "anonymous") return { who: token, basket };
      const link = rows.find((row) => row[0] === "link");
      if (link === undefined) return { who: token, basket };
      return { who: { kind: "order-link", orderId: id<OrderId>(text(link, 1)) }, basket };
    },
  };
}

/** What a network that was set up before the rule existed goes by. */
function defaultLinkDays(): number {
  return Number(TRADE_RULES.find(({ key }) => key === "order-link-days")?.default);
}

function tokenRecord(rows: readonly Row[]): TokenRecord | null {
  const own = rows.filter((row) => row[0] === "token");
  const [first] = own;
  if (first === undefined) return null;
  return {
    id: id<AccessTokenId>(text(first, 1)),
    expiresAt: instantOrNull(first, 2),
    revokedAt: instantOrNull(first, 3),
    grants: own.filter((row) => row[4] !== null).map(toGrant),
  };
}

function toGrant(row: Row): Grant {
  return { role: text(row, 4) as Role, subject: text(row, 5) };
}

export function insertToken(token: {
  readonly id: AccessTokenId;
  readonly digest: Digest;
  readonly label: string;
  readonly at: Instant;
  readonly by?: string;
  readonly expiresAt?: Instant | null;
}): Statement {
  const { id: tokenId, digest, label, at, by = "setup", expiresAt = null } = token;
  const row = { id: tokenId, digest, label, createdAt: at, createdBy: by, expiresAt };
  return insertInto(accessToken, row);
}

export function insertGrant(grant: {
  readonly id: GrantId;
  readonly holder: string;
  readonly role: Role;
  readonly subject: string;
  readonly at: Instant;
  readonly by: string;
}): Statement {
  const { at, by, ...row } = grant;
  return insertInto(roleGrant, { ...row, grantedAt: at, grantedBy: by });
}
