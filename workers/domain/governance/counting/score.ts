import { invariant } from "#domain/kernel/invariant.ts";
import type { TotalsResult } from "./approval.ts";
import { add, type Fraction, NOTHING, times } from "./fraction.ts";
import { fillSeats } from "./fill-seats.ts";
import type { Lot } from "./lot.ts";

/** Ballots that give the same scores. */
export interface ScoreBallot {
  /** How much they weigh together: their number, where every member has one vote. */
  readonly weight: Fraction;
  /** By option, whole numbers; null gives nothing. */
  readonly scores: readonly (number | null)[];
}

/** What a score may be, both bounds included. */
export interface ScoreScale {
  readonly least: number;
  readonly most: number;
}

/**
 * Score voting: the options with the highest totals take the places. No score adds nothing, so
 * on a scale from 0 it is the lowest score.
 * @throws BrokenInvariant on a score outside the scale: readers check first.
 */
export function countScore(
  ballots: readonly ScoreBallot[],
  { scale, options, seats }: { scale: ScoreScale; options: number; seats: number },
  lot: Lot,
): TotalsResult {
  const totals = Array.from({ length: options }, () => NOTHING);
  let cast = NOTHING;
  for (const { weight, scores } of ballots) {
    cast = add(cast, weight);
    for (const [option, score] of scores.entries()) {
      if (score === null) continue;
      invariant(isOnScale(score, scale) && option < options, `${score} is a score`);
      totals[option] = add(totals[option] ?? NOTHING, times(weight, score));
    }
  }
  return { totals, cast, ...fillSeats(totals, seats, lot) };
}

export function isOnScale(score: number, { least, most }: ScoreScale): boolean {
  return Number.isSafeInteger(score) && score >= least && score <= most;
}
