import { expect, test } from "vitest";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { fairnessOfPlan, hoursOfPlan } from "./hours-of-plan.ts";
import type { Legend } from "./legend.ts";

const legend: Legend = {
  places: [],
  stops: [],
  leftOut: [],
  vehicles: [1, 2].map((id) => ({
    id,
    shiftId: `shift ${id}`,
    vehicleKind: "cargo-bike",
    task: "deliver",
  })),
};

function planned(perHour: number) {
  const homes = [1, 2, 3, 4, 5, 6].map((place) => crateTo(place));
  const bikes = [bike(1, { capacity: [6] }), bike(2, { capacity: [6], paidBefore: 20 })];
  const problem = { ...problemOf(sixHomes, bikes, homes), fairness: { perHour } };
  const solver = createSolver(problem, 1, { total: 500 });
  solver.step(500);
  return { problem, plan: solver.best() };
}

test("hours off their share add up to nothing, and what was paid before counts", () => {
  const { problem, plan } = planned(36_000);
  const hours = hoursOfPlan(problem, plan, legend);
  expect(hours.map(({ shiftId, ahead }) => [shiftId, ahead])).toEqual([
    ["shift 1", 0],
    ["shift 2", 20],
  ]);
  expect(Math.abs(hours.reduce((sum, { off }) => sum + off, 0))).toBeLessThanOrEqual(2);
});

test("sharing hours costs what the rounds grow by, and never less than nothing", () => {
  const { problem, plan } = planned(36_000);
  const cost = fairnessOfPlan(problem, plan, { seed: 1, rounds: 500 });
  expect(cost?.perHourCents).toBe(36_000);
  expect(cost?.extraCents).toBeGreaterThan(0);
  const { fairness: _, ...carefree } = problem;
  expect(fairnessOfPlan(carefree, plan, { seed: 1, rounds: 10 })).toBeNull();
});
