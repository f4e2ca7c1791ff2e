import { describe, expect, test } from "vitest";

import { decimal, exact, halfUp, isHalf, percentage, product } from "./exact.ts";

describe("rounding half up", () => {
  test.each([
    ["a half goes up", 2599, 2, 1300],
    ["just under a half goes down", 2499, 1000, 2],
    ["a whole number stays", 12, 4, 3],
    ["a half below zero goes up too", -5, 2, -2],
    ["more than a half below zero goes down", -26, 10, -3],
    ["nothing stays nothing", 0, 7, 0],
  ])("%s", (_, over, under, rounded) => {
    expect(halfUp(exact(over, under))).toBe(rounded);
  });

  test("4.35% of 3000 is 130.5 and rounds to 131, where floats say 130", () => {
    expect(halfUp(product(exact(3000), percentage(4.35)))).toBe(131);
  });

  test("165 x 0.7 is 115.5 and rounds to 116, where floats say 115", () => {
    expect(halfUp(product(exact(165), decimal(0.7)))).toBe(116);
  });

  test("a product larger than a float can tell is still exact", () => {
    expect(halfUp(product(exact(94906267), exact(94906267), exact(1, 94906267)))).toBe(94906267);
  });

  test("an answer larger than a float can tell is refused", () => {
    expect(() => halfUp(product(exact(94906267), exact(94906267)))).toThrow("too large");
  });
});

test("only an exact half is a half", () => {
  expect(isHalf(exact(7, 2))).toBe(true);
  expect(isHalf(exact(-7, 2))).toBe(true);
  expect(isHalf(exact(8, 2))).toBe(false);
  expect(isHalf(exact(3499, 1000))).toBe(false);
});

test("a decimal with three places, a sign or an exponent is not a percentage", () => {
  for (const written of ["1.234", "-1", "1e3", "", "6,5"]) {
    expect(() => decimal(written)).toThrow("not a decimal");
  }
});
