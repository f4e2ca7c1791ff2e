import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { planOf } from "./plan-of.ts";

const lunch = { id: 7, service: 10, windows: [{ from: 8, to: 20 }] };
const shift = { from: 1000, to: 2000 };
const errands = [crateTo(1, { setup: 2, service: 3 }), crateFrom(2, 3), crateTo(4)];

test("a route is told step by step, with its times and loads", () => {
  const problem = compile(problemOf(sixHomes, [bike(1, { shift })], errands));
  const plan = planOf(problem, [[0, 1, 2]], new Map());
  const told = plan.routes[0]?.steps.map(({ type, arrival, load }) => [type, arrival, load[0]]);
  expect(told).toEqual([
    ["start", 1000, 1],
    ["job", 1005, 0],
    ["pickup", 1017, 1],
    ["delivery", 1029, 0],
    ["end", 1039, 0],
  ]);
});

test("a break in mid-journey has its own step", () => {
  const resting = bike(1, { breaks: [lunch], shift: { from: 0, to: 100 } });
  const plan = planOf(compile(problemOf(sixHomes, [resting], errands)), [[1, 2]], new Map());
  const told = plan.routes[0]?.steps.map(({ type, arrival, waiting }) => [type, arrival, waiting]);
  expect(told).toContainEqual(["break", 8, 0]);
  expect(told?.at(-1)).toEqual(["end", 44, 0]);
});

test("what is left is named with the reason, where there is one", () => {
  const problem = compile(problemOf(sixHomes, [bike(1)], errands));
  expect(planOf(problem, [[0]], new Map([[2, "range"]])).unassigned).toEqual([
    { type: "pickup", id: 3, reason: "crowded-out" },
    { type: "delivery", id: 3, reason: "crowded-out" },
    { type: "job", id: 4, reason: "range" },
  ]);
});
