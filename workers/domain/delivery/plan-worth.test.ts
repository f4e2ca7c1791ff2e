import { expect, test } from "vitest";
import { bike, crateTo, problemOf } from "#tests/rounds.ts";
import type { Plan } from "./plan.ts";
import { complaintsInWords, isBetter, weigh } from "./plan-worth.ts";
import { createSolver } from "./solver/search.ts";

const points = [
  [0, 0],
  [1, 0],
  [2, 0],
] as const;
const problem = problemOf(points, [bike(1)], [crateTo(1, { priority: 10 }), crateTo(2)]);
const plan = createSolver(problem, 1, { total: 10 }).best();

test("a plan that passes the check is weighed in whole numbers", () => {
  expect(weigh(problem, plan)).toEqual({
    kind: "sound",
    worth: { prioritySum: 10, unserved: 0, costMilli: 4000 },
  });
});

test("a plan that does not pass says what is wrong with it", () => {
  const broken: Plan = { ...plan, routes: [] };
  const weighed = weigh(problem, broken);
  expect(weighed.kind === "wrong" && complaintsInWords(weighed.complaints)).toBe(
    "forgotten job:1; forgotten job:2",
  );
});

test("priority counts before stops, and stops before cost", () => {
  const worth = { prioritySum: 10, unserved: 1, costMilli: 500 };
  expect(isBetter({ ...worth, prioritySum: 11, unserved: 5 }, worth)).toBe(true);
  expect(isBetter({ ...worth, unserved: 0, costMilli: 900 }, worth)).toBe(true);
  expect(isBetter({ ...worth, costMilli: 499 }, worth)).toBe(true);
  expect(isBetter(worth, worth)).toBe(false);
});
