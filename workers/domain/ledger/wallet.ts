import type { CycleId, HouseholdId, OrderId } from "#domain/kernel/ids.ts";
import { addCents, type Cents, negateCents, subtractCents } from "#domain/kernel/money.ts";
import { type Account, BANK, CASH, OPENING, walletHeldOf, walletOf } from "./accounts.ts";
import { credit, debit, draft, type Occasion, type Posting } from "./posting.ts";

/** What the books say of a wallet: two accounts, debit positive. */
export interface WalletAccounts {
  readonly walletCents: Cents;
  readonly heldCents: Cents;
}

/** A wallet as its household sees it: what it has, and what of it is promised to open orders. */
export interface Wallet {
  readonly balanceCents: Cents;
  readonly heldCents: Cents;
  readonly availableCents: Cents;
}

/** Turns the books' side round: what the network owes is what the household has. */
export function walletView({ walletCents, heldCents }: WalletAccounts): Wallet {
  const availableCents = negateCents(walletCents);
  const held = negateCents(heldCents);
  return { balanceCents: addCents(availableCents, held), heldCents: held, availableCents };
}

/** What an order promises of a wallet, before and after a change. */
export interface Reservation {
  readonly household: HouseholdId;
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  /** The order's version that the change leads to: each has one posting. */
  readonly revision: number;
  readonly fromCents: Cents;
  readonly toCents: Cents;
  readonly floorCents: Cents;
}

/**
 * Moves the difference between the wallet and what is held of it. The floor travels with the leg,
 * so that two orders at once cannot pass it together: the database refuses the second one with
 * "refused:account-limit". Giving back is never refused.
 */
export function reserveForOrder(reservation: Reservation, occasion: Occasion): Posting {
  const { household, orderId, cycleId, revision, fromCents, toCents } = reservation;
  const more = subtractCents(toCents, fromCents);
  const most = more > 0 ? negateCents(reservation.floorCents) : undefined;
  const ref = `wallet-reservation:${orderId}:${revision}`;
  return draft({ ref, kind: "wallet-reservation", cycleId, orderId }, occasion, [
    debit(walletOf(household), more, most),
    credit(walletHeldOf(household), more),
  ]);
}

/** What one posting did to a wallet; `heldCents` of it is only promised. */
export interface WalletChange {
  readonly amountCents: Cents;
  readonly heldCents: Cents;
}

/**
 * The balance after each change, newest first, from the balance after the newest of them.
 * What is only promised stays in the balance until the order is settled.
 */
export function withBalances<T extends WalletChange>(
  newestFirst: readonly T[],
  lastCents: Cents,
): (T & { readonly balanceCents: Cents })[] {
  let balanceCents = lastCents;
  return newestFirst.map((change) => {
    const after = balanceCents;
    balanceCents = subtractCents(after, change.amountCents);
    return { ...change, balanceCents: after };
  });
}

/** How money came into a wallet, or what was wrong in it. */
export type WalletEntryKind = "opening" | "top-up" | "correction";
/** Where the money went; an opening balance comes from books before ours. */
export type WalletSource = "bank" | "cash" | "opening";

const SOURCES: Readonly<Record<WalletSource, Account>> = {
  bank: BANK,
  cash: CASH,
  opening: OPENING,
};

/** Money in (positive) or out (negative) of a wallet, told by the treasurer. */
export function walletEntry(
  entry: {
    readonly ref: string;
    readonly household: HouseholdId;
    readonly kind: WalletEntryKind;
    readonly source: WalletSource;
    readonly amountCents: Cents;
  },
  occasion: Occasion,
): Posting {
  return draft({ ref: entry.ref, kind: `wallet-${entry.kind}` }, occasion, [
    debit(SOURCES[entry.source], entry.amountCents),
    credit(walletOf(entry.household), entry.amountCents),
  ]);
}
