import type { CycleId, OrderId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { BANK, CARD_RECEIVABLE, CASH } from "#domain/ledger/accounts.ts";
import { credit, debit, draft, type Occasion, type Posting } from "#domain/ledger/posting.ts";
import type { PaymentRefusal } from "./refusals.ts";

/** What an order's card did not pay, after the order was charged. */
export interface Due {
  /** Counts the dues of one order. */
  readonly number: number;
  readonly amountCents: Cents;
  /** The capture that was refused and can be tried again; null where the hold was too small. */
  readonly effectId: number | null;
}

/** Where money for it came from: over the counter, or by transfer. */
export type DueSource = "cash" | "bank";

/**
 * The card said no for good when its hold is gone or too small. One that was captured already has
 * paid: somebody has to look, but nothing is owed.
 */
export function isOwedAfter(reason: string): boolean {
  return reason !== "hold-captured";
}

/** Pays what a card did not, in another way: all of it, once. */
export function payDue(
  order: { readonly orderId: OrderId; readonly cycleId: CycleId; readonly due: Due | null },
  paid: { readonly amountCents: Cents; readonly source: DueSource },
  occasion: Occasion,
): Outcome<Posting, PaymentRefusal> {
  const { orderId, cycleId, due } = order;
  if (due === null) return refuse({ code: "nothing-due", orderId });
  if (paid.amountCents !== due.amountCents) {
    return refuse({ code: "due-differs", orderId, dueCents: due.amountCents });
  }
  const ref = `due-payment:${orderId}:${due.number}`;
  return accept(
    draft({ ref, kind: "due-payment", cycleId, orderId }, occasion, [
      debit(paid.source === "cash" ? CASH : BANK, due.amountCents),
      credit(CARD_RECEIVABLE, due.amountCents),
    ]),
  );
}
