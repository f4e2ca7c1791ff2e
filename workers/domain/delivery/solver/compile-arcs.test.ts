import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compileArcs, ranksOf, terminalsOf } from "./compile-arcs.ts";
import { FORBIDDEN } from "./scale.ts";

test("costs per hour and per kilometre add up exactly, in one unit", () => {
  const costs = { fixed: 0, perHour: 3600, perKm: 50, perTaskHour: 0 };
  const problem = problemOf(sixHomes, [bike(1, { costs })], [crateTo(1)]);
  const { arcCosts, costsTo, costUnit } = compileArcs(
    problem,
    problem.errands[0]?.stops ?? [],
    [0],
  );
  expect(costUnit).toBe(20);
  expect([...(arcCosts[0] ?? [])]).toEqual([0, 105, 105, 0]);
  expect([...(costsTo[0] ?? [])]).toEqual([0, 105, 105, 0]);
});

test("what has no way is forbidden; nowhere is near everything", () => {
  const problem = problemOf(sixHomes, [bike(1)], [crateTo(1)]);
  const durations = sixHomes.map(() => sixHomes.map(() => null));
  const stops = problem.errands[0]?.stops ?? [];
  const arcs = compileArcs({ ...problem, matrices: { bike: { durations } } }, stops, [0, -1]);
  expect([...(arcs.durations[0] ?? [])]).toEqual([0, FORBIDDEN, 0, FORBIDDEN, 0, 0, 0, 0, 0]);
});

test("vehicles begin and end at few places", () => {
  const { end: _end, ...open } = bike(2);
  expect(terminalsOf(problemOf(sixHomes, [bike(1), open], []))).toEqual([0, -1]);
});

test("ranks follow the order of appearance", () => {
  expect([...ranksOf(["van", "bike", "van"])]).toEqual([
    ["van", 0],
    ["bike", 1],
  ]);
});
