import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { paidTimes, sharesOfTime, stabilityCost, unfairnessCost } from "./check-promises.ts";
import type { Plan, Step } from "./plan.ts";

const at = (type: Step["type"], arrival: number, id?: number): Step => {
  const plain = { type, arrival, waiting: 0, setup: 0, service: 0, load: [] };
  return id === undefined ? plain : { ...plain, id };
};
const steps = [at("start", 0), at("job", 5, 1), at("end", 10)];
const plan: Plan = { routes: [{ vehicle: 1, steps }], unassigned: [] };
const stability = { moved: 40, shifted: 9, tolerance: 15 };

test("a stop on another bike, or at another time, than was said costs what was agreed", () => {
  const cost = (vehicle: number, time: number) => {
    const told = crateTo(1, { planned: { vehicle, at: time } });
    const problem = { ...problemOf(sixHomes, [bike(1), bike(2)], [told]), stability };
    return stabilityCost(problem, bike(1), steps);
  };
  expect(cost(1, 20)).toBe(0);
  expect(cost(1, 21)).toBe(9);
  expect(cost(2, 5)).toBe(40);
  expect(cost(7, 30)).toBe(49);
});

test("time is shared within a crew: who collects owes nothing to who brings", () => {
  const vehicles = [bike(1), bike(2, { crew: 2 }), bike(3, { crew: 2, paidBefore: 100 })];
  const problem = {
    ...problemOf(sixHomes, vehicles, [crateTo(1)]),
    fairness: { perHour: 3600 },
  };
  expect(sharesOfTime(problem, paidTimes(problem, plan))).toEqual([
    { vehicle: 1, paid: 10, share: 10 },
    { vehicle: 2, paid: 0, share: 50 },
    { vehicle: 3, paid: 100, share: 50 },
  ]);
  expect(unfairnessCost(problem, plan)).toBe(100);
});

test("paid time is driving and work; who has a longer shift should have more of it", () => {
  const vehicles = [
    bike(1, { shift: { from: 0, to: 100 } }),
    bike(2, { shift: { from: 0, to: 300 }, paidBefore: 6 }),
  ];
  const problem = {
    ...problemOf(sixHomes, vehicles, [crateTo(1)]),
    fairness: { perHour: 3600 },
  };
  expect(paidTimes(problem, plan)).toEqual([10, 0]);
  // 16 seconds in all: 4 for the short shift, 12 for the long one.
  expect(unfairnessCost(problem, plan)).toBe(6 + 6);
  expect(unfairnessCost({ ...problem, fairness: { perHour: 0 } }, plan)).toBe(0);
});
