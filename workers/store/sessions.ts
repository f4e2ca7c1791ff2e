import type { SessionKind } from "#domain/access/session.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { PersonId, SessionId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { session } from "#schema/identity.ts";
import { insertInto } from "./statement.ts";

/** Somebody signs in; of the cookie's secret only the digest is kept. */
export function insertSession(begun: {
  readonly id: SessionId;
  readonly digest: Digest;
  readonly personId: PersonId;
  readonly kind: SessionKind;
  readonly begunBy: "passkey" | "code";
  readonly device: string;
  readonly at: Instant;
}): Statement {
  const { at, ...row } = begun;
  return insertInto(session, { ...row, startedAt: at, seenAt: at });
}

/** Signs a browser out: the one that a new session takes the place of. */
export function endSession(digest: Digest, at: Instant, by: string): Statement {
  return {
    sql: "UPDATE session SET ended_at = ?, ended_by = ? WHERE digest = ? AND ended_at IS NULL",
    args: [at, by, digest],
  };
}

/** Signs a person out of every browser. */
export function endSessionsOf(personId: PersonId, at: Instant, by: string): Statement {
  return {
    sql: "UPDATE session SET ended_at = ?, ended_by = ? WHERE person_id = ? AND ended_at IS NULL",
    args: [at, by, personId],
  };
}

/** Writes down that a session was used, so that it is not taken for left alone. */
export function seeSession(sessionId: SessionId, at: Instant): Statement {
  return {
    sql: "UPDATE session SET seen_at = ? WHERE id = ? AND seen_at < ? AND ended_at IS NULL",
    args: [at, sessionId, at],
  };
}
