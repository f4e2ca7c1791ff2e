import type { Brand } from "./brand.ts";
import { invariant } from "./invariant.ts";
import type { BasisPoints, Grams, Milli } from "./quantity.ts";

/**
 * Whole euro cents, possibly negative. Prices include VAT.
 * All rounding is half up, floor(x + 1/2) on the exact value: multiply first, divide once.
 */
export type Cents = Brand<number, "Cents">;

/** @throws BrokenInvariant unless `n` is a safe integer. */
export function cents(n: number): Cents {
  invariant(Number.isSafeInteger(n), () => `${n} is whole cents`);
  return (n === 0 ? 0 : n) as Cents;
}

export const ZERO: Cents = cents(0);

export function addCents(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtractCents(from: Cents, taken: Cents): Cents {
  return cents(from - taken);
}

export function negateCents(amount: Cents): Cents {
  return cents(-amount);
}

export function sumCents(amounts: readonly Cents[]): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

/** An amount taken so many times: the deposit of 6 bottles. */
export function timesCents(amount: Cents, count: number): Cents {
  invariant(Number.isSafeInteger(count), `${count} is a whole count`);
  return cents(amount * count);
}

/** round(a × b / divisor), half up, exact for every product. */
export function multiplyDivide(a: number, b: number, divisor: number): number {
  const doubled = 2 * a * b + divisor;
  if (Number.isSafeInteger(doubled)) return floorDivide(doubled, 2 * divisor);
  const exact = 2n * BigInt(a) * BigInt(b) + BigInt(divisor);
  const by = 2n * BigInt(divisor);
  const quotient = exact / by;
  return Number(exact % by < 0n ? quotient - 1n : quotient);
}

/** A price per unit (or per kg) for a quantity in thousandths of that unit. */
export function priceFor(price: Cents, quantity: Milli): Cents {
  return cents(multiplyDivide(price, quantity, 1000));
}

/** A price per kg for a weight. */
export function priceForWeight(pricePerKg: Cents, weight: Grams): Cents {
  return cents(multiplyDivide(pricePerKg, weight, 1000));
}

/** A price per kg for pieces of a nominal weight, rounded once. */
export function priceForPieces(pricePerKg: Cents, nominal: Grams, pieces: Milli): Cents {
  const exact = BigInt(nominal) * BigInt(pieces);
  const doubled = 2n * BigInt(pricePerKg) * exact + 1_000_000n;
  return cents(Number(doubled / 2_000_000n));
}

/** The part of an amount: 6.5 % of 10.10 is 0.66. */
export function portion(amount: Cents, part: BasisPoints): Cents {
  return cents(multiplyDivide(amount, part, 10_000));
}

/** The VAT contained in a gross amount: gross × rate / (100 % + rate). */
export function vatWithin(gross: Cents, rate: BasisPoints): Cents {
  return cents(multiplyDivide(gross, rate, 10_000 + rate));
}

function floorDivide(a: number, b: number): number {
  const remainder = a % b;
  return (a - remainder) / b - (remainder < 0 ? 1 : 0);
}
