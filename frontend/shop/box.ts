import { type Milli, milli, unitsToMilli } from "#domain/kernel/quantity.ts";
import { boxProgress } from "#domain/orders/box-progress.ts";

/** How far the next box of an offer is. */
export interface BoxFacts {
  readonly boxMilli: Milli;
  /** The box in progress, from 1; with nothing begun, the last one that is full. */
  readonly number: number;
  readonly demandMilli: Milli;
  /** Asked for only if it is needed. */
  readonly toleranceMilli: Milli;
  /**
   * `empty`: nothing was asked for yet. `full`: no box is begun. `closing`: tolerance completes the
   * one that is. `filling`: something is missing.
   */
  readonly state: "empty" | "full" | "closing" | "filling";
  /** What is still missing, tolerance counted; 0 unless filling. */
  readonly missingMilli: Milli;
}

interface Asked {
  readonly terms: { readonly boxUnits: number };
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
}

/** Where the demand stands between two boxes, in the words of a page; null for what is loose. */
export function boxOf({ terms, demandMilli, toleranceMilli }: Asked): BoxFacts | null {
  const progress = boxProgress(terms, { demandMilli, toleranceMilli });
  if (progress === null) return null;
  const boxMilli = unitsToMilli(terms.boxUnits);
  const { fullBoxes, openMilli, missingMilli, isCompleted } = progress;
  const facts = { boxMilli, demandMilli, toleranceMilli, missingMilli: milli(0) };
  if (openMilli === 0) {
    return { ...facts, number: fullBoxes, state: fullBoxes === 0 ? "empty" : "full" };
  }
  const number = fullBoxes + 1;
  if (isCompleted) return { ...facts, number, state: "closing" };
  return { ...facts, number, state: "filling", missingMilli: milli(missingMilli - toleranceMilli) };
}
