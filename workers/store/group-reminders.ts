import { type CycleId, type GroupId, id } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { groupReminder } from "#schema/standing.ts";
import { instantAt, integer, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** Those who had not ordered were reminded already. */
export const REMINDED = "group_reminder.cycle_id, group_reminder.group_id";

/** When those who had not ordered were reminded, and how many. */
export interface Reminder {
  readonly sentAt: Instant;
  readonly households: number;
}

/** Notes that they were reminded, once. */
export function insertReminder(row: {
  readonly cycleId: CycleId;
  readonly groupId: GroupId;
  readonly sentAt: Instant;
  readonly sentBy: string;
  readonly households: number;
}): Statement {
  return insertInto(groupReminder, row);
}

/** The reminder of each cycle that a group was reminded of lately. */
export function remindersOf(group: GroupId | null): Loader<ReadonlyMap<CycleId, Reminder>> {
  return {
    statement: {
      sql: `SELECT cycle_id, sent_at, households FROM group_reminder WHERE group_id = ?
        ORDER BY sent_at DESC LIMIT 50`,
      args: [group],
    },
    parse: (rows) =>
      new Map(
        rows.map((row) => {
          const reminder = { sentAt: instantAt(row, 1), households: integer(row, 2) };
          return [id<CycleId>(text(row, 0)), reminder] as const;
        }),
      ),
  };
}
