import { canonicalText, digestOf, type Digest } from "#domain/kernel/digest.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { addCents, type Cents, sumCents, subtractCents, ZERO } from "#domain/kernel/money.ts";

/** What can happen to somebody's shares. */
export type MovementKind =
  | "subscribed"
  | "paid"
  | "transferred-out"
  | "transferred-in"
  | "revalued"
  | "ristorno"
  | "redeemed"
  | "reimbursed";

/** A part of a subscription and the last day on which it is paid in time. */
export interface Instalment {
  readonly dueOn: CivilDate;
  readonly amount: Cents;
}

/** What a movement adds to a holding; negative where it takes away. */
export interface Movement {
  readonly kind: MovementKind;
  readonly shares: number;
  readonly subscribed: Cents;
  readonly paid: Cents;
  /** What counts towards the most that a natural person may put in (art. 2525 c.2 c.c.). */
  readonly contributed: Cents;
  /** What the network owes for redeemed shares. */
  readonly owed: Cents;
  readonly plan: readonly Instalment[];
}

/** What a member holds, as the movements made it. */
export interface Holding {
  readonly shares: number;
  readonly subscribed: Cents;
  readonly paid: Cents;
  readonly contributed: Cents;
  readonly owed: Cents;
  /** The number of the last movement; 0 before the first. */
  readonly number: number;
}

export const NO_SHARES: Holding = {
  shares: 0,
  subscribed: ZERO,
  paid: ZERO,
  contributed: ZERO,
  owed: ZERO,
  number: 0,
};

/** What a holding is after a movement. */
export function moved(holding: Holding, movement: Movement): Holding {
  return {
    shares: holding.shares + movement.shares,
    subscribed: addCents(holding.subscribed, movement.subscribed),
    paid: addCents(holding.paid, movement.paid),
    contributed: addCents(holding.contributed, movement.contributed),
    owed: addCents(holding.owed, movement.owed),
    number: holding.number + 1,
  };
}

/** What is subscribed and not paid in. */
export function unpaidOf(holding: Pick<Holding, "subscribed" | "paid">): Cents {
  return subtractCents(holding.subscribed, holding.paid);
}

/**
 * What should have been paid before a day and was not: whatever is unpaid and no instalment
 * leaves for that day or later.
 */
export function overdueOn(
  holding: Pick<Holding, "subscribed" | "paid">,
  dues: readonly Instalment[],
  on: CivilDate,
): Cents {
  const later = sumCents(dues.filter(({ dueOn }) => dueOn >= on).map(({ amount }) => amount));
  const overdue = subtractCents(unpaidOf(holding), later);
  return overdue > 0 ? overdue : ZERO;
}

/** What of each instalment is still to be paid: what came in covers the earliest first. */
export function openDues(
  holding: Pick<Holding, "subscribed" | "paid">,
  dues: readonly Instalment[],
): Instalment[] {
  let left = unpaidOf(holding);
  const open: Instalment[] = [];
  for (const { dueOn, amount } of dues.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1))) {
    const part = amount < left ? amount : left;
    left = subtractCents(left, part);
    if (part > 0) open.unshift({ dueOn, amount: part });
  }
  return open;
}

/** A movement as it is written into the books. */
export interface WrittenMovement extends Movement {
  readonly memberId: MemberId;
  readonly number: number;
  /** The posting that carries its money. */
  readonly txRef: string;
  readonly at: Instant;
  readonly actor: string;
}

/** The instalments as they are kept: [[day, cents], …]. */
export function planText(plan: readonly Instalment[]): string {
  return canonicalText(plan.map(({ dueOn, amount }) => [dueOn, amount]));
}

/** SHA-256 of everything a movement says, made before it is written (DESIGN fact 13). */
export function movementDigest(movement: WrittenMovement): Digest {
  const { memberId, number, kind, shares, subscribed, paid, contributed, owed } = movement;
  const { plan, txRef, at, actor } = movement;
  const moves = { kind, shares, subscribed, paid, contributed, owed, plan: planText(plan) };
  return digestOf({ memberId, number, ...moves, txRef, at, actor });
}
