import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf } from "#tests/rounds.ts";
import { withoutErrands } from "./called-off.ts";
import { check } from "./check.ts";
import { createSolver } from "./solver/search.ts";

const points = [
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 0],
] as const;
const problem = problemOf(
  points,
  [bike(1, { frozen: ["job:3", "pickup:2"] })],
  [crateTo(1), crateFrom(1, 2), crateTo(3)],
);

test("an errand that is called off goes with all its stops, frozen ones too", () => {
  const left = withoutErrands(problem, new Set(["delivery:2"]));
  expect(left.errands.map(({ stops }) => stops.map(({ type, id }) => `${type} ${id}`))).toEqual([
    ["job 1"],
    ["job 3"],
  ]);
  expect(left.vehicles[0]?.frozen).toEqual(["job:3"]);
});

test("a plan that begins with the old one is a plan of what is left", () => {
  const before = createSolver(problem, 1, { total: 50 });
  before.step(50);
  const left = withoutErrands(problem, new Set(["job:1"]));
  const after = createSolver(left, 1, { total: 0, from: before.best() }).best();
  expect(check(left, after)).toMatchObject({ complaints: [], stopsServed: 3 });
});

test("nothing changes where nothing is called off", () => {
  expect(withoutErrands(problem, new Set())).toBe(problem);
});
