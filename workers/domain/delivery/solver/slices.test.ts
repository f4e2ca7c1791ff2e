import { expect, test } from "vitest";
import { anyProblem } from "#tests/rounds.ts";
import { createSolver } from "./search.ts";
import { inSlices } from "./slices.ts";

test("it tells how far it is, and ends with the plan that one long slice gives", () => {
  const problem = anyProblem(21);
  const slices = inSlices(createSolver(problem, 4, { total: 50 }), 20);
  const rounds: number[] = [];
  let slice = slices.next();
  for (; slice.done !== true; slice = slices.next()) rounds.push(slice.value.rounds);
  expect(rounds).toEqual([20, 40, 50]);
  const whole = createSolver(problem, 4, { total: 50 });
  whole.step(50);
  expect(slice.value).toEqual(whole.best());
});

test("who stops early has the best plan so far", () => {
  const solver = createSolver(anyProblem(21), 4, { total: 50 });
  const progress = inSlices(solver, 10).next().value;
  expect(progress).toMatchObject({ rounds: 10, total: 50 });
  expect(solver.best().routes.length).toBeGreaterThan(0);
});
