import type { CycleId, HouseholdId, OrderId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { CASH, DEPOSITS, PICKUP_RECEIVABLE, walletOf } from "#domain/ledger/accounts.ts";
import { credit, debit, draft, type Occasion, type Posting } from "#domain/ledger/posting.ts";
import { type Cents, ZERO } from "#domain/kernel/money.ts";
import { type Due, payDue } from "./due.ts";
import type { PaymentRefusal } from "./refusals.ts";

/** An order at the counter: how it pays, and what was taken for it already. */
export interface AtCounter {
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  readonly payment: "wallet" | "card" | "at-pickup";
  readonly householdId: HouseholdId | null;
  readonly paidCents: Cents | null;
  /** What its card did not pay. */
  readonly due: Due | null;
}

/** Money for an order that pays at pickup, or whose card did not pay: taken once, in cash. */
export function takeCash(
  order: AtCounter,
  amountCents: Cents,
  occasion: Occasion,
): Outcome<Posting, PaymentRefusal> {
  const { orderId, cycleId } = order;
  if (order.due !== null) return payDue(order, { amountCents, source: "cash" }, occasion);
  if (order.payment !== "at-pickup") return refuse({ code: "not-paid-at-pickup", orderId });
  if (order.paidCents !== null) {
    return refuse({ code: "order-paid", orderId, paidCents: order.paidCents });
  }
  return accept(payAtPickup({ orderId, cycleId, amountCents }, occasion));
}

/** Money handed over with the crate; each order pays once. */
export function payAtPickup(
  paid: { readonly orderId: OrderId; readonly cycleId: CycleId; readonly amountCents: Cents },
  occasion: Occasion,
): Posting {
  const { orderId, cycleId, amountCents } = paid;
  const about = { ref: `pickup-payment:${orderId}`, kind: "pickup-payment", cycleId, orderId };
  return draft(about, occasion, [debit(CASH, amountCents), credit(PICKUP_RECEIVABLE, amountCents)]);
}

/**
 * Empties come back: their deposit goes to the wallet that paid it, or back over the counter.
 * Never more than the network holds in deposits: the database refuses it ("account-limit").
 */
export function returnDeposit(
  order: AtCounter,
  returned: { readonly key: string; readonly amountCents: Cents },
  occasion: Occasion,
): Posting {
  const { orderId, cycleId, householdId, payment } = order;
  const isWallet = payment === "wallet" && householdId !== null;
  const ref = `deposit-return:${orderId}:${returned.key}`;
  return draft({ ref, kind: "deposit-return", cycleId, orderId }, occasion, [
    { ...debit(DEPOSITS, returned.amountCents), most: ZERO },
    credit(isWallet ? walletOf(householdId) : CASH, returned.amountCents),
  ]);
}
