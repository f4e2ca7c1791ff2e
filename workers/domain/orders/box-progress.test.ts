import { expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { boxProgress } from "./box-progress.ts";

const progress = (boxUnits: number, demand: number, tolerance = 0) =>
  boxProgress({ boxUnits }, { demandMilli: milli(demand), toleranceMilli: milli(tolerance) });

test("37 of boxes of 10: three are full, 3 are missing to the fourth", () => {
  expect(progress(10, 37_000, 2000)).toEqual({
    fullBoxes: 3,
    openMilli: 7000,
    missingMilli: 3000,
    isCompleted: false,
  });
});

test("tolerance that covers what is missing completes the box", () => {
  expect(progress(10, 37_000, 3000)?.isCompleted).toBe(true);
  expect(progress(10, 37_000, 2999)?.isCompleted).toBe(false);
});

test("whole boxes miss nothing; what is sold loose has no boxes", () => {
  expect(progress(6, 12_000)).toMatchObject({ fullBoxes: 2, missingMilli: 0, isCompleted: true });
  expect(progress(1, 12_000)).toBeNull();
});
