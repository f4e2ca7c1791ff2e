import {
  addDays,
  type CivilDate,
  DAY,
  type Instant,
  later,
  toRome,
} from "#domain/kernel/instant.ts";
import { allot } from "#domain/kernel/allot.ts";
import { type Cents, negateCents, subtractCents, timesCents, ZERO } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { CONSENT_DAYS, MOST_CONTRIBUTED, MOST_INSTALMENTS } from "./legal-limits.ts";
import { isInBook, type MemberClass, type MemberKind, type Membership } from "./member.ts";
import { addMonths } from "./months.ts";
import type { ShareRefusal } from "./refusals.ts";
import { type Holding, type Instalment, type Movement, unpaidOf } from "./share-movement.ts";

/** The first instalment is due so many days after the subscription, the others month by month. */
const FIRST_DUE_DAYS = 30;

const NOTHING: Omit<Movement, "kind"> = {
  shares: 0,
  subscribed: ZERO,
  paid: ZERO,
  contributed: ZERO,
  owed: ZERO,
  plan: [],
};

/** Who holds shares, as far as the limits ask. */
export interface Holder {
  readonly kind: MemberKind;
  readonly class: MemberClass;
  readonly holding: Holding;
}

/**
 * Shares that a member promises to pay in equal monthly parts, the odd cents first. A natural
 * person puts in 100,000 euro at most; legal persons and financing members are not bound
 * (art. 2525 c.2 and c.4 c.c.).
 */
export function subscribe(
  holder: Holder,
  asked: {
    readonly shares: number;
    readonly nominal: Cents;
    readonly instalments: number;
    readonly on: CivilDate;
  },
): Outcome<Movement, ShareRefusal> {
  const { shares, nominal, instalments, on } = asked;
  const amount = timesCents(nominal, shares);
  if (instalments > MOST_INSTALMENTS) {
    return refuse({ code: "instalments-too-many", most: MOST_INSTALMENTS });
  }
  const limit = limitLeft(holder);
  if (limit !== null && amount > limit) return refuse({ code: "share-limit", most: limit });
  const plan = planned(amount, instalments, on);
  const taken = { subscribed: amount, contributed: amount, plan };
  return accept({ ...NOTHING, ...taken, kind: "subscribed", shares });
}

/** What a natural person may still put in; null for those whom the law does not bind. */
export function limitLeft({ kind, class: as, holding }: Holder): Cents | null {
  if (kind === "legal" || as === "financing") return null;
  return subtractCents(MOST_CONTRIBUTED, holding.contributed);
}

/** The instalments of an amount: equal parts, month by month. */
export function planned(amount: Cents, instalments: number, on: CivilDate): Instalment[] {
  const first = addDays(on, FIRST_DUE_DAYS);
  const parts = allot(
    amount,
    Array.from({ length: instalments }, () => 1),
  );
  return parts
    .map((part, index) => ({ dueOn: addMonths(first, index), amount: part }))
    .filter((one) => one.amount > 0);
}

/** Money that came in for what was promised; never more than is open. */
export function pay(holding: Holding, amount: Cents): Outcome<Movement, ShareRefusal> {
  const most = unpaidOf(holding);
  if (amount > most) return refuse({ code: "share-overpaid", most });
  return accept({ ...NOTHING, kind: "paid", paid: amount });
}

/** Reserves that become capital of a member: only on what is paid up (art. 2545-quinquies c.c.). */
export function revalue(holding: Holding, amount: Cents): Outcome<Movement, ShareRefusal> {
  const unpaid = unpaidOf(holding);
  if (unpaid > 0) return refuse({ code: "shares-unpaid", unpaid });
  if (holding.shares === 0) return refuse({ code: "too-few-shares", held: 0 });
  return accept({ ...NOTHING, kind: "revalued", subscribed: amount, paid: amount });
}

/**
 * Everything that somebody who left held: the paid part, less the losses that fall on it, is owed
 * to them (art. 2535 c.c.).
 */
export function redeem(
  membership: Membership,
  holding: Holding,
  loss: Cents,
): Outcome<Movement, ShareRefusal> {
  if (isInBook(membership)) return refuse({ code: "still-a-member" });
  if (holding.shares === 0) return refuse({ code: "too-few-shares", held: 0 });
  if (loss > holding.paid) return refuse({ code: "loss-too-large", most: holding.paid });
  return accept({
    kind: "redeemed",
    shares: -holding.shares,
    subscribed: negateCents(holding.subscribed),
    paid: negateCents(holding.paid),
    contributed: negateCents(holding.contributed),
    owed: subtractCents(holding.paid, loss),
    plan: [],
  });
}

/** What is owed is paid out, in one or more times. */
export function reimburse(holding: Holding, amount: Cents): Outcome<Movement, ShareRefusal> {
  if (amount > holding.owed) return refuse({ code: "nothing-owed", most: holding.owed });
  return accept({ ...NOTHING, kind: "reimbursed", owed: negateCents(amount) });
}

/** Both sides of shares that change hands. */
export interface Transfer {
  readonly out: Movement;
  readonly in: Movement;
}

/** Paid-up shares go to another member, at what they stand at in the books. */
export function transfer(
  from: Holder,
  to: Holder & { readonly isInBook: boolean },
  shares: number,
): Outcome<Transfer, ShareRefusal> {
  const { holding } = from;
  const unpaid = unpaidOf(holding);
  if (!to.isInBook) return refuse({ code: "receiver-not-a-member" });
  if (shares > holding.shares) return refuse({ code: "too-few-shares", held: holding.shares });
  if (unpaid > 0) return refuse({ code: "shares-unpaid", unpaid });
  const rest = holding.shares - shares;
  const [amount = ZERO] = allot(holding.subscribed, [shares, rest]);
  const [contributed = ZERO] = allot(holding.contributed, [shares, rest]);
  const limit = limitLeft(to);
  if (limit !== null && contributed > limit) return refuse({ code: "share-limit", most: limit });
  const into = { shares, subscribed: amount, paid: amount, contributed };
  const outOf = {
    shares: -shares,
    subscribed: negateCents(amount),
    paid: negateCents(amount),
    contributed: negateCents(contributed),
  };
  return accept({
    out: { ...NOTHING, ...outOf, kind: "transferred-out" },
    in: { ...NOTHING, ...into, kind: "transferred-in" },
  });
}

/** The day from which a transfer that nobody answered is free (art. 2530 c.4 c.c.). */
export function transferFreeOn(askedAt: Instant): CivilDate {
  return toRome(later(askedAt, CONSENT_DAYS * DAY)).date;
}

/** Whether so many days went by without an answer. */
export function isTransferFree(askedAt: Instant, now: Instant): boolean {
  return now >= later(askedAt, CONSENT_DAYS * DAY);
}
