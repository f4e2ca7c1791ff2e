import type { Digest } from "#domain/kernel/digest.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { instantOrNull, integer, text, textOrNull } from "./cells.ts";
import { LINE_COLUMNS, LINE_FROM, type RegisterLine, toLine } from "./member-lists.ts";
import type { Loader } from "./statement.ts";

/** The most that one look shows of those who wait. */
const MOST_WAITING = 200;

/** Whoever waits for an answer, with what they said. */
export type WaitingLine = RegisterLine & {
  /** What they said last, in their own words. */
  readonly words: string | null;
  /** When they answered their suspension; null where that is not what waits. */
  readonly repliedAt: Instant | null;
};

/** When a suspended member answered, where the board said nothing since. */
const REPLIED = `(SELECT r.at FROM member_event r WHERE r.member_id = m.id AND r.kind = 'replied'
  AND m.suspended_at IS NOT NULL AND m.ended_at IS NULL AND r.number = (
    SELECT max(number) FROM member_event WHERE member_id = m.id
      AND kind IN ('suspended', 'replied', 'upheld')))`;

const WAITING = `m.decision IS NULL
  OR (m.decision = 'refused' AND m.appealed_at >= m.decided_at)
  OR (m.exit_asked_at IS NOT NULL AND m.ended_at IS NULL)
  OR (m.suspended_at IS NOT NULL AND ${REPLIED} IS NOT NULL)`;

/**
 * Who waits for an answer: applicants, who wants to leave, who asked for the assembly's word, who
 * answered a suspension.
 */
export function membersWaiting(today: CivilDate): Loader<readonly WaitingLine[]> {
  return {
    statement: {
      sql: `${LINE_COLUMNS}, ${REPLIED}, (SELECT w.words FROM member_event e
            JOIN member_event_words w ON w.event_id = e.id WHERE e.member_id = m.id
              AND e.kind IN ('applied', 'appealed', 'exit-asked', 'replied')
            ORDER BY e.number DESC LIMIT 1)
        ${LINE_FROM} WHERE ${WAITING} ORDER BY m.applied_at, m.id LIMIT ${MOST_WAITING}`,
      args: [today],
    },
    parse: (rows) =>
      rows.map((row) => ({
        ...toLine(row),
        repliedAt: instantOrNull(row, 35),
        words: textOrNull(row, 36),
      })),
  };
}

/**
 * How many wait for an answer of the board, transfers of shares included, where whoever is signed
 * in is one of its officers; nothing is counted for anybody else.
 */
export function waitingForOfficer(session: Digest | null): Loader<number> {
  return {
    statement: {
      sql: `SELECT (SELECT count(*) FROM member m WHERE ${WAITING})
          + (SELECT count(*) FROM share_transfer WHERE ended_at IS NULL AND accepted_at IS NOT NULL)
        FROM session s WHERE s.digest = ? AND EXISTS (SELECT 1 FROM role_grant g
          WHERE g.holder = s.person_id AND g.role = 'officer' AND g.revoked_at IS NULL)`,
      args: [session],
    },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

/** The names of members whom an open act of two signatures is about, by id. */
export function membersToSign(): Loader<ReadonlyMap<string, string>> {
  return {
    statement: {
      sql: `SELECT i.member_id, i.name FROM countersignature c
        JOIN member_identity i ON i.member_id = substr(c.request,
          instr(c.request, '/soci/libro/') + length('/soci/libro/'), 26)
        WHERE instr(c.request, '/soci/libro/') > 0 AND c.used_at IS NULL
          AND c.withdrawn_at IS NULL`,
      args: [],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), text(row, 1)])),
  };
}
