import type { Digest } from "#domain/kernel/digest.ts";
import { type CycleId, id, type OrderId } from "#domain/kernel/ids.ts";
import { civilDate, type Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { CycleRowState } from "#domain/orders/cycle-state.ts";
import type { OrderCourse } from "#domain/orders/order-stage.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import type { Payment } from "./orders.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import type { Loader } from "./statement.ts";

/**
 * Whose session `?1` is, and the orders that are theirs to read: what they ordered signed in, what
 * is on order for a household in which they take part, and what somebody ordered as a guest with
 * an address of theirs.
 */
export const OWN_ORDERS = `me (id) AS (SELECT person_id FROM session WHERE digest = ?1),
  own (id) AS (
    SELECT o.id FROM customer_order o JOIN me ON o.person_id = me.id
    UNION
    SELECT o.id FROM me JOIN role_grant g ON g.holder = me.id AND g.role = 'household'
        AND g.revoked_at IS NULL
      JOIN customer_order o ON o.household_id = g.subject
    UNION
    SELECT o.id FROM me JOIN person_email e ON e.person_id = me.id
        AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL
      JOIN order_contact g ON g.email = e.folded COLLATE NOCASE AND g.email IS NOT NULL
      JOIN customer_order o ON o.id = g.order_id AND o.person_id IS NULL
  )`;

/** An order in the pages of whoever placed it: how far it is, where it goes, what it comes to. */
export interface OwnOrderRow extends OrderCourse {
  readonly id: OrderId;
  readonly code: string;
  readonly cycleId: CycleId;
  readonly payment: Payment;
  readonly placedAt: Instant;
  /** The family it is for; null for an order of one's own. */
  readonly householdName: string | null;
  /** Null at home. */
  readonly pickup: { readonly name: string; readonly street: string } | null;
  readonly slot: { readonly fromMinute: number; readonly toMinute: number } | null;
  readonly products: number;
  /** Goods, deposits and delivery as ordered. */
  readonly estimatedTotalCents: Cents;
  readonly finalTotalCents: Cents | null;
}

const SELECT = `SELECT o.id, o.code, o.cycle_id, o.payment, o.placed_at, o.cancelled_at,
    o.handed_out_at, o.settled_at, o.lines,
    o.goods_estimated_cents + o.deposits_cents + o.delivery_fee_cents, o.final_total_cents,
    (SELECT amount_cents FROM payment_due WHERE order_id = o.id AND ended_at IS NULL),
    c.state, c.opens_at, c.closes_at, c.delivery_day, f.name, p.name, p.street,
    s.from_minute, s.to_minute
  FROM own JOIN customer_order o ON o.id = own.id JOIN cycle c ON c.id = o.cycle_id
    LEFT JOIN household_profile f ON f.household_id = o.household_id
    LEFT JOIN pickup_point p ON p.id = o.place LEFT JOIN slot s ON s.id = o.slot_id`;

/** Own orders that were placed in a stretch of time, the newest first. */
export function ownOrderRows(
  session: Digest | null,
  asked: PageAsked & { readonly from: Instant; readonly until: Instant },
): Loader<Page<OwnOrderRow>> {
  const statement = {
    sql: `WITH ${OWN_ORDERS} ${SELECT} WHERE (?2 = '' OR o.id < ?2)
        AND o.placed_at >= ?3 AND o.placed_at < ?4 ORDER BY o.id DESC LIMIT ?5`,
    args: [session, asked.after ?? "", asked.from, asked.until, asked.limit + 1],
  };
  return paged({ statement, parse: toRows }, asked, (order) => order.id);
}

/** Own orders that are not over: not settled yet, or not wholly paid. The newest first. */
export function ownOrdersInHand(session: Digest | null, limit: number): Loader<OwnOrderRow[]> {
  const statement = {
    sql: `WITH ${OWN_ORDERS} ${SELECT} WHERE o.cancelled_at IS NULL AND c.state <> 'cancelled'
        AND (o.settled_at IS NULL OR EXISTS (SELECT 1 FROM payment_due AS due
          WHERE due.order_id = o.id AND due.ended_at IS NULL))
      ORDER BY o.id DESC LIMIT ?2`,
    args: [session, limit],
  };
  return { statement, parse: toRows };
}

/** When the first own order was placed; null before there is one. */
export function firstOwnOrderAt(session: Digest | null): Loader<Instant | null> {
  return {
    statement: {
      sql: `WITH ${OWN_ORDERS} SELECT min(o.placed_at) FROM own
        JOIN customer_order o ON o.id = own.id`,
      args: [session],
    },
    parse: ([row]) => (row === undefined ? null : instantOrNull(row, 0)),
  };
}

function toRows(rows: readonly Row[]): OwnOrderRow[] {
  return rows.map(toOwnOrderRow);
}

function toOwnOrderRow(row: Row): OwnOrderRow {
  const centsOrNull = (at: number) => {
    const amount = integerOrNull(row, at);
    return amount === null ? null : cents(amount);
  };
  const pickup = textOrNull(row, 17);
  const [fromMinute, toMinute] = [integerOrNull(row, 19), integerOrNull(row, 20)];
  return {
    id: id<OrderId>(text(row, 0)),
    code: text(row, 1),
    cycleId: id<CycleId>(text(row, 2)),
    payment: text(row, 3) as Payment,
    placedAt: instantAt(row, 4),
    cancelledAt: instantOrNull(row, 5),
    handedOutAt: instantOrNull(row, 6),
    settledAt: instantOrNull(row, 7),
    products: integer(row, 8),
    estimatedTotalCents: cents(integer(row, 9)),
    finalTotalCents: centsOrNull(10),
    dueCents: centsOrNull(11),
    cycle: {
      state: text(row, 12) as CycleRowState,
      opensAt: instantAt(row, 13),
      closesAt: instantAt(row, 14),
      deliveryDay: civilDate(text(row, 15)),
    },
    householdName: textOrNull(row, 16),
    pickup: pickup === null ? null : { name: pickup, street: textOrNull(row, 18) ?? "" },
    slot: fromMinute === null || toMinute === null ? null : { fromMinute, toMinute },
  };
}
