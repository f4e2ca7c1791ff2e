import {
  type CycleId,
  type EnterpriseId,
  type HouseholdId,
  id,
  type OrderId,
  type PoolId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { basisPoints, type Milli, milli } from "#domain/kernel/quantity.ts";
import { salesOf } from "#domain/ledger/accounts.ts";
import type { OrderSettlement, SoldPart } from "#domain/orders/settlement.ts";
import type { Row, Statement } from "#ports/database.ts";
import { integer, integerOrNull, text, textOrNull } from "./cells.ts";
import type { Payment } from "./orders.ts";
import { type Language, languageAt } from "./persons.ts";
import type { Loader } from "./statement.ts";

/** What the database says when an order was charged already. */
export const ORDER_SETTLED = "refused:order-settled";
/** What it says when a line of the order was weighed since its sums were read. */
export const ORDER_WEIGHED = "customer_order_settled_sum";

/** An order that still stands, as its last step needs it: what it is worth, how it is paid. */
export interface OpenOrder {
  readonly orderId: OrderId;
  readonly code: string;
  readonly cycleId: CycleId;
  readonly householdId: HouseholdId | null;
  readonly payment: Payment;
  readonly version: number;
  readonly goodsEstimatedCents: Cents;
  readonly goodsFinalCents: Cents;
  readonly depositsCents: Cents;
  readonly deliveryFeeCents: Cents;
  readonly holdId: string | null;
  readonly holdCents: Cents;
  readonly rules: Readonly<Record<string, number>>;
  readonly email: string | null;
  /** Of the letters about it. */
  readonly language: Language;
  /** What its wallet has free; null when no wallet pays. */
  readonly availableCents: Cents | null;
  /** Below this the household is told that its wallet runs low. */
  readonly lowCreditCents: Cents | null;
}

/** Orders of a cycle that are neither charged nor cancelled, a handful at a time. */
export function openOrders(cycleId: CycleId, atMost: number): Loader<OpenOrder[]> {
  return {
    statement: {
      sql: `SELECT o.id, o.code, o.cycle_id, o.household_id, o.payment, o.version,
          o.goods_estimated_cents, o.goods_final_cents, o.deposits_cents, o.delivery_fee_cents,
          o.hold_id, o.hold_cents, o.rules,
          coalesce((SELECT email FROM order_contact WHERE order_id = o.id), f.email),
          CASE o.payment WHEN 'wallet' THEN coalesce((
            SELECT -b.posted_cents FROM ledger_account a
            JOIN ledger_balance b ON b.account_id = a.id
            WHERE a.code = 'wallet:' || o.household_id), 0) END,
          h.low_credit_cents, o.language
        FROM customer_order o LEFT JOIN household h ON h.id = o.household_id
        LEFT JOIN household_profile f ON f.household_id = o.household_id
        WHERE o.cycle_id = ? AND o.settled_at IS NULL AND o.cancelled_at IS NULL
        ORDER BY o.id LIMIT ?`,
      args: [cycleId, atMost],
    },
    parse: (rows) => rows.map(toOpenOrder),
  };
}

function toOpenOrder(row: Row): OpenOrder {
  const household = textOrNull(row, 3);
  const amount = (at: number) => {
    const value = integerOrNull(row, at);
    return value === null ? null : cents(value);
  };
  return {
    orderId: id<OrderId>(text(row, 0)),
    code: text(row, 1),
    cycleId: id<CycleId>(text(row, 2)),
    householdId: household === null ? null : id<HouseholdId>(household),
    payment: text(row, 4) as Payment,
    version: integer(row, 5),
    goodsEstimatedCents: cents(integer(row, 6)),
    goodsFinalCents: cents(integer(row, 7)),
    depositsCents: cents(integer(row, 8)),
    deliveryFeeCents: cents(integer(row, 9)),
    holdId: textOrNull(row, 10),
    holdCents: cents(integer(row, 11)),
    rules: JSON.parse(text(row, 12)) as Record<string, number>,
    email: textOrNull(row, 13),
    availableCents: amount(14),
    lowCreditCents: amount(15),
    language: languageAt(row, 16),
  };
}

/** Notes what an order finally costs. A second time is refused. */
export function orderSettled(orderId: OrderId, sums: OrderSettlement, at: Instant): Statement {
  return {
    sql: `UPDATE customer_order SET settled_at = ?, final_fee_cents = ?, final_total_cents = ?
      WHERE id = ?`,
    args: [at, sums.feeCents, sums.totalCents, orderId],
  };
}

/** What the open orders of a cycle hold of the stock. */
export interface HeldStock {
  readonly orderId: OrderId;
  readonly poolId: PoolId;
  readonly hubId: EnterpriseId;
  readonly quantityMilli: Milli;
}

export function heldByOpenOrders(cycleId: CycleId, atMost: number): Loader<HeldStock[]> {
  return {
    statement: {
      sql: `SELECT r.holder, r.pool_id, r.hub_id, r.quantity_milli FROM (
          SELECT id FROM customer_order
          WHERE cycle_id = ? AND settled_at IS NULL AND cancelled_at IS NULL ORDER BY id LIMIT ?
        ) o JOIN stock_reservation r ON r.holder = o.id`,
      args: [cycleId, atMost],
    },
    parse: (rows) =>
      rows.map((row) => ({
        orderId: id<OrderId>(text(row, 0)),
        poolId: id<PoolId>(text(row, 1)),
        hubId: id<EnterpriseId>(text(row, 2)),
        quantityMilli: milli(integer(row, 3)),
      })),
  };
}

/** What was held has left the pool, and the hub's quota of it: there is so much less. */
export function takeFromStock(held: readonly HeldStock[]): Statement[] {
  return held.flatMap(({ orderId, poolId, hubId, quantityMilli }) => [
    {
      sql: "DELETE FROM stock_reservation WHERE holder = ? AND pool_id = ?",
      args: [orderId, poolId],
    },
    {
      sql: "UPDATE stock_pool SET on_hand_milli = on_hand_milli - ? WHERE id = ?",
      args: [quantityMilli, poolId],
    },
    {
      sql: "UPDATE stock_quota SET quota_milli = quota_milli - ? WHERE pool_id = ? AND hub_id = ?",
      args: [quantityMilli, poolId, hubId],
    },
  ]);
}

const ROUND = `(SELECT max(number) FROM cycle_event WHERE cycle_id = ?1 AND kind = 'delivered')`;
const NEXT = `(SELECT t.enterprise_id FROM producer_total t WHERE t.cycle_id = ?1 AND t.lines > 0
  AND NOT EXISTS (SELECT 1 FROM cycle_step s WHERE s.cycle_id = ?1 AND s.round = ${ROUND}
    AND s.step = 'settle-producer' AND s.subject = t.enterprise_id)
  ORDER BY t.enterprise_id LIMIT 1)`;

/** What stands between a delivered cycle and its books. */
export interface SettlingTurn {
  readonly round: number;
  /** The next producer to be settled; null when all of them are. */
  readonly enterpriseId: EnterpriseId | null;
  /** Whether the settlement began already. */
  readonly isBegun: boolean;
  /** What the books still hold of the cycle's sales. */
  readonly salesCents: Cents;
}

export function settlingTurn(cycleId: CycleId): Loader<SettlingTurn | null> {
  return {
    statement: {
      sql: `SELECT ${ROUND}, ${NEXT}, EXISTS (
          SELECT 1 FROM customer_order WHERE cycle_id = ?1 AND settled_at IS NOT NULL
        ) OR EXISTS (
          SELECT 1 FROM cycle_step WHERE cycle_id = ?1 AND step = 'settle-producer'
        ), coalesce((SELECT posted_cents FROM ledger_balance
          JOIN ledger_account ON ledger_account.id = account_id WHERE code = ?2), 0)`,
      args: [cycleId, salesOf(cycleId).code],
    },
    parse: ([row]) => {
      const round = row === undefined ? null : integerOrNull(row, 0);
      if (row === undefined || round === null) return null;
      const next = textOrNull(row, 1);
      return {
        round,
        enterpriseId: next === null ? null : id<EnterpriseId>(next),
        isBegun: integer(row, 2) === 1,
        salesCents: cents(integer(row, 3)),
      };
    },
  };
}

/** A producer's sales, summed by VAT rate and by the fee that their orders were placed under. */
export interface SoldByProducer extends SoldPart {
  readonly enterpriseId: EnterpriseId;
  /** The version of the fee's rule. */
  readonly feeVersion: number;
}

/** What was sold in a cycle; of one producer, of the next to be settled, or of all. */
export function soldInCycle(cycleId: CycleId, whose: "next" | "all"): Loader<SoldByProducer[]> {
  return {
    statement: {
      sql: `SELECT l.enterprise_id, coalesce(sum(l.final_cents), 0), o.vat_basis_points,
          c.network_fee_basis_points, max(coalesce(c.rules ->> '$."network-fee"', 0))
        FROM order_line l JOIN offer o ON o.id = l.offer_id
        JOIN customer_order c ON c.id = l.order_id
        WHERE l.cycle_id = ?1 AND (?2 = 'all' OR l.enterprise_id = ${NEXT})
          AND l.status NOT IN ('new', 'withdrawn')
        GROUP BY l.enterprise_id, o.vat_basis_points, c.network_fee_basis_points
        ORDER BY l.enterprise_id`,
      args: [cycleId, whose],
    },
    parse: (rows) =>
      rows.map((row) => ({
        enterpriseId: id<EnterpriseId>(text(row, 0)),
        finalCents: cents(integer(row, 1)),
        vat: basisPoints(integer(row, 2)),
        networkFee: basisPoints(integer(row, 3)),
        feeVersion: integer(row, 4),
      })),
  };
}
