import {
  type CycleId,
  type EnterpriseId,
  type HouseholdId,
  id,
  type LineId,
  type OfferId,
  type OrderId,
  type ProductId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Grams, grams, type Milli, milli } from "#domain/kernel/quantity.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { Row } from "#ports/database.ts";
import { instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { lineStateOf } from "./order-reads.ts";
import type { Payment } from "./orders.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import type { Loader } from "./statement.ts";

/** What is bought of one offer, and what came of it; only offers that somebody asked for. */
export interface PurchaseRow {
  readonly offerId: OfferId;
  readonly productId: ProductId;
  readonly enterpriseId: EnterpriseId;
  readonly productName: string;
  readonly kind: "piece" | "kg" | "variable";
  readonly boxUnits: number;
  readonly lines: number;
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
  readonly estimatedCents: Cents;
  /** Null while the cycle is open, and afterwards for what is sold loose. */
  readonly boxes: number | null;
  /** Null while the cycle is open. */
  readonly orderedMilli: Milli | null;
  readonly deliveredMilli: Milli;
  readonly finalCents: Cents;
}

/** The purchase of a cycle, in the order of its shelf. Totals are kept: nothing is added up. */
export function purchaseOf(cycleId: CycleId): Loader<PurchaseRow[]> {
  return {
    statement: {
      sql: `SELECT t.offer_id, o.product_id, t.enterprise_id, p.name, o.kind, o.box_units, t.lines,
          t.demand_milli, t.tolerance_milli, t.estimated_cents, t.boxes, t.ordered_milli,
          t.delivered_milli, t.final_cents
        FROM offer_total t JOIN offer o ON o.id = t.offer_id JOIN product p ON p.id = o.product_id
        WHERE t.cycle_id = ? AND t.lines > 0 ORDER BY o.position, o.id`,
      args: [cycleId],
    },
    parse: (rows) => rows.map(toPurchase),
  };
}

function toPurchase(row: Row): PurchaseRow {
  const ordered = integerOrNull(row, 11);
  return {
    offerId: id<OfferId>(text(row, 0)),
    productId: id<ProductId>(text(row, 1)),
    enterpriseId: id<EnterpriseId>(text(row, 2)),
    productName: text(row, 3),
    kind: text(row, 4) as PurchaseRow["kind"],
    boxUnits: integer(row, 5),
    lines: integer(row, 6),
    demandMilli: milli(integer(row, 7)),
    toleranceMilli: milli(integer(row, 8)),
    estimatedCents: cents(integer(row, 9)),
    boxes: integerOrNull(row, 10),
    orderedMilli: ordered === null ? null : milli(ordered),
    deliveredMilli: milli(integer(row, 12)),
    finalCents: cents(integer(row, 13)),
  };
}

/** A line as the hub reads it: its one current state, and whose it is. */
export interface CycleLine extends LineState {
  readonly id: LineId;
  readonly seq: number;
  readonly orderId: OrderId;
  readonly householdId: HouseholdId | null;
  readonly offerId: OfferId;
  readonly enterpriseId: EnterpriseId;
}

/** The lines of a cycle in order of `seq`; the cursor is the last `seq`. */
export function linePage(
  cycleId: CycleId,
  asked: { readonly after: number | null; readonly limit: number },
): Loader<Page<CycleLine>> {
  const statement = {
    sql: `SELECT l.id, l.seq, l.order_id, c.household_id, l.offer_id, l.enterprise_id, l.status,
        l.wanted_milli, l.tolerance_milli, l.allocated_milli, l.lost_milli, l.delivered_milli,
        l.actual_grams, l.estimated_cents, l.hold_cents, l.final_cents, l.deposit_cents,
        l.load_grams, l.refunded_cents
      FROM order_line l JOIN customer_order c ON c.id = l.order_id
      WHERE l.cycle_id = ? AND l.seq > ? AND l.status NOT IN ('new', 'withdrawn')
      ORDER BY l.seq LIMIT ?`,
    args: [cycleId, asked.after ?? 0, asked.limit + 1],
  };
  const page = { after: null, limit: asked.limit };
  return paged({ statement, parse: (rows) => rows.map(toLine) }, page, ({ seq }) => String(seq));
}

function toLine(row: Row): CycleLine {
  const household = textOrNull(row, 3);
  return {
    id: id<LineId>(text(row, 0)),
    seq: integer(row, 1),
    orderId: id<OrderId>(text(row, 2)),
    householdId: household === null ? null : id<HouseholdId>(household),
    offerId: id<OfferId>(text(row, 4)),
    enterpriseId: id<EnterpriseId>(text(row, 5)),
    ...lineStateOf(row, 6),
  };
}

/** An order's sums as its row keeps them. */
export interface CycleOrder {
  readonly id: OrderId;
  readonly code: string;
  readonly householdId: HouseholdId | null;
  readonly place: string;
  readonly payment: Payment;
  readonly lines: number;
  readonly goodsEstimatedCents: Cents;
  readonly goodsHoldCents: Cents;
  readonly deliveryFeeCents: Cents;
  readonly depositsCents: Cents;
  readonly goodsFinalCents: Cents;
  readonly finalFeeCents: Cents | null;
  readonly finalTotalCents: Cents | null;
  readonly capturedCents: Cents | null;
  readonly handedOutAt: Instant | null;
  readonly settledAt: Instant | null;
}

/** The orders of a cycle that stand, in the order in which they were placed. */
export function orderPage(cycleId: CycleId, asked: PageAsked): Loader<Page<CycleOrder>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `SELECT id, code, household_id, place, payment, lines, goods_estimated_cents,
        goods_hold_cents, delivery_fee_cents, deposits_cents, goods_final_cents, final_fee_cents,
        final_total_cents, captured_cents, handed_out_at, settled_at
      FROM customer_order
      WHERE cycle_id = ? AND cancelled_at IS NULL AND id > ? ORDER BY id LIMIT ?`,
    args: [cycleId, after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toOrder) }, asked, (order) => order.id);
}

function toOrder(row: Row): CycleOrder {
  const household = textOrNull(row, 2);
  const amount = (at: number) => {
    const value = integerOrNull(row, at);
    return value === null ? null : cents(value);
  };
  return {
    id: id<OrderId>(text(row, 0)),
    code: text(row, 1),
    householdId: household === null ? null : id<HouseholdId>(household),
    place: text(row, 3),
    payment: text(row, 4) as Payment,
    lines: integer(row, 5),
    goodsEstimatedCents: cents(integer(row, 6)),
    goodsHoldCents: cents(integer(row, 7)),
    deliveryFeeCents: cents(integer(row, 8)),
    depositsCents: cents(integer(row, 9)),
    goodsFinalCents: cents(integer(row, 10)),
    finalFeeCents: amount(11),
    finalTotalCents: amount(12),
    capturedCents: amount(13),
    handedOutAt: instantOrNull(row, 14),
    settledAt: instantOrNull(row, 15),
  };
}

/** What goes to one place: a pickup point, or "home". */
export interface PlaceRow {
  readonly place: string;
  readonly orders: number;
  readonly lines: number;
  readonly loadGrams: Grams;
}

export function placesOf(cycleId: CycleId): Loader<PlaceRow[]> {
  return {
    statement: {
      sql: `SELECT place, orders, lines, load_grams FROM place_total
        WHERE cycle_id = ? AND orders > 0 ORDER BY place`,
      args: [cycleId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        place: text(row, 0),
        orders: integer(row, 1),
        lines: integer(row, 2),
        loadGrams: grams(integer(row, 3)),
      })),
  };
}

/** What was asked of one producer in a cycle. */
export interface ProducerRow {
  readonly enterpriseId: EnterpriseId;
  readonly name: string;
  readonly lines: number;
  readonly estimatedCents: Cents;
  readonly finalCents: Cents;
  /** Whether its lines were cancelled for its minimum. */
  readonly isCancelled: boolean;
}

/** The producers with an offer in the cycle, by name. */
export function producersOf(cycleId: CycleId): Loader<ProducerRow[]> {
  return {
    statement: {
      sql: `SELECT t.enterprise_id, e.name, t.lines, t.estimated_cents, t.final_cents, EXISTS (
          SELECT 1 FROM order_line l WHERE l.cycle_id = t.cycle_id
            AND l.enterprise_id = t.enterprise_id AND l.status = 'cancelled_minimum')
        FROM producer_total t JOIN enterprise e ON e.id = t.enterprise_id
        WHERE t.cycle_id = ? ORDER BY e.name, e.id`,
      args: [cycleId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        enterpriseId: id<EnterpriseId>(text(row, 0)),
        name: text(row, 1),
        lines: integer(row, 2),
        estimatedCents: cents(integer(row, 3)),
        finalCents: cents(integer(row, 4)),
        isCancelled: integer(row, 5) === 1,
      })),
  };
}
