import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { paidTimes } from "#domain/delivery/check-promises.ts";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { createSolver } from "./search.ts";

/** Paid times of two couriers who share six homes, by what an hour off their share costs. */
function shared(perHour: number, more: Parameters<typeof bike>[1] = {}): number[] {
  const homes = [1, 2, 3, 4, 5, 6].map((place) => crateTo(place));
  const vehicles = [bike(1, { capacity: [6] }), bike(2, { capacity: [6], ...more })];
  const problem = { ...problemOf(sixHomes, vehicles, homes), fairness: { perHour } };
  const solver = createSolver(problem, 1, { total: 500 });
  solver.step(500);
  const verdict = check(problem, solver.best());
  expect(verdict.complaints).toEqual([]);
  expect(solver.rank().cost).toBeCloseTo(verdict.cost, 6);
  return paidTimes(problem, solver.best());
}

test("when nobody asks for fairness one bike does it all, as that is shorter", () => {
  expect(Math.min(...shared(0))).toBe(0);
});

test("when it matters enough both couriers have as much", () => {
  const [one = 0, two = 0] = shared(36_000);
  expect(Math.abs(one - two)).toBeLessThanOrEqual(8);
});

test("whoever is of another crew has no part in it", () => {
  expect(Math.min(...shared(36_000, { crew: 2 }))).toBe(0);
});

test("who was paid more before gets less now", () => {
  const [one = 0, two = 0] = shared(36_000, { paidBefore: 1000 });
  expect(one).toBeGreaterThan(0);
  expect(two).toBe(0);
});
