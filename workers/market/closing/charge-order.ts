import { type Cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import type { Letter } from "#domain/notices/letter.ts";
import { lowCreditMail, receiptMail } from "#domain/notices/receipt-mail.ts";
import { type OrderSettlement, settleOrderSums } from "#domain/orders/settlement.ts";
import type { CardHold } from "#domain/payments/card.ts";
import { type PaidBy, settleOrder } from "#domain/payments/settlement.ts";
import type { Statement } from "#ports/database.ts";
import { releaseHold } from "#store/captures.ts";
import { queueLetter } from "#store/letters.ts";
import { afterwards } from "#store/outbox.ts";
import { post } from "#store/postings.ts";
import { type OpenOrder, orderSettled } from "#store/settlements.ts";
import type { Run } from "./close-steps.ts";

/**
 * Charges one order what it came to: the books, the order's own row, the card (later, by the
 * outbox), the receipt, and a word when its wallet runs low.
 */
export function chargeOrder(run: Run, order: OpenOrder): Statement[] {
  const { orderId, cycleId, deliveryFeeCents, depositsCents } = order;
  const goodsCents = order.goodsFinalCents;
  const sums = settleOrderSums({ goodsCents, depositsCents, deliveryFeeCents });
  const totals = {
    orderId,
    cycleId,
    goodsCents,
    deliveryFeeCents: sums.feeCents,
    depositCents: depositsCents,
  };
  const occasion = { now: run.now, actor: run.actor, rules: order.rules };
  return [
    orderSettled(orderId, sums, run.now),
    ...post(settleOrder(totals, paidBy(order), occasion)),
    ...endOfHold(run, order, sums.totalCents),
    ...letters(run, order, sums),
  ];
}

function paidBy({ payment, householdId, goodsEstimatedCents }: OpenOrder): PaidBy {
  if (payment === "wallet" && householdId !== null) {
    return { payment, household: householdId, heldCents: goodsEstimatedCents };
  }
  return { payment: payment === "card" ? "card" : "at-pickup" };
}

/** A card pays what the order came to, never more than it holds; what costs nothing frees it. */
function endOfHold(run: Run, order: OpenOrder, totalCents: Cents): Statement[] {
  const { holdId, holdCents, orderId, cycleId } = order;
  if (holdId === null) return [];
  const hold: CardHold = { holdId, heldCents: holdCents, orderId, cycleId };
  const amountCents = totalCents < holdCents ? totalCents : holdCents;
  if (amountCents === 0) return [releaseHold(hold, run.now)];
  const payload = { ...hold, amountCents, shortCents: subtractCents(totalCents, amountCents) };
  const key = `capture:${holdId}`;
  return [afterwards({ topic: "payment-capture", key, payload, at: run.now })];
}

function letters(run: Run, order: OpenOrder, sums: OrderSettlement): Statement[] {
  const { orderId, code, language, goodsEstimatedCents, depositsCents, deliveryFeeCents } = order;
  const estimatedTotalCents = sumCents([goodsEstimatedCents, depositsCents, deliveryFeeCents]);
  const receipt = receiptMail(language, { code, ...sums, estimatedTotalCents });
  const available = availableAfter(order, sums.totalCents);
  const isLow = available !== null && available < (order.lowCreditCents ?? 0);
  return [
    ...letterTo(run, order, `receipt:${orderId}`, receipt),
    ...(isLow
      ? letterTo(run, order, `low-credit:${orderId}`, lowCreditMail(language, available))
      : []),
  ];
}

/** What the wallet has free once the reservation has become the final total. */
function availableAfter(order: OpenOrder, totalCents: Cents): Cents | null {
  if (order.availableCents === null) return null;
  return subtractCents(order.availableCents, subtractCents(totalCents, order.goodsEstimatedCents));
}

/** A letter to whoever ordered, where there is an address. */
export function letterTo(run: Run, { email }: OpenOrder, key: string, letter: Letter): Statement[] {
  return email === null ? [] : queueLetter({ key, to: email, letter, at: run.now });
}
