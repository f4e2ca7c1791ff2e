import { expect, test } from "vitest";
import { gridTown } from "#tests/grid-town.ts";
import { calibrate } from "./calibrate.ts";
import { FIRST_GUESS } from "./estimated-table.ts";

test("in a town of square blocks streets are a quarter longer than the crow's way", () => {
  const { bike } = calibrate(gridTown(12));
  // Between 1 (along a street) and 1.41 (corner to corner).
  expect(bike.detourHundredths).toBeGreaterThan(115);
  expect(bike.detourHundredths).toBeLessThan(140);
  expect(bike.metresPerMinute).toBe(200);
  expect(bike.perStop).toBe(FIRST_GUESS.bike.perStop);
});

test("a hamlet is too small to tell, and keeps the first guess", () => {
  expect(calibrate(gridTown(2))).toEqual(FIRST_GUESS);
});
