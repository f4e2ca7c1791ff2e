import {
  type CycleId,
  type EnterpriseId,
  type GroupId,
  id,
  type OrderId,
} from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import type { CycleAct, CycleTimes } from "#domain/orders/cycle-state.ts";
import type { Row, Statement } from "#ports/database.ts";
import { cycle, cycleEvent, cycleGroup } from "#schema/cycles.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** A cycle's row: its times, the last thing decided about it, how much it came to. */
export interface CycleRow extends CycleTimes {
  readonly id: CycleId;
  readonly code: string;
  readonly hubId: EnterpriseId;
  readonly deliveryDay: CivilDate;
  /** The number of its last event. */
  readonly version: number;
  readonly createdAt: Instant;
  /** The cycle whose offers it repeats, as far as they may still be offered. */
  readonly copiedFrom: CycleId | null;
  readonly groups: readonly GroupId[];
  readonly orders: number;
  readonly lines: number;
  readonly offers: number;
}

/** What the database says when the cycle is not as it was when something was decided. */
export const CYCLE_CHANGED = "refused:cycle-changed";
export const CYCLE_STATE = "refused:cycle-state";
export const CYCLE_CODE_TAKEN = "cycle.code";

const COLUMNS = `id, code, hub_id, opens_at, closes_at, delivery_day, state, version, created_at,
  (SELECT json_group_array(group_id ORDER BY group_id) FROM cycle_group WHERE cycle_id = cycle.id),
  (SELECT coalesce(sum(orders), 0) FROM place_total WHERE cycle_id = cycle.id),
  (SELECT coalesce(sum(lines), 0) FROM producer_total WHERE cycle_id = cycle.id),
  (SELECT count(*) FROM offer WHERE cycle_id = cycle.id), copied_from`;

export function cycleById(cycleId: CycleId): Loader<CycleRow | null> {
  return firstOrNull({
    statement: { sql: `SELECT ${COLUMNS} FROM cycle WHERE id = ?`, args: [cycleId] },
    parse: (rows) => rows.map(toCycle),
  });
}

/** The cycle that an order is of. */
export function cycleOfOrder(orderId: OrderId): Loader<CycleRow | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT ${COLUMNS} FROM cycle
        WHERE id = (SELECT cycle_id FROM customer_order WHERE id = ?)`,
      args: [orderId],
    },
    parse: (rows) => rows.map(toCycle),
  });
}

/** All cycles, the newest first. */
export function cyclePage(asked: PageAsked): Loader<Page<CycleRow>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `SELECT ${COLUMNS} FROM cycle WHERE ?1 = '' OR id < ?1 ORDER BY id DESC LIMIT ?2`,
    args: [after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toCycle) }, asked, (row) => row.id);
}

function toCycle(row: Row): CycleRow {
  const copiedFrom = textOrNull(row, 13);
  return {
    id: id<CycleId>(text(row, 0)),
    code: text(row, 1),
    hubId: id<EnterpriseId>(text(row, 2)),
    opensAt: instantAt(row, 3),
    closesAt: instantAt(row, 4),
    deliveryDay: civilDate(text(row, 5)),
    state: text(row, 6) as CycleRow["state"],
    version: integer(row, 7),
    createdAt: instantAt(row, 8),
    groups: JSON.parse(text(row, 9)) as GroupId[],
    orders: integer(row, 10),
    lines: integer(row, 11),
    offers: integer(row, 12),
    copiedFrom: copiedFrom === null ? null : id<CycleId>(copiedFrom),
  };
}

export type NewCycle = Pick<
  CycleRow,
  "id" | "code" | "hubId" | "opensAt" | "closesAt" | "deliveryDay" | "createdAt" | "copiedFrom"
>;

export function insertCycle(row: NewCycle): Statement {
  return insertInto(cycle, row);
}

/** An act that is done to a cycle. The event that follows its version is the only one that can. */
export interface CycleDeed {
  readonly cycleId: CycleId;
  /** The version that the deed was decided on. */
  readonly version: number;
  readonly kind: CycleAct;
  readonly at: Instant;
  readonly actor: string;
  readonly reason?: string;
  /** A new closing time, where the deed sets one. */
  readonly closesAt?: Instant;
}

export function appendCycleEvent({ version, ...deed }: CycleDeed): Statement {
  return insertInto(cycleEvent, { ...deed, number: version + 1 });
}

/** Moves what no event carries: the opening and the day of delivery. */
export function moveCycle(
  cycleId: CycleId,
  times: { readonly opensAt: Instant; readonly deliveryDay: CivilDate },
): Statement {
  return {
    sql: "UPDATE cycle SET opens_at = ?, delivery_day = ? WHERE id = ?",
    args: [times.opensAt, times.deliveryDay, cycleId],
  };
}

/** Lets a group share a cycle; a group that does already stays as it is. */
export function joinCycle(cycleId: CycleId, groupId: GroupId, at: Instant): Statement {
  const { sql, args } = insertInto(cycleGroup, { cycleId, groupId, joinedAt: at });
  return { sql: `${sql} ON CONFLICT (cycle_id, group_id) DO NOTHING`, args };
}

/** Cycles that have something to do at this moment, whoever asks. */
export function cyclesToAdvance(now: Instant): Loader<CycleId[]> {
  return {
    statement: {
      sql: `SELECT id FROM cycle WHERE (state IN ('published', 'completing') AND closes_at <= ?)
          OR state IN ('closed', 'allocated', 'delivered')
          OR (state = 'cancelled' AND EXISTS (
            SELECT 1 FROM customer_order
            WHERE cycle_id = cycle.id AND settled_at IS NULL AND cancelled_at IS NULL))
        ORDER BY closes_at, id LIMIT 50`,
      args: [now],
    },
    parse: (rows) => rows.map((row) => id<CycleId>(text(row, 0))),
  };
}
