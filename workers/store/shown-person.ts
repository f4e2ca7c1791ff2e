import type { SessionKind, SessionTimes } from "#domain/access/session.ts";
import { isAlive } from "#domain/access/session.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, integer, text } from "./cells.ts";
import { type Known, type Loader, withoutReading } from "./statement.ts";

/** Who is signed in, as the head of every page names them. */
export interface ShownPerson {
  readonly name: string;
  /** Holds an office of the network: its own pages are within reach. */
  readonly isOfficer: boolean;
}

/** The person of a session that lives; without one there is nothing to read. */
export function personOfSession(
  session: Digest | null,
  now: Instant,
): Loader<ShownPerson | null> | Known<null> {
  if (session === null) return withoutReading(null);
  return {
    statement: {
      sql: `SELECT n.name, s.kind, s.started_at, s.seen_at, EXISTS (
            SELECT 1 FROM role_grant g WHERE g.holder = p.id AND g.revoked_at IS NULL
              AND g.role IN ('officer', 'treasurer', 'supervisor', 'auditor'))
        FROM session s
        JOIN person p ON p.id = s.person_id AND p.suspended_at IS NULL
        JOIN person_profile n ON n.person_id = p.id
        WHERE s.digest = ? AND s.ended_at IS NULL`,
      args: [session],
    },
    parse: ([row]) => (row === undefined || !isAlive(timesOf(row), now) ? null : toShown(row)),
  };
}

/** Who was given an office meanwhile is signed out as soon as others who hold one. */
function timesOf(row: Row): SessionTimes {
  const kind = integer(row, 4) === 1 ? "officer" : (text(row, 1) as SessionKind);
  return { kind, startedAt: instantAt(row, 2), seenAt: instantAt(row, 3) };
}

function toShown(row: Row): ShownPerson {
  return { name: text(row, 0), isOfficer: integer(row, 4) === 1 };
}
