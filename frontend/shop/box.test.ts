import { expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { boxOf } from "./box.ts";

const asked = (boxUnits: number, demand: number, tolerance = 0) =>
  boxOf({
    terms: { boxUnits },
    demandMilli: milli(demand),
    toleranceMilli: milli(tolerance),
  });

test.each([
  [6, 0, 0, { state: "empty", number: 0, missingMilli: 0 }],
  [6, 4000, 0, { state: "filling", number: 1, missingMilli: 2000 }],
  [6, 16_000, 1000, { state: "filling", number: 3, missingMilli: 1000 }],
  [6, 16_000, 2000, { state: "closing", number: 3, missingMilli: 0 }],
  [6, 18_000, 5000, { state: "full", number: 3, missingMilli: 0 }],
  [10, 37_000, 6000, { state: "closing", number: 4, missingMilli: 0 }],
])("boxes of %i, %i asked and %i if needed", (boxUnits, demand, tolerance, expected) => {
  expect(asked(boxUnits, demand, tolerance)).toMatchObject(expected);
});

test("what is sold loose has no box", () => {
  expect(asked(1, 5000)).toBeNull();
});
