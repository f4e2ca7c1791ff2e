import { type CycleId, id, type SlotId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import { shopCycleAsked, type WeekAsked } from "./shop-week.ts";
import type { Loader } from "./statement.ts";

/** What the database says to an order that comes after the last place of its slot. */
export const SLOT_FULL = "refused:slot-full";
/** What it says to one that comes after the last of its pickup point. */
export const PLACE_FULL = "refused:place-full";

/** A slot that takes so many orders of a cycle and no more. */
export interface SlotRoom {
  readonly slotId: SlotId;
  readonly capacityOrders: number;
  /** Never below 0, also where the capacity was lowered afterwards. */
  readonly leftOrders: number;
}

/** The slots that are limited, with what they have left; the others take any number. */
export function slotRooms(cycleId: CycleId): Loader<SlotRoom[]> {
  return roomsOf({ sql: "?", args: [cycleId] });
}

/** What the limited slots have left in the shop's week. */
export function shopSlotRooms(which: WeekAsked, now: Instant): Loader<SlotRoom[]> {
  return roomsOf(shopCycleAsked(which, now));
}

function roomsOf({ sql, args }: Statement): Loader<SlotRoom[]> {
  return {
    statement: {
      sql: `SELECT c.slot_id, c.orders, max(0, c.orders - coalesce(t.orders, 0))
        FROM slot_capacity c LEFT JOIN slot_total t
          ON t.slot_id = c.slot_id AND t.cycle_id = (${sql})`,
      args: [...args],
    },
    parse: (rows) =>
      rows.map((row) => ({
        slotId: id<SlotId>(text(row, 0)),
        capacityOrders: integer(row, 1),
        leftOrders: integer(row, 2),
      })),
  };
}

/** Limits a slot, or with null lets it take any number again. */
export function setSlotCapacity(
  slotId: SlotId,
  orders: number | null,
  by: { readonly at: Instant; readonly actor: string },
): Statement {
  if (orders === null) {
    return { sql: "DELETE FROM slot_capacity WHERE slot_id = ?", args: [slotId] };
  }
  return {
    sql: `INSERT INTO slot_capacity (slot_id, orders, set_at, set_by) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (slot_id) DO UPDATE SET orders = ?2, set_at = ?3, set_by = ?4`,
    args: [slotId, orders, by.at, by.actor],
  };
}

/** Whether there is such a slot. */
export function slotExists(slotId: SlotId): Loader<boolean> {
  return {
    statement: { sql: "SELECT 1 FROM slot WHERE id = ?", args: [slotId] },
    parse: (rows) => rows.length > 0,
  };
}

/** How many orders each limited slot takes. */
export function slotCapacities(): Loader<ReadonlyMap<string, number>> {
  return {
    statement: { sql: "SELECT slot_id, orders FROM slot_capacity", args: [] },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), integer(row, 1)])),
  };
}
