import type { Milli } from "#domain/kernel/quantity.ts";
import { milli, unitsToMilli } from "#domain/kernel/quantity.ts";

/** How far the next box of an offer is. */
export interface BoxFacts {
  readonly boxMilli: Milli;
  /** The box in progress, from 1; with nothing begun, the last one that is full. */
  readonly number: number;
  readonly demandMilli: Milli;
  /** Asked for only if it is needed. */
  readonly toleranceMilli: Milli;
  /** `full`: nothing is open. `closing`: tolerance completes it. `filling`: something is missing. */
  readonly state: "empty" | "full" | "closing" | "filling";
  /** What is still missing, tolerance counted; 0 unless filling. */
  readonly missingMilli: Milli;
}

interface Asked {
  readonly terms: { readonly boxUnits: number };
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
}

/**
 * Where the demand stands between two boxes, as the close will count it (whole boxes only, the
 * tolerances together may complete one). `null` for what is sold loose.
 */
export function boxOf({ terms, demandMilli, toleranceMilli }: Asked): BoxFacts | null {
  if (terms.boxUnits <= 1) return null;
  const boxMilli = unitsToMilli(terms.boxUnits);
  const rest = demandMilli % boxMilli;
  const full = (demandMilli - rest) / boxMilli;
  const facts = { boxMilli, demandMilli, toleranceMilli, missingMilli: milli(0) };
  if (rest === 0) return { ...facts, number: full, state: full === 0 ? "empty" : "full" };
  const number = full + 1;
  if (rest + toleranceMilli >= boxMilli) return { ...facts, number, state: "closing" };
  return {
    ...facts,
    number,
    state: "filling",
    missingMilli: milli(boxMilli - rest - toleranceMilli),
  };
}
