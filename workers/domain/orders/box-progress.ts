import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import { type Milli, milli, unitsToMilli } from "#domain/kernel/quantity.ts";

/** How far the orders of an open cycle are from whole boxes. */
export interface BoxProgress {
  /** Boxes that what is wanted fills. */
  readonly fullBoxes: number;
  /** What is wanted beyond them, in the box that is not full yet. */
  readonly openMilli: Milli;
  /** What has to be wanted more to fill it; 0 when no box is open. */
  readonly missingMilli: Milli;
  /** Whether what people tolerate completes it, were the cycle closed now. */
  readonly isCompleted: boolean;
}

/** The live distance to the next box; null for what is sold loose. */
export function boxProgress(
  terms: Pick<OfferTerms, "boxUnits">,
  asked: { readonly demandMilli: Milli; readonly toleranceMilli: Milli },
): BoxProgress | null {
  if (terms.boxUnits === 1) return null;
  const box = unitsToMilli(terms.boxUnits);
  const open = asked.demandMilli % box;
  const missing = open === 0 ? 0 : box - open;
  return {
    fullBoxes: Math.floor(asked.demandMilli / box),
    openMilli: milli(open),
    missingMilli: milli(missing),
    isCompleted: missing <= asked.toleranceMilli,
  };
}
