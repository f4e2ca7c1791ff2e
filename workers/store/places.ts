import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { PickupPointId, SlotId } from "#domain/kernel/ids.ts";
import type { Row, Statement } from "#ports/database.ts";
import { pickupPoint, slot } from "#schema/people.ts";
import { integer, integerOrNull, text } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { insertInto, type Loader, selecting } from "./statement.ts";

/** From when to when, in minutes of the Rome day. */
export interface SlotView {
  readonly id: SlotId;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Where crates are handed out, and when. */
export interface PickupPointView {
  readonly id: PickupPointId;
  readonly name: string;
  readonly street: string;
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
  /** Null when it takes any number of orders. */
  readonly capacityOrders: number | null;
  readonly slots: readonly SlotView[];
}

/** The points that are open, in the order in which they were made. */
export function pickupPointPage(asked: PageAsked): Loader<Page<PickupPointView>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `SELECT id, name, street, lat_microdegrees, lon_microdegrees, capacity_orders, (
        SELECT json_group_array(
          json_object('id', id, 'fromMinute', from_minute, 'toMinute', to_minute)
          ORDER BY from_minute
        ) FROM slot WHERE pickup_point_id = pickup_point.id
      ) FROM pickup_point WHERE closed_at IS NULL AND id > ? ORDER BY id LIMIT ?`,
    args: [after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toPoint) }, asked, ({ id }) => id);
}

function toPoint(row: Row): PickupPointView {
  return {
    id: text(row, 0) as PickupPointId,
    name: text(row, 1),
    street: text(row, 2),
    latMicrodegrees: integer(row, 3),
    lonMicrodegrees: integer(row, 4),
    capacityOrders: integerOrNull(row, 5),
    slots: JSON.parse(text(row, 6)) as SlotView[],
  };
}

const selectOpenPoint = selecting(
  new QueryBuilder()
    .select({ id: pickupPoint.id })
    .from(pickupPoint)
    .where(and(eq(pickupPoint.id, sql.placeholder("id")), isNull(pickupPoint.closedAt))),
);

/** The point itself where it exists and is open: an empty list otherwise. */
export function openPickupPoint(id: PickupPointId): Loader<{ id: PickupPointId }[]> {
  return selectOpenPoint({ id });
}

export function insertPickupPoint(point: PickupPointView): Statement[] {
  const { slots, ...row } = point;
  return [
    insertInto(pickupPoint, row),
    ...slots.map((opening) => insertInto(slot, { ...opening, pickupPointId: point.id })),
  ];
}

const selectWindows = selecting(
  new QueryBuilder()
    .select({ id: slot.id, fromMinute: slot.fromMinute, toMinute: slot.toMinute })
    .from(slot)
    .where(and(isNull(slot.pickupPointId), gt(slot.id, sql.placeholder("after"))))
    .orderBy(slot.id)
    .limit(sql.placeholder("limit")),
);

/** When crates are brought home. */
export function deliveryWindowPage(asked: PageAsked): Loader<Page<SlotView>> {
  return paged(selectWindows(pageValues(asked)), asked, ({ id }) => id);
}

export function insertDeliveryWindow(window: SlotView): Statement {
  return insertInto(slot, { ...window, pickupPointId: null });
}
