import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { bike, crateFrom, crateTo, problemOf, sixHomes, stopAt } from "#tests/rounds.ts";
import { partsOf, windowsOf } from "./compile-parts.ts";
import { createSolver } from "./search.ts";

const frozen = ["job:6", "pickup:3"] as const;
const problem = problemOf(
  sixHomes,
  [bike(1, { frozen }), bike(2)],
  [crateFrom(2, 3), crateTo(6, { windows: [{ from: 0, to: 2 }] }), crateTo(1)],
);

test("a frozen stop is a part of its own; the rest of its errand is bound to the vehicle", () => {
  const told = partsOf(problem).map(({ stops, boundTo, isFrozen }) => [
    stops.map(({ type, id }) => `${type}:${id}`),
    boundTo,
    isFrozen,
  ]);
  expect(told).toEqual([
    [["delivery:3"], 0, false],
    [[], 0, false],
    [["job:1"], -1, false],
    [["job:6"], 0, true],
    [["pickup:3"], 0, true],
  ]);
});

test("what is frozen comes first, though it is late, and what was begun is ended", () => {
  const solver = createSolver(problem, 1, { total: 100 });
  solver.step(100);
  const plan = solver.best();
  const first = plan.routes.find(({ vehicle }) => vehicle === 1);
  const stops = first?.steps.flatMap(({ type, id }) => (id === undefined ? [] : `${type}:${id}`));
  expect(stops?.slice(0, 2)).toEqual(frozen);
  expect(stops).toContain("delivery:3");
  expect(check(problem, plan).complaints).toEqual([]);
});

test("goods under way must arrive before they have been under way too long", () => {
  const stop = stopAt("delivery", 1, 1, { windows: [{ from: 20, to: 90 }] });
  const errand = (maxRide: number) => ({
    ...crateTo(1),
    stops: [stop],
    aboardSince: 10,
    maxRide,
  });
  expect(windowsOf(stop, errand(30))).toEqual([{ from: 20, to: 40 }]);
  const [closed] = windowsOf(stop, errand(5));
  expect(closed?.to).toBeLessThan(0);
});
