import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import { bike, crateFrom, crateFromAll, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { check } from "./check.ts";
import type { DayNews } from "./day-news.ts";
import type { Plan } from "./plan.ts";
import { isStopType, keyOf, type Problem, type StopKey } from "./problem.ts";
import { restOfDay } from "./rest-of-day.ts";
import { createSolver } from "./solver/search.ts";

function planned(problem: Problem, from?: Plan): Plan {
  const solver = createSolver(problem, 1, { total: 60, ...(from ? { from } : {}) });
  solver.step(60);
  return solver.best();
}

/** All as it was planned up to now. */
function newsAt(plan: Plan, now: number, more: Partial<DayNews> = {}): DayNews {
  const done = new Map<StopKey, number>();
  for (const { type, id, arrival, waiting, setup, service } of plan.routes.flatMap(
    ({ steps }) => steps,
  )) {
    const end = arrival + waiting + setup + service;
    if (isStopType(type) && id !== undefined && end <= now) done.set(keyOf({ type, id }), end);
  }
  return { now, done, failed: new Set(), out: new Set(), frozenUntil: now, ...more };
}

const riders = [bike(1), bike(2)];

test("what is done is gone; what is aboard stays with its bike and counts as aboard", () => {
  const problem = problemOf(sixHomes, [bike(1)], [crateTo(1), crateTo(2), crateTo(3)]);
  const plan = planned(problem);
  const second = plan.routes[0]?.steps[2];
  const { problem: rest } = restOfDay(problem, plan, newsAt(plan, (second?.arrival ?? 0) - 1));
  expect(rest.errands).toHaveLength(2);
  expect(rest.errands.every(({ vehicle, aboardSince }) => vehicle === 1 && aboardSince === 0)).toBe(
    true,
  );
  const again = planned(rest, plan);
  expect(check(rest, again).complaints).toEqual([]);
  expect(again.unassigned).toEqual([]);
  expect(again.routes[0]?.steps[0]?.load).toEqual([2]);
});

test("an order that is half collected is finished by who began", () => {
  const problem = problemOf(sixHomes, riders, [crateFromAll([1, 2], 3), crateFrom(4, 5)]);
  const plan = planned(problem);
  const pickup = plan.routes.flatMap(({ steps }) => steps).find(({ id }) => (id ?? 0) >= 300);
  const news = newsAt(plan, pickup?.arrival ?? 0);
  const { problem: rest } = restOfDay(problem, plan, news);
  const order = rest.errands.find(({ stops }) => stops.at(-1)?.id === 3);
  expect(order?.stops.map(({ type }) => type)).toEqual(["pickup", "delivery"]);
  expect(order?.vehicle).toBe(
    plan.routes.find(({ steps }) => steps.includes(pickup as never))?.vehicle,
  );
  const again = planned(rest, plan);
  expect(check(rest, again).complaints).toEqual([]);
});

test("the stop that a bike is riding to is frozen, and people keep what they were told", () => {
  const problem = problemOf(sixHomes, [bike(1)], [crateTo(1), crateTo(2)]);
  const plan = planned(problem);
  const [, first] = plan.routes[0]?.steps ?? [];
  const news = newsAt(plan, 1, { frozenUntil: first?.arrival ?? 0 });
  const { problem: rest } = restOfDay(problem, plan, news);
  expect(rest.vehicles[0]?.frozen).toEqual([`job:${first?.id}`]);
  expect(rest.errands.every(({ planned: told }) => told?.vehicle === 1)).toBe(true);
  expect(planned(rest, plan).routes[0]?.steps[1]).toMatchObject({
    id: first?.id,
    arrival: first?.arrival,
  });
});

test("when a courier drops out others take what is not aboard, and the rest is stranded", () => {
  const problem = problemOf(sixHomes, riders, [crateFrom(1, 2), crateFrom(3, 4)]);
  const plan = planned(problem);
  const out = plan.routes[0]?.vehicle ?? 0;
  const first = plan.routes[0]?.steps[1];
  const news = newsAt(plan, first?.arrival ?? 0, { out: new Set([out]) });
  const { problem: rest, stranded } = restOfDay(problem, plan, news);
  expect(stranded).toEqual([`delivery:${first?.id}`]);
  expect(rest.vehicles.map(({ id }) => id)).not.toContain(out);
  expect(rest.errands).toHaveLength(1);
  expect(planned(rest).unassigned).toEqual([]);
});

test("what could not be left rides along and takes room", () => {
  const problem = problemOf(sixHomes, [bike(1, { capacity: [2] })], [crateTo(1), crateTo(2)]);
  const plan = planned(problem);
  const key: StopKey = "job:1";
  const news = newsAt(plan, 1, { failed: new Set([key]) });
  const { problem: rest } = restOfDay(problem, plan, news);
  expect(rest.errands.map(({ stops }) => stops[0]?.id)).toEqual([2]);
  expect(rest.vehicles[0]?.capacity).toEqual([1]);
});

test("goods that are aboard are not kept waiting for others that come later", () => {
  const problem = anyRichProblem(29_321);
  const plan = planned(problem);
  const { problem: rest } = restOfDay(problem, plan, newsAt(plan, 0, { frozenUntil: 20 }));
  expect(rest.vehicles[0]?.frozen).toEqual(["job:3"]);
  expect(check(rest, planned(rest, plan)).complaints).toEqual([]);
});

test("whenever the day is planned again, the new plan can be driven", () => {
  fc.assert(
    fc.property(fc.nat(99_999).map(anyRichProblem), fc.nat(400), (problem, now) => {
      const plan = planned(problem);
      const { problem: rest } = restOfDay(
        problem,
        plan,
        newsAt(plan, now, { frozenUntil: now + 20 }),
      );
      expect(check(rest, planned(rest, plan)).complaints).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
