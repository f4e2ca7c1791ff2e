import { type CycleId, type GroupId, id } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import type { CycleRowState } from "#domain/orders/cycle-state.ts";
import type { Row, Value } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { listsAt } from "./row-lists.ts";
import { shopAt } from "./shop-week.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** Which group's order is meant, and in which cycle: a code, or the one that is nearest. */
export interface GroupOrderAsked {
  readonly groupId: GroupId | null;
  readonly code: string | null;
  readonly now: Instant;
}

/** Which group's order is meant, in the cycle with this id. */
export interface GroupOrderIn {
  readonly groupId: GroupId | null;
  readonly cycleId: CycleId;
  readonly now: Instant;
}

/** A cycle in which the group ?4 may order. */
const OF_GROUP = `(NOT EXISTS (SELECT 1 FROM cycle_group WHERE cycle_id = cycle.id)
  OR EXISTS (SELECT 1 FROM cycle_group WHERE cycle_id = cycle.id AND group_id = ?4))`;

/**
 * The cycle that a group's page shows at ?1, on the Rome day ?2: the one whose code or id is ?3, or
 * the one that takes orders and closes first, or is completed, or is still to be delivered, or
 * comes next, or was the last. A cycle of other groups is none of the group ?4.
 */
export const GROUP_CYCLE = `SELECT id FROM (
    SELECT id, code, closes_at, CASE
      WHEN state = 'published' AND opens_at <= ?1 AND closes_at > ?1 THEN 0
      WHEN state = 'completing' AND closes_at > ?1 THEN 1
      WHEN opens_at <= ?1 AND delivery_day >= ?2 THEN 2
      WHEN state = 'published' AND opens_at > ?1 THEN 3
      ELSE 4 END AS turn
    FROM cycle WHERE state NOT IN ('draft', 'cancelled') AND ${OF_GROUP}
  ) ORDER BY ?3 IN (code, id) DESC, turn,
    CASE turn WHEN 4 THEN -closes_at ELSE closes_at END, id LIMIT 1`;

/** The values ?1 to ?4 of every read of a group's order. */
export function groupOrderAt(asked: GroupOrderAsked | GroupOrderIn): Value[] {
  const { groupId, now } = asked;
  return [...shopAt("code" in asked ? asked.code : asked.cycleId, now), groupId];
}

/** A group as its own people read it. */
export interface ShownGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly households: number;
  readonly coordinatorName: string | null;
  readonly pickup: {
    readonly id: string;
    readonly name: string;
    readonly street: string;
    readonly slots: readonly { readonly fromMinute: number; readonly toMinute: number }[];
  };
}

export function shownGroup(groupId: GroupId | null): Loader<ShownGroup | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT g.id, g.name,
          (SELECT count(*) FROM household WHERE group_id = g.id AND erased_at IS NULL),
          (SELECT f.name FROM household h JOIN household_profile f ON f.household_id = h.id
            WHERE h.group_id = g.id AND h.coordinates_group = 1),
          p.id, p.name, p.street, (SELECT json_group_array(json_array(from_minute, to_minute))
            FROM (SELECT * FROM slot WHERE pickup_point_id = p.id ORDER BY from_minute))
        FROM buying_group g JOIN pickup_point p ON p.id = g.pickup_point_id WHERE g.id = ?`,
      args: [groupId],
    },
    parse: (rows) => rows.map(toGroup),
  });
}

function toGroup(row: Row): ShownGroup {
  return {
    id: id<GroupId>(text(row, 0)),
    name: text(row, 1),
    households: integer(row, 2),
    coordinatorName: textOrNull(row, 3),
    pickup: {
      id: text(row, 4),
      name: text(row, 5),
      street: text(row, 6),
      slots: listsAt(row, 7, (cells) => ({
        fromMinute: integer(cells, 0),
        toMinute: integer(cells, 1),
      })),
    },
  };
}

/** A cycle in which a group orders. */
export interface GroupCycle {
  readonly id: CycleId;
  readonly code: string;
  readonly state: CycleRowState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  /** The groups that share it; empty where everybody may order in it. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

const CYCLE = `c.id, c.code, c.state, c.opens_at, c.closes_at, c.delivery_day,
  (SELECT json_group_array(json_array(g.id, g.name) ORDER BY g.name) FROM cycle_group s
    JOIN buying_group g ON g.id = s.group_id WHERE s.cycle_id = c.id)`;

export function groupCycle(asked: GroupOrderAsked): Loader<GroupCycle | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT ${CYCLE} FROM cycle c WHERE c.id = (${GROUP_CYCLE})`,
      args: groupOrderAt(asked),
    },
    parse: (rows) => rows.map(toCycle),
  });
}

/** The latest cycles of a group, to choose from. */
export function groupCycles(asked: GroupOrderAsked): Loader<GroupCycle[]> {
  return {
    statement: {
      sql: `SELECT ${CYCLE} FROM cycle AS c JOIN cycle ON cycle.id = c.id
        WHERE c.state NOT IN ('draft', 'cancelled') AND c.opens_at <= ?1 AND ?2 = ?2 AND ?3 IS ?3
          AND ${OF_GROUP}
        ORDER BY c.closes_at DESC, c.id LIMIT 6`,
      args: groupOrderAt(asked),
    },
    parse: (rows) => rows.map(toCycle),
  };
}

function toCycle(row: Row): GroupCycle {
  return {
    id: id<CycleId>(text(row, 0)),
    code: text(row, 1),
    state: text(row, 2) as CycleRowState,
    opensAt: instantAt(row, 3),
    closesAt: instantAt(row, 4),
    deliveryDay: civilDate(text(row, 5)),
    groups: listsAt(row, 6, (cells) => ({ id: text(cells, 0), name: text(cells, 1) })),
  };
}
