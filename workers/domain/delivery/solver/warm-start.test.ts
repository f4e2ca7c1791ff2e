import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compareRanks } from "./losses.ts";
import { createSolver } from "./search.ts";

test("a plan that is taken up again is at least as good as it was", () => {
  fc.assert(
    fc.property(fc.nat(99_999).map(anyRichProblem), (problem) => {
      const first = createSolver(problem, 1, { total: 40 });
      first.step(40);
      const again = createSolver(problem, 2, { total: 40, from: first.best() });
      expect(compareRanks(again.rank(), first.rank())).toBeLessThanOrEqual(0);
    }),
    { numRuns: 100 },
  );
});

test("what is gone is skipped, what is new finds a place, and the plan can be driven", () => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), (before, after) => {
      const first = createSolver(anyRichProblem(before), 1, { total: 20 });
      const problem = anyRichProblem(after);
      const again = createSolver(problem, 2, { total: 20, from: first.best() });
      again.step(20);
      expect(check(problem, again.best()).complaints).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("an order cancelled after planning leaves the others where they were", () => {
  const homes = [1, 2, 3, 4].map((place) => crateTo(place));
  const vehicles = [bike(1), bike(2)];
  const first = createSolver(problemOf(sixHomes, vehicles, homes), 1, { total: 50 });
  first.step(50);
  const fewer = problemOf(sixHomes, vehicles, homes.slice(1));
  const again = createSolver(fewer, 1, { total: 50, from: first.best() });
  const doors = (plan: ReturnType<typeof first.best>) =>
    plan.routes.map(({ steps }) =>
      steps.flatMap(({ id }) => (id === undefined || id === 1 ? [] : id)),
    );
  expect(doors(again.best())).toEqual(doors(first.best()));
});
