import type { Digest } from "#domain/kernel/digest.ts";
import { type CycleId, id, type OrderId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text } from "./cells.ts";
import type { Payment } from "./orders.ts";
import { OWN_ORDERS } from "./own-order-rows.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import type { Loader } from "./statement.ts";

/** An order in the list of whoever placed it. */
export interface OwnOrder {
  readonly id: OrderId;
  readonly code: string;
  readonly cycleId: CycleId;
  readonly deliveryDay: CivilDate;
  readonly payment: Payment;
  readonly placedAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly handedOutAt: Instant | null;
  readonly settledAt: Instant | null;
  /** Goods and delivery as ordered; `finalTotalCents` once it is settled. */
  readonly estimatedTotalCents: Cents;
  readonly finalTotalCents: Cents | null;
}

const COLUMNS = `o.id, o.code, o.cycle_id, c.delivery_day, o.payment, o.placed_at, o.cancelled_at,
  o.handed_out_at, o.settled_at,
  o.goods_estimated_cents + o.deposits_cents + o.delivery_fee_cents, o.final_total_cents`;

/** The orders that are whoever's session this is to read (`OWN_ORDERS`), the newest first. */
export function ownOrders(session: Digest | null, asked: PageAsked): Loader<Page<OwnOrder>> {
  const statement = {
    sql: `WITH ${OWN_ORDERS}
      SELECT ${COLUMNS} FROM own JOIN customer_order o ON o.id = own.id
        JOIN cycle c ON c.id = o.cycle_id
      WHERE ?2 = '' OR o.id < ?2 ORDER BY o.id DESC LIMIT ?3`,
    args: [session, asked.after ?? "", asked.limit + 1],
  };
  const loader = { statement, parse: (rows: readonly Row[]) => rows.map(toOwnOrder) };
  return paged(loader, asked, (order) => order.id);
}

function toOwnOrder(row: Row): OwnOrder {
  const final = integerOrNull(row, 10);
  return {
    id: id<OrderId>(text(row, 0)),
    code: text(row, 1),
    cycleId: id<CycleId>(text(row, 2)),
    deliveryDay: civilDate(text(row, 3)),
    payment: text(row, 4) as Payment,
    placedAt: instantAt(row, 5),
    cancelledAt: instantOrNull(row, 6),
    handedOutAt: instantOrNull(row, 7),
    settledAt: instantOrNull(row, 8),
    estimatedTotalCents: cents(integer(row, 9)),
    finalTotalCents: final === null ? null : cents(final),
  };
}
