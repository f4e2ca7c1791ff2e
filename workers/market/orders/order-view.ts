import type { CycleId, HouseholdId, LineId, OfferId, OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { addCents, type Cents, subtractCents } from "#domain/kernel/money.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { LineRow, OrderRow } from "#store/order-reads.ts";
import type { Payment } from "#store/orders.ts";

/** A line as its household reads it. */
export interface LineView extends LineState {
  readonly id: LineId;
  readonly offerId: OfferId;
  readonly seq: number;
  readonly productName: string;
  readonly producerName: string;
}

/** An order as its household reads it: what it ordered, what it will pay or has paid. */
export interface OrderView {
  readonly id: OrderId;
  readonly code: string;
  readonly cycleId: CycleId;
  readonly householdId: HouseholdId | null;
  readonly place: string;
  readonly slotId: string | null;
  readonly payment: Payment;
  readonly placedAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly handedOutAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly lines: readonly LineView[];
  readonly goodsEstimatedCents: Cents;
  readonly depositsCents: Cents;
  readonly deliveryFeeCents: Cents;
  /** Estimated goods, deposits and delivery: what was said at the checkout. */
  readonly checkoutTotalCents: Cents;
  /** What a card has to hold; stated for every order. */
  readonly holdCents: Cents;
  readonly goodsFinalCents: Cents;
  /** Null until the order is settled. */
  readonly finalFeeCents: Cents | null;
  readonly finalTotalCents: Cents | null;
  readonly differenceCents: Cents | null;
  readonly capturedCents: Cents | null;
  /** What its card did not pay, to be paid in another way. */
  readonly dueCents: Cents | null;
  /** What was given back of it since, for problems that were accepted. */
  readonly refundedCents: Cents;
  /** The versions of the rules that it was placed under, by key. */
  readonly rules: Readonly<Record<string, number>>;
}

export function viewOrder(order: OrderRow, lines: readonly LineRow[]): OrderView {
  const goods = addCents(order.goodsEstimatedCents, order.depositsCents);
  const checkoutTotalCents = addCents(goods, order.deliveryFeeCents);
  const { finalTotalCents } = order;
  return {
    id: order.id,
    code: order.code,
    cycleId: order.cycleId,
    householdId: order.householdId,
    place: order.place,
    slotId: order.slotId,
    payment: order.payment,
    placedAt: order.placedAt,
    cancelledAt: order.cancelledAt,
    handedOutAt: order.handedOutAt,
    settledAt: order.settledAt,
    lines: lines.map(viewLine),
    goodsEstimatedCents: order.goodsEstimatedCents,
    depositsCents: order.depositsCents,
    deliveryFeeCents: order.deliveryFeeCents,
    checkoutTotalCents,
    holdCents: addCents(order.goodsHoldCents, order.deliveryFeeCents),
    goodsFinalCents: order.goodsFinalCents,
    finalFeeCents: order.finalFeeCents,
    finalTotalCents,
    differenceCents:
      finalTotalCents === null ? null : subtractCents(finalTotalCents, checkoutTotalCents),
    capturedCents: order.capturedCents,
    dueCents: order.due?.amountCents ?? null,
    refundedCents: order.refundedCents,
    rules: order.rules,
  };
}

function viewLine({ id, offerId, seq, productName, producerName, state }: LineRow): LineView {
  return { id, offerId, seq, productName, producerName, ...state };
}
