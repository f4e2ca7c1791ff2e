import type { MemberId } from "#domain/kernel/ids.ts";
import { type Cents, subtractCents, ZERO } from "#domain/kernel/money.ts";
import {
  BANK,
  CASH,
  RESERVES,
  shareCapitalOf,
  shareReceivableFrom,
  shareRedemptionOf,
} from "./accounts.ts";
import { credit, debit, draft, type Leg, type Occasion, type Posting } from "./posting.ts";

/** How money for shares comes in or goes out. */
export type ShareMoney = "cash" | "bank";

const TILL = { cash: CASH, bank: BANK } as const;

/** Capital that a member promises: the network may claim it from now on. */
export function subscribeShares(
  member: MemberId,
  amount: Cents,
  ref: string,
  occasion: Occasion,
): Posting {
  return draft({ ref, kind: "share-subscribed" }, occasion, [
    debit(shareReceivableFrom(member), amount),
    credit(shareCapitalOf(member), amount),
  ]);
}

/** What was promised comes in; never more than is open. */
export function payShares(
  member: MemberId,
  { amount, into }: { readonly amount: Cents; readonly into: ShareMoney },
  ref: string,
  occasion: Occasion,
): Posting {
  return draft({ ref, kind: "share-paid" }, occasion, [
    debit(TILL[into], amount),
    credit(shareReceivableFrom(member), amount),
  ]);
}

/** Paid-up capital changes hands; what the two pay each other is between them. */
export function transferShares(
  { from, to }: { readonly from: MemberId; readonly to: MemberId },
  amount: Cents,
  ref: string,
  occasion: Occasion,
): Posting {
  return draft({ ref, kind: "share-transferred" }, occasion, [
    debit(shareCapitalOf(from), amount),
    credit(shareCapitalOf(to), amount),
  ]);
}

/** Reserves become paid-up capital (art. 7 L. 59/1992), as far as they go. */
export function revalueShares(
  member: MemberId,
  amount: Cents,
  ref: string,
  occasion: Occasion,
): Posting {
  return draft({ ref, kind: "share-revalued" }, occasion, [
    debit(RESERVES, amount, ZERO),
    credit(shareCapitalOf(member), amount),
  ]);
}

/**
 * Capital of a member who leaves becomes a debt to them, less the losses that fall on it; what was
 * promised and never paid is no longer capital.
 */
export function redeemShares(
  member: MemberId,
  sums: { readonly subscribed: Cents; readonly paid: Cents; readonly loss: Cents },
  ref: string,
  occasion: Occasion,
): Posting {
  const { subscribed, paid, loss } = sums;
  const legs: Leg[] = [
    debit(shareCapitalOf(member), subscribed),
    credit(shareReceivableFrom(member), subtractCents(subscribed, paid)),
    credit(shareRedemptionOf(member), subtractCents(paid, loss)),
    credit(RESERVES, loss),
  ];
  return draft({ ref, kind: "share-redeemed" }, occasion, legs);
}

/** The debt of a redemption is paid; never more than is owed. */
export function reimburseShares(
  member: MemberId,
  { amount, outOf }: { readonly amount: Cents; readonly outOf: ShareMoney },
  ref: string,
  occasion: Occasion,
): Posting {
  return draft({ ref, kind: "share-reimbursed" }, occasion, [
    debit(shareRedemptionOf(member), amount, ZERO),
    credit(TILL[outOf], amount),
  ]);
}
