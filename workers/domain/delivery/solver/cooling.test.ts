import { expect, test } from "vitest";
import { COLDEST, cooling, luck, LUCK } from "./cooling.ts";

test("it cools evenly to a hundredth", () => {
  expect(cooling[0]).toBe(1);
  expect(cooling[COLDEST / 2]).toBeCloseTo(0.1, 9);
  expect(cooling[COLDEST]).toBeCloseTo(0.01, 9);
});

test("the table of luck is the logarithm, made without it", () => {
  for (const index of [0, 1, 77, 2048, LUCK - 1]) {
    expect(luck[index]).toBeCloseTo(-Math.log((index + 0.5) / LUCK), 12);
  }
});
