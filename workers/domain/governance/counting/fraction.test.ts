import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  decimalText,
  divide,
  fraction,
  fractionText,
  multiply,
  readFraction,
  reduced,
  subtract,
  sum,
  times,
} from "./fraction.ts";

const fractions = fc
  .tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 999n }))
  .map(([num, den]) => fraction(num, den));

describe("exact fractions", () => {
  test("a third and a sixth are a half, to the last bit", () => {
    expect(fractionText(add(fraction(1, 3), fraction(1, 6)))).toBe("1/2");
  });

  test("a sum in one unit stays in that unit", () => {
    expect(add(fraction(50_000, 100_000), fraction(50_000, 100_000)).den).toBe(100_000n);
  });

  test("what is taken away and put back leaves nothing behind", () => {
    fc.assert(
      fc.property(fractions, fractions, (one, other) => {
        expect(compare(add(subtract(one, other), other), one)).toBe(0);
      }),
    );
  });

  test("what is divided and multiplied again is the same", () => {
    fc.assert(
      fc.property(fractions, fractions, (one, other) => {
        fc.pre(other.num > 0n);
        expect(compare(multiply(divide(one, other), other), one)).toBe(0);
      }),
    );
  });

  test("three times a third is one, and a sum of thirds too", () => {
    expect(fractionText(times(fraction(1, 3), 3))).toBe("1");
    expect(fractionText(sum([fraction(1, 3), fraction(2, 3)]))).toBe("1");
  });

  test("order follows size, whatever the denominators", () => {
    expect(compare(fraction(1, 3), fraction(3333, 10_000))).toBeGreaterThan(0);
    expect(compare(fraction(2, 4), fraction(1, 2))).toBe(0);
    expect(compare(fraction(-1, 2), fraction(1, 3))).toBeLessThan(0);
  });

  test("lowest terms keep the sign above the line", () => {
    expect(reduced(fraction(-6, 4))).toEqual({ num: -3n, den: 2n });
  });

  test("a denominator is above zero, and nobody divides by zero", () => {
    expect(() => fraction(1, 0)).toThrow("denominator");
    expect(() => divide(fraction(1), fraction(0))).toThrow("divisor");
  });
});

describe("fractions as text", () => {
  test("decimals are cut off, never rounded up", () => {
    expect(decimalText(fraction(2, 3), 5)).toBe("0.66666");
    expect(decimalText(fraction(1054), 5)).toBe("1054.00000");
    expect(decimalText(fraction(-1, 2), 1)).toBe("-0.5");
    expect(decimalText(fraction(7, 2), 0)).toBe("3");
  });

  test("whole numbers, fractions and decimals are read exactly", () => {
    expect(readFraction("3")).toEqual(fraction(3));
    expect(readFraction("3/4")).toEqual(fraction(3, 4));
    expect(readFraction("45.22")).toEqual(fraction(4522, 100));
  });

  test.each(["", "x", "1/0", "1.", "1e3", "1/2/3", " 1"])("%j is no number", (text) => {
    expect(readFraction(text)).toBeNull();
  });
});
