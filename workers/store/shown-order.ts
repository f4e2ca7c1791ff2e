import type { OrderId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import type { CycleRowState } from "#domain/orders/cycle-state.ts";
import { instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { failingSql } from "./letters.ts";
import type { Loader } from "./statement.ts";

/** When and where an order is delivered, by name. */
export interface OrderOccasion {
  /** What an address calls its week. */
  readonly week: string;
  readonly state: CycleRowState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  /** Null at home. */
  readonly pickup: { readonly name: string; readonly street: string } | null;
  readonly slot: { readonly fromMinute: number; readonly toMinute: number } | null;
  /** Letters to whoever ordered come back, or are not wanted. */
  readonly mailFails: boolean;
}

/** Where letters about the order go: to a guest's address, or the household's. */
const ADDRESS = `coalesce(
  (SELECT email FROM order_contact WHERE order_id = o.id),
  (SELECT email FROM household_profile WHERE household_id = o.household_id))`;

export function orderOccasion(orderId: OrderId): Loader<OrderOccasion | null> {
  return {
    statement: {
      sql: `SELECT c.state, c.opens_at, c.closes_at, c.delivery_day, p.name, p.street,
          s.from_minute, s.to_minute, ${failingSql(ADDRESS)}, c.code
        FROM customer_order o JOIN cycle c ON c.id = o.cycle_id
        LEFT JOIN pickup_point p ON p.id = o.place LEFT JOIN slot s ON s.id = o.slot_id
        WHERE o.id = ?`,
      args: [orderId],
    },
    parse: ([row]) => {
      if (row === undefined) return null;
      const name = textOrNull(row, 4);
      const fromMinute = integerOrNull(row, 6);
      const toMinute = integerOrNull(row, 7);
      return {
        state: text(row, 0) as CycleRowState,
        opensAt: instantAt(row, 1),
        closesAt: instantAt(row, 2),
        deliveryDay: civilDate(text(row, 3)),
        pickup: name === null ? null : { name, street: textOrNull(row, 5) ?? "" },
        mailFails: integer(row, 8) === 1,
        week: text(row, 9),
        slot: fromMinute === null || toMinute === null ? null : { fromMinute, toMinute },
      };
    },
  };
}
