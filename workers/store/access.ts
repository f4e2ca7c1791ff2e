import type {
  Grant,
  Principal,
  Role,
  SessionRecord,
  TokenRecord,
  Who,
} from "#domain/access/principal.ts";
import { whoHoldsToken, whoIsSignedIn } from "#domain/access/principal.ts";
import type { SessionKind } from "#domain/access/session.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import {
  type AccessTokenId,
  type GrantId,
  id,
  type OrderId,
  type PersonId,
  type SessionId,
} from "#domain/kernel/ids.ts";
import { DAY, type Instant } from "#domain/kernel/instant.ts";
import { TRADE_RULES } from "#domain/orders/rules.ts";
import type { Row, Statement } from "#ports/database.ts";
import { accessToken, roleGrant } from "#schema/ground.ts";
import { instantAt, instantOrNull, integer, text, textOrNull } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** What came with a request, as digests: secrets themselves go no further than the edge. */
export interface Credentials {
  readonly bearer: Digest | null;
  readonly isSetup: boolean;
  readonly session: Digest | null;
  readonly orderLink: Digest | null;
  readonly basket: Digest | null;
}

/** Finds who is speaking: a token's holder, a person in a session, an order's link, or nobody. */
export function principalOf(credentials: Credentials, now: Instant): Loader<Principal> {
  const { basket } = credentials;
  return {
    statement: speakers(credentials, now),
    parse: (rows) => {
      const link = rows.find((row) => row[0] === "link");
      const orderLink = link === undefined ? null : id<OrderId>(text(link, 1));
      return { who: whoSpeaks(credentials, rows, orderLink, now), basket, orderLink, proof: null };
    },
  };
}

/** One statement for the credentials that came along, so that the others cost nothing. */
function speakers({ bearer, session, orderLink }: Credentials, now: Instant): Statement {
  const some = [
    ...(bearer === null ? [] : [{ sql: TOKEN, args: [bearer] }]),
    ...(session === null ? [] : [{ sql: SESSION, args: [session] }]),
    ...(orderLink === null ? [] : [{ sql: LINK, args: [orderLink, now] }]),
  ];
  if (some.length === 0) return { sql: TOKEN, args: [null] };
  return {
    sql: some.map(({ sql }) => sql).join(" UNION ALL "),
    args: some.flatMap(({ args }) => args),
  };
}

// A person who is suspended speaks through no token either.
const TOKEN = `SELECT 'token' AS kind, t.id, t.person_id, g.role, g.subject,
    t.expires_at, t.revoked_at, NULL, NULL, NULL
  FROM access_token t
  LEFT JOIN person p ON p.id = t.person_id
  LEFT JOIN role_grant g ON g.holder = t.id AND g.revoked_at IS NULL
  WHERE t.digest = ? AND p.suspended_at IS NULL`;

const SESSION = `SELECT 'session', s.id, s.person_id, g.role, g.subject,
    s.started_at, s.seen_at, s.kind, s.begun_by,
    EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.id AND k.revoked_at IS NULL)
  FROM session s
  JOIN person p ON p.id = s.person_id AND p.suspended_at IS NULL
  LEFT JOIN role_grant g ON g.holder = p.id AND g.revoked_at IS NULL
  WHERE s.digest = ? AND s.ended_at IS NULL`;

/** For how long the link of order `o` opens it, in days, as decided when it was placed. */
const LINK_DAYS = `coalesce((
    SELECT CAST(value AS INTEGER) FROM rule_version
    WHERE key = 'order-link-days' AND subject = '' AND effective_at <= o.placed_at
      AND coalesce(expires_at > o.placed_at, 1)
    ORDER BY version DESC LIMIT 1), ${defaultLinkDays()})`;

const LINK = `SELECT 'link', o.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM customer_order o WHERE o.link_digest = ? AND ? < o.placed_at + ${DAY} * ${LINK_DAYS}`;

/** What a network that was set up before the rule existed goes by. */
function defaultLinkDays(): number {
  return Number(TRADE_RULES.find(({ key }) => key === "order-link-days")?.default);
}

function whoSpeaks(
  { isSetup }: Credentials,
  rows: readonly Row[],
  orderLink: OrderId | null,
  now: Instant,
): Who {
  if (isSetup) return { kind: "setup" };
  const token = whoHoldsToken(tokenRecord(rows), now);
  if (token.kind !== "anonymous") return token;
  const person = whoIsSignedIn(sessionRecord(rows), now);
  if (person.kind !== "anonymous" || orderLink === null) return person;
  return { kind: "order-link", orderId: orderLink };
}

function tokenRecord(rows: readonly Row[]): TokenRecord | null {
  const own = rows.filter((row) => row[0] === "token");
  const [first] = own;
  if (first === undefined) return null;
  const person = textOrNull(first, 2);
  return {
    id: id<AccessTokenId>(text(first, 1)),
    personId: person === null ? null : id<PersonId>(person),
    expiresAt: instantOrNull(first, 5),
    revokedAt: instantOrNull(first, 6),
    grants: grantsAmong(own),
  };
}

function sessionRecord(rows: readonly Row[]): SessionRecord | null {
  const own = rows.filter((row) => row[0] === "session");
  const [first] = own;
  if (first === undefined) return null;
  return {
    id: id<PersonId>(text(first, 2)),
    sessionId: id<SessionId>(text(first, 1)),
    session: {
      startedAt: instantAt(first, 5),
      seenAt: instantAt(first, 6),
      kind: text(first, 7) as SessionKind,
    },
    begunBy: text(first, 8) as "passkey" | "code",
    hasPasskey: integer(first, 9) === 1,
    grants: grantsAmong(own),
  };
}

function grantsAmong(rows: readonly Row[]): readonly Grant[] {
  const granted = rows.filter((row) => row[3] !== null);
  return granted.map((row) => ({ role: text(row, 3) as Role, subject: text(row, 4) }));
}

export function insertToken(token: {
  readonly id: AccessTokenId;
  readonly digest: Digest;
  readonly label: string;
  /** Whose passkey signs what the token does. */
  readonly personId: PersonId | null;
  readonly at: Instant;
  readonly by?: string;
  readonly expiresAt?: Instant | null;
}): Statement {
  const { id: tokenId, digest, label, personId, at, by = "setup", expiresAt = null } = token;
  const row = { id: tokenId, digest, label, personId, createdAt: at, createdBy: by, expiresAt };
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
