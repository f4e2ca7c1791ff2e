import { invariant } from "#domain/kernel/invariant.ts";

/**
 * An exact rational number. The denominator is above zero; the pair need not be in lowest terms,
 * so compare with `compare`, never with `===` on its parts.
 */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** @throws BrokenInvariant on a denominator of zero or less, or a number that is not whole. */
export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const made = { num: BigInt(num), den: BigInt(den) };
  invariant(made.den > 0n, "a denominator is above zero");
  return made;
}

export const NOTHING: Fraction = fraction(0);

/** "3", "3/4" or "45.2244"; null for anything else, a denominator of zero included. */
export function readFraction(text: string): Fraction | null {
  const parts = /^(-?\d{1,30})(?:\/(\d{1,30})|\.(\d{1,30}))?$/.exec(text);
  if (parts === null) return null;
  const [, whole = "", below, digits = ""] = parts;
  if (below !== undefined) {
    return BigInt(below) === 0n ? null : fraction(BigInt(whole), BigInt(below));
  }
  return fraction(BigInt(whole + digits), 10n ** BigInt(digits.length));
}

/** "3" or "3/4", in lowest terms. */
export function fractionText(value: Fraction): string {
  const { num, den } = reduced(value);
  return den === 1n ? String(num) : `${num}/${den}`;
}

/** Equal denominators are kept, so that sums in one unit stay in it. */
export function add(one: Fraction, other: Fraction): Fraction {
  if (one.den === other.den) return { num: one.num + other.num, den: one.den };
  return reduced({ num: one.num * other.den + other.num * one.den, den: one.den * other.den });
}

export function subtract(one: Fraction, other: Fraction): Fraction {
  return add(one, { num: -other.num, den: other.den });
}

export function multiply(one: Fraction, other: Fraction): Fraction {
  return reduced({ num: one.num * other.num, den: one.den * other.den });
}

/** So many times the value, in the value's own unit. */
export function times(value: Fraction, count: number): Fraction {
  return { num: value.num * BigInt(count), den: value.den };
}

/** @throws BrokenInvariant when the divisor is not above zero. */
export function divide(one: Fraction, other: Fraction): Fraction {
  invariant(other.num > 0n, "a divisor is above zero");
  return reduced({ num: one.num * other.den, den: one.den * other.num });
}

/** Below zero when `one` is smaller, 0 when equal, above zero when larger: for sorting. */
export function compare(one: Fraction, other: Fraction): number {
  const left = one.num * other.den;
  const right = other.num * one.den;
  return left === right ? 0 : left < right ? -1 : 1;
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, NOTHING);
}

/** The value with so many decimals, the rest cut off: "0.66666" for 2/3 and 5 digits. */
export function decimalText(value: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const scaled = (value.num * scale) / value.den;
  const sign = scaled < 0n ? "-" : "";
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function reduced({ num, den }: Fraction): Fraction {
  if (den === 1n) return { num, den };
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den);
  return divisor === 1n ? { num, den } : { num: num / divisor, den: den / divisor };
}

/** Euclid's. */
function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
