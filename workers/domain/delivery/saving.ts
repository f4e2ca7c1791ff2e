import { allot } from "#domain/kernel/allot.ts";
import { type Cents, subtractCents, sumCents } from "#domain/kernel/money.ts";

/** What sharing the round changes for one order. */
export interface Saving {
  /** What bringing this order alone would cost. */
  readonly alone: Cents;
  /** Its part of the common round. */
  readonly share: Cents;
  /** Below zero when the common round costs this order more. */
  readonly saved: Cents;
}

/**
 * The saving of each order in a common round. The rule: the round is split in proportion to what
 * each order would cost alone, to the cent; what is saved is the difference. So the shares add up
 * to the round, and the savings to what all would cost alone less the round.
 */
export function savings(round: Cents, alone: readonly Cents[]): Saving[] {
  const weights = sumCents(alone) > 0 ? alone : alone.map(() => 1);
  return allot(round, weights).map((share, index) => {
    const own = alone[index] ?? share;
    return { alone: own, share, saved: subtractCents(own, share) };
  });
}
