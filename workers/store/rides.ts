import {
  type CycleId,
  type EnterpriseId,
  id,
  type PersonId,
  type ShiftId,
} from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { instantAt, text, textOrNull } from "./cells.ts";
import { asList, readLists } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** A shift that somebody rides, and whether they have read its round. */
export interface Ride {
  readonly cycleId: CycleId;
  readonly shiftId: ShiftId;
  readonly code: string;
  readonly hubId: EnterpriseId;
  readonly deliveryDay: CivilDate;
  readonly task: "collect" | "deliver";
  readonly from: Instant;
  readonly to: Instant;
  readonly vehicle: string;
  readonly enterpriseId: EnterpriseId;
  readonly enterpriseName: string;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  /** Of the newest plan; "none" before there is one. */
  readonly plan: "none" | "unread" | "read";
}

/** The newest version of a cycle's newest plan that has one, and whether its driver has read it. */
const READ = `coalesce((SELECT iif(EXISTS (
      SELECT 1 FROM plan_acknowledgement a JOIN json_each(l.legend, '$.vehicles') d
      WHERE a.problem_id = v.problem_id AND a.version = v.number
        AND d.value ->> 'shiftId' = s.id AND a.vehicle = d.value ->> 'id'), 'read', 'unread')
    FROM plan_version v JOIN plan_problem p ON p.id = v.problem_id
    JOIN round_legend l ON l.problem_id = p.id
    WHERE p.cycle_id = s.cycle_id ORDER BY p.number DESC, v.number DESC LIMIT 1), 'none')`;

/**
 * The shifts of a day and after it, the soonest first; what was called off is left out.
 * @param most at most so many
 */
export function ridesFrom(day: CivilDate, most: number): Loader<Ride[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`s.cycle_id, s.id, c.code, c.hub_id, c.delivery_day, s.task, s.from_at,
          s.to_at, v.name, v.enterprise_id, e.name, s.person_id, f.name, ${READ}`)}
        FROM courier_shift s JOIN cycle c ON c.id = s.cycle_id JOIN vehicle v ON v.id = s.vehicle_id
        JOIN enterprise e ON e.id = v.enterprise_id
        LEFT JOIN person_profile f ON f.person_id = s.person_id
        WHERE s.cancelled_at IS NULL AND c.delivery_day >= ?1
          AND c.state NOT IN ('draft', 'cancelled')
        ORDER BY s.from_at, s.id LIMIT ?2`,
      args: [day, most],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        cycleId: id<CycleId>(text(cells, 0)),
        shiftId: id<ShiftId>(text(cells, 1)),
        code: text(cells, 2),
        hubId: id<EnterpriseId>(text(cells, 3)),
        deliveryDay: civilDate(text(cells, 4)),
        task: text(cells, 5) as Ride["task"],
        from: instantAt(cells, 6),
        to: instantAt(cells, 7),
        vehicle: text(cells, 8),
        enterpriseId: id<EnterpriseId>(text(cells, 9)),
        enterpriseName: text(cells, 10),
        personId: textOrNull(cells, 11) as PersonId | null,
        personName: textOrNull(cells, 12),
        plan: text(cells, 13) as Ride["plan"],
      })),
  };
}
