import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes, stopAt } from "#tests/rounds.ts";
import type { Step } from "./plan.ts";
import { arc, routeCost, workOf } from "./retrace.ts";

const job = (id: number): Step => ({
  type: "job",
  id,
  arrival: 0,
  waiting: 0,
  setup: 0,
  service: 0,
  load: [],
});

test("a route costs its vehicle, its hours, its kilometres and its work", () => {
  const errands = [crateTo(1, { setup: 60, service: 120 })];
  const costs = { fixed: 7, perHour: 7200, perKm: 1000, perTaskHour: 60 };
  const vehicle = bike(1, { costs });
  // Five squares there and back: 10 seconds at 2, 10 metres at 1, 180 seconds of work at 1/60.
  expect(routeCost(problemOf(sixHomes, [vehicle], errands), vehicle, [job(1)])).toBe(
    7 + 20 + 10 + 3,
  );
});

test("a route that serves nothing costs nothing", () => {
  const vehicle = bike(1);
  expect(routeCost(problemOf(sixHomes, [vehicle], []), vehicle, [])).toBe(0);
});

test("a matrix of costs replaces hours and kilometres", () => {
  const problem = problemOf(sixHomes, [bike(1)], [crateTo(1)]);
  const costs = sixHomes.map(() => sixHomes.map(() => 4));
  const matrices = { bike: { durations: problem.matrices["bike"]?.durations ?? [], costs } };
  expect(routeCost({ ...problem, matrices }, bike(1), [job(1)])).toBe(8);
});

test("the setup is spared for who is already there, and depends on the kind of vehicle", () => {
  const stop = stopAt("job", 1, 3, {
    setup: 5,
    service: 7,
    setupPerType: { van: 9 },
    servicePerType: { van: 8 },
  });
  expect(workOf(bike(1), stop, 2)).toBe(12);
  expect(workOf(bike(1), stop, 3)).toBe(7);
  expect(workOf(bike(1, { type: "van" }), stop, 2)).toBe(17);
});

test("staying is free, and no way is infinitely far", () => {
  expect(arc([[null, null]], 0, 0)).toBe(0);
  expect(arc([[0, null]], 0, 1)).toBe(Number.POSITIVE_INFINITY);
});
