import fc from "fast-check";
import { expect, test } from "vitest";
import { allot, allotWhole } from "./allot.ts";
import { cents, negateCents, sumCents } from "./money.ts";

const pools = fc.integer({ min: 0, max: 10_000_000 }).map(cents);
const weights = fc
  .array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((weight) => weight > 0));

test("two equal members and an odd cent: the earlier member gets it", () => {
  expect(allot(cents(5), [1, 1])).toEqual([3, 2]);
});

test("the left-over cents go to the largest remainders", () => {
  expect(allot(cents(234), [740, 990, 1200])).toEqual([59, 79, 96]);
  expect(allot(cents(74), [740, 990, 1200])).toEqual([19, 25, 30]);
});

test("what is allotted sums to the pool, to the last cent", () => {
  fc.assert(
    fc.property(pools, weights, (pool, shares) => {
      expect(sumCents(allot(pool, shares))).toBe(pool);
    }),
  );
});

test("everyone stays within a cent of the exact share, and nothing goes to weight 0", () => {
  fc.assert(
    fc.property(pools, weights, (pool, shares) => {
      const total = shares.reduce((sum, share) => sum + BigInt(share), 0n);
      allot(pool, shares).forEach((part, index) => {
        const floor = (BigInt(pool) * BigInt(shares[index] ?? 0)) / total;
        expect([floor, floor + 1n]).toContain(BigInt(part));
        if (shares[index] === 0) expect(part).toBe(0);
      });
    }),
  );
});

test("a strictly greater weight never gets less", () => {
  fc.assert(
    fc.property(pools, weights, (pool, shares) => {
      const parts = allot(pool, shares);
      const byWeight = shares.map((share, i) => [share, parts[i] ?? 0] as const);
      byWeight.sort(([a], [b]) => a - b);
      byWeight.forEach(([share, part], i) => {
        const [before, partBefore] = byWeight[i - 1] ?? [share, part];
        if (before < share) expect(partBefore).toBeLessThanOrEqual(part);
      });
    }),
  );
});

test("a debt is split like the same credit, mirrored", () => {
  fc.assert(
    fc.property(pools, weights, (pool, shares) => {
      expect(allot(negateCents(pool), shares)).toEqual(allot(pool, shares).map(negateCents));
    }),
  );
});

test("nothing can be split among nobody, except nothing", () => {
  expect(allotWhole(0, [0, 0])).toEqual([0, 0]);
  expect(() => allotWhole(1, [0, 0])).toThrow("somebody");
  expect(() => allotWhole(1, [-1])).toThrow("weight");
});
