import { isAlive, type SessionKind } from "#domain/access/session.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { id, type PersonId, type SessionId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { session } from "#schema/identity.ts";
import { instantAt, integer, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** Says that a session was ended meanwhile. */
export const SESSION_ENDED = "refused:session-ended";

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

/** Writes down that a session was used, so that it is not taken for left alone. */
export function seeSession(sessionId: SessionId, at: Instant): Statement {
  return {
    sql: "UPDATE session SET seen_at = ? WHERE id = ? AND seen_at < ? AND ended_at IS NULL",
    args: [at, sessionId, at],
  };
}

/** A session as its owner sees it. */
export interface SessionView {
  readonly id: SessionId;
  /** "Firefox, Linux"; "" where the browser did not say. */
  readonly device: string;
  readonly kind: SessionKind;
  readonly begunBy: "passkey" | "code";
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly isCurrent: boolean;
}

/** The living sessions of whoever's session this is, the one that was used last first. */
export function sessionsBeside(digest: Digest | null, now: Instant): Loader<SessionView[]> {
  return {
    statement: {
      sql: `SELECT id, device, kind, begun_by, started_at, seen_at, digest = ?1 FROM session
        WHERE person_id = (SELECT person_id FROM session WHERE digest = ?1) AND ended_at IS NULL
        ORDER BY seen_at DESC, id LIMIT 200`,
      args: [digest],
    },
    parse: (rows) => rows.map(toView).filter((view) => isAlive(view, now)),
  };
}

function toView(row: Row): SessionView {
  return {
    id: id<SessionId>(text(row, 0)),
    device: text(row, 1),
    kind: text(row, 2) as SessionKind,
    begunBy: text(row, 3) as SessionView["begunBy"],
    startedAt: instantAt(row, 4),
    seenAt: instantAt(row, 5),
    isCurrent: integer(row, 6) === 1,
  };
}

/** Signs one device out. @throws through the guard SESSION_ENDED where it was ended meanwhile. */
export function endSessionById(sessionId: SessionId, at: Instant, by: string): Statement {
  return {
    sql: "UPDATE session SET ended_at = ?, ended_by = ? WHERE id = ?",
    args: [at, by, sessionId],
  };
}

/** Signs a person out everywhere, but on the device that is to stay. */
export function endSessionsOf(
  personId: PersonId,
  at: Instant,
  by: string,
  but: SessionId | null = null,
): Statement {
  return {
    sql: `UPDATE session SET ended_at = ?, ended_by = ?
      WHERE person_id = ? AND ended_at IS NULL AND id IS NOT ?`,
    args: [at, by, personId, but],
  };
}
