import type { Brand } from "./brand.ts";
import { invariant } from "./invariant.ts";

/** Thousandths of the sale unit: 1500 is 1.5 kg, 2000 is 2 pieces. */
export type Milli = Brand<number, "Milli">;
/** Whole grams. */
export type Grams = Brand<number, "Grams">;
/** Hundredths of a percentage point: 650 is 6.5 %. */
export type BasisPoints = Brand<number, "BasisPoints">;

/** @throws BrokenInvariant unless `n` is a safe integer that is not negative. */
export function milli(n: number): Milli {
  invariant(Number.isSafeInteger(n) && n >= 0, () => `${n} is a quantity in whole thousandths`);
  return n as Milli;
}

/** @throws BrokenInvariant unless `n` is a safe integer that is not negative. */
export function grams(n: number): Grams {
  invariant(Number.isSafeInteger(n) && n >= 0, () => `${n} is a weight in whole grams`);
  return n as Grams;
}

/** @throws BrokenInvariant unless `n` is an integer from 0 to 1,000,000 (10,000 %). */
export function basisPoints(n: number): BasisPoints {
  invariant(Number.isSafeInteger(n) && n >= 0 && n <= 1_000_000, () => `${n} is in basis points`);
  return n as BasisPoints;
}

/**
 * Reads a percentage of at most two decimals from its text: "6.5" is 650.
 * A float product would not do: 4.35 × 100 is 434.99999999999994.
 * @throws BrokenInvariant when the text is no such percentage.
 */
export function basisPointsFromPercent(text: string): BasisPoints {
  const parts = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(text);
  invariant(parts !== null, `"${text}" is a percentage of at most two decimals`);
  const whole = Number(parts[1]);
  const hundredths = Number((parts[2] ?? "").padEnd(2, "0"));
  return basisPoints(whole * 100 + hundredths);
}

export function sumMilli(quantities: readonly Milli[]): Milli {
  let sum = 0;
  for (const quantity of quantities) sum += quantity;
  return milli(sum);
}

export function addMilli(a: Milli, b: Milli): Milli {
  return milli(a + b);
}

/** @throws BrokenInvariant when less than nothing would be left. */
export function subtractMilli(from: Milli, taken: Milli): Milli {
  return milli(from - taken);
}

export function leastMilli(a: Milli, b: Milli): Milli {
  return a < b ? a : b;
}

/** Whole sale units in thousandths: a box of 6 bottles is 6000. */
export function unitsToMilli(units: number): Milli {
  return milli(units * 1000);
}

export function isMultipleOf(quantity: Milli, step: Milli): boolean {
  return quantity % step === 0;
}
