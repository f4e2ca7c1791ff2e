import type { PaidShift } from "#domain/delivery/rounds/paid-hours.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { integer, text } from "./cells.ts";
import { asList, readLists } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** How far back hours are evened out. */
const DAYS = 28;

/**
 * What the last plan of each of the four weeks before a cycle paid who drove, by its own delivery
 * day. What was called off later was never paid.
 */
export function paidShifts(cycleId: CycleId): Loader<PaidShift[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`p.cycle_id, s.task, coalesce(s.person_id, s.vehicle_id),
          (s.to_at - s.from_at) / 1000, d.value ->> 'seconds'`)}
        FROM cycle me JOIN cycle c ON c.delivery_day < me.delivery_day
          AND c.delivery_day >= date(me.delivery_day, '-${DAYS} days')
        JOIN plan_problem p ON p.cycle_id = c.id
        JOIN round_figure f ON f.problem_id = p.id
          AND f.figures ->> '$.paid' IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM round_figure g JOIN plan_problem q ON q.id = g.problem_id
            WHERE q.cycle_id = c.id AND g.figures ->> '$.paid' IS NOT NULL
              AND (q.number, g.version) > (p.number, f.version))
        JOIN json_each(f.figures, '$.paid') d
        JOIN courier_shift s ON s.id = d.value ->> 'shiftId' AND s.cancelled_at IS NULL
        WHERE me.id = ? ORDER BY c.delivery_day, s.id`,
      args: [cycleId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        cycleId: text(cells, 0),
        task: text(cells, 1) as PaidShift["task"],
        courier: text(cells, 2),
        length: integer(cells, 3),
        paid: integer(cells, 4),
      })),
  };
}
