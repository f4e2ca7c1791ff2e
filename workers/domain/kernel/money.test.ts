import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cents,
  multiplyDivide,
  portion,
  priceFor,
  priceForPieces,
  priceForWeight,
  sumCents,
  vatWithin,
} from "./money.ts";
import { basisPoints, basisPointsFromPercent, grams, milli } from "./quantity.ts";

test("333 a kilo for a kilo and a half is 500: half a cent goes up", () => {
  expect(priceFor(cents(333), milli(1500))).toBe(500);
});

test("two pieces of about 500 g at 19.80 a kilo are estimated at 19.80", () => {
  expect(priceForPieces(cents(1980), grams(500), milli(2000))).toBe(1980);
});

test("a weighed piece is priced on its grams, rounded once", () => {
  expect(priceForWeight(cents(1980), grams(455))).toBe(901);
  expect(priceForWeight(cents(1980), grams(525))).toBe(1040);
});

test("percentages are exact where a float product is not", () => {
  expect(portion(cents(3000), basisPointsFromPercent("4.35"))).toBe(131);
  expect(portion(cents(165), basisPoints(7000))).toBe(116);
  expect(portion(cents(1010), basisPointsFromPercent("6.5"))).toBe(66);
  expect(portion(cents(990), basisPointsFromPercent("115"))).toBe(1139);
});

test("the VAT within 29.00 at 4 % is 1.12", () => {
  expect(vatWithin(cents(2900), basisPoints(400))).toBe(112);
});

test("money is whole cents", () => {
  expect(() => cents(1.5)).toThrow("whole cents");
  expect(() => cents(Number.NaN)).toThrow("whole cents");
  expect(() => cents(2 ** 53)).toThrow("whole cents");
  expect(Object.is(cents(-0), 0)).toBe(true);
});

test("rounding is half up on the exact value, for small and for huge products", () => {
  const factor = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  const divisor = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(factor, fc.nat(2 ** 30), divisor, (a, b, by) => {
      const numerator = 2n * BigInt(a) * BigInt(b) + BigInt(by);
      const floor = (n: bigint, d: bigint) => (n % d < 0n ? n / d - 1n : n / d);
      const exact = floor(numerator, 2n * BigInt(by));
      fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= -(2n ** 53n) + 1n);
      expect(BigInt(multiplyDivide(a, b, by))).toBe(exact);
    }),
  );
});

test("a sum of cents does not depend on the order", () => {
  const amounts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents));
  fc.assert(
    fc.property(amounts, (list) => {
      expect(sumCents(list)).toBe(sumCents(list.toReversed()));
    }),
  );
});
