import { invariant } from "./invariant.ts";
import { cents, type Cents } from "./money.ts";

/**
 * Splits `pool` by weight, to the last cent.
 * Left-over cents go to the largest remainders; on a tie, to the earlier weight,
 * so that anyone who repeats the sum gets the same answer. A pool below zero is the mirror
 * of the same pool above zero. When every weight is 0, nothing can be split: the pool must be 0.
 * Method: largest remainder (Hamilton), in integers.
 * @throws BrokenInvariant on a weight that is no whole number ≥ 0, or a pool nobody can take.
 */
export function allot(pool: Cents, weights: readonly number[]): Cents[] {
  const sign = pool < 0 ? -1 : 1;
  return allotWhole(sign * pool, weights).map((part) => cents(sign * part));
}

/** The same split for any whole quantity (steps of a box, for instance). */
export function allotWhole(pool: number, weights: readonly number[]): number[] {
  invariant(Number.isSafeInteger(pool) && pool >= 0, `${pool} can be split`);
  const exact = weights.map(toWeight);
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) {
    invariant(pool === 0, "a pool that is not zero has somebody to go to");
    return weights.map(() => 0);
  }
  const parts = exact.map((weight) => (BigInt(pool) * weight) / total);
  const given = parts.reduce((sum, part) => sum + part, 0n);
  const left = Number(BigInt(pool) - given);
  for (const index of byRemainder(BigInt(pool), exact, total).slice(0, left)) {
    parts[index] = (parts[index] ?? 0n) + 1n;
  }
  return parts.map(Number);
}

function toWeight(weight: number): bigint {
  invariant(Number.isSafeInteger(weight) && weight >= 0, `${weight} is a weight`);
  return BigInt(weight);
}

function byRemainder(pool: bigint, weights: readonly bigint[], total: bigint): number[] {
  const remainders = weights.map((weight) => (pool * weight) % total);
  const order = weights.map((_, index) => index);
  return order.toSorted((a, b) => {
    const difference = (remainders[b] ?? 0n) - (remainders[a] ?? 0n);
    return difference === 0n ? a - b : difference > 0n ? 1 : -1;
  });
}
