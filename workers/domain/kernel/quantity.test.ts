import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMilli,
  basisPoints,
  basisPointsFromPercent,
  grams,
  isMultipleOf,
  leastMilli,
  milli,
  subtractMilli,
  sumMilli,
  unitsToMilli,
} from "./quantity.ts";

test("a percentage is read from its decimal text", () => {
  expect(basisPointsFromPercent("6")).toBe(600);
  expect(basisPointsFromPercent("6.5")).toBe(650);
  expect(basisPointsFromPercent("4.35")).toBe(435);
  expect(basisPointsFromPercent("0.05")).toBe(5);
  for (const text of ["6.555", "-1", "6,5", "1e2", "", " 6", "NaN"]) {
    expect(() => basisPointsFromPercent(text)).toThrow("percentage");
  }
});

test("every percentage of two decimals comes back as it was written", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (points) => {
      const text = `${Math.floor(points / 100)}.${String(points % 100).padStart(2, "0")}`;
      expect(basisPointsFromPercent(text)).toBe(points);
    }),
  );
});

test("quantities, weights and points are whole and not negative", () => {
  for (const bad of [-1, 1.5, Number.NaN, Infinity, 2 ** 53]) {
    expect(() => milli(bad)).toThrow("thousandths");
    expect(() => grams(bad)).toThrow("grams");
    expect(() => basisPoints(bad)).toThrow("basis points");
  }
});

test("quantities are added, taken away and compared without changing unit", () => {
  expect(sumMilli([milli(500), milli(1500)])).toBe(2000);
  expect(addMilli(milli(500), milli(250))).toBe(750);
  expect(subtractMilli(milli(500), milli(250))).toBe(250);
  expect(() => subtractMilli(milli(1), milli(2))).toThrow("thousandths");
  expect(leastMilli(milli(3), milli(2))).toBe(2);
  expect(unitsToMilli(6)).toBe(6000);
  expect(isMultipleOf(milli(1500), milli(500))).toBe(true);
  expect(isMultipleOf(milli(1700), milli(500))).toBe(false);
});
