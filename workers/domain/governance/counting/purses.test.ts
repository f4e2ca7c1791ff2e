import { describe, expect, test } from "vitest";
import { Purses } from "./purses.ts";

const ten = { num: 10n, den: 1n };

describe("the voters' money", () => {
  test("supporters who have enough share the cost evenly", () => {
    const purses = new Purses([3, 1], ten);
    expect(purses.priceOf(20n, [0, 1])).toEqual({ paid: 20n, payers: 4n });
  });

  test("supporters pay to their last cent exactly, and not one more", () => {
    expect(new Purses([2], ten).priceOf(20n, [0])).toEqual({ paid: 20n, payers: 2n });
    expect(new Purses([2], ten).priceOf(21n, [0])).toBeNull();
    expect(new Purses([2], ten).priceOf(1n, [])).toBeNull();
  });

  test("who has less gives all of it, and the others pay the rest", () => {
    const purses = new Purses([1, 1], ten);
    purses.pay({ paid: 7n, payers: 1n }, [0]);
    // 3 and 10 for a cost of 11: the first gives 3, the second 8.
    const price = purses.priceOf(11n, [0, 1]);
    expect(price).toEqual({ paid: 8n, payers: 1n });
    if (price !== null) purses.pay(price, [0, 1]);
    expect(purses.priceOf(1n, [0])).toBeNull();
    expect(purses.priceOf(2n, [1])).toEqual({ paid: 2n, payers: 1n });
    expect(purses.priceOf(3n, [1])).toBeNull();
  });

  test("a price that is no whole number divides the unit, and nothing is rounded", () => {
    const purses = new Purses([3], ten);
    purses.pay({ paid: 10n, payers: 3n }, [0]);
    expect(purses.unit).toBe(3n);
    // Each of the three has 20/3 left: together exactly 20.
    expect(purses.priceOf(20n, [0])).toEqual({ paid: 60n, payers: 3n });
    expect(purses.priceOf(21n, [0])).toBeNull();
  });
});
