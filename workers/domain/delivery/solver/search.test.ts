import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import {
  anyProblem,
  bike,
  crateFrom,
  crateTo,
  problemOf,
  sixHomes,
  streets,
} from "#tests/rounds.ts";
import { compareRanks } from "./losses.ts";
import { createSolver } from "./search.ts";

const plain = fc.nat({ max: 1_000_000 }).map(anyProblem);
const rich = fc.nat({ max: 1_000_000 }).map(anyRichProblem);
const problems = fc.oneof(plain, rich);

test("every plan of a small problem can be driven, after each slice", () => {
  fc.assert(
    fc.property(problems, fc.nat(99), (problem, seed) => {
      const search = createSolver(problem, seed, { total: 60 });
      for (let slice = 0; slice < 4; slice++) {
        expect(check(problem, search.best()).complaints).toEqual([]);
        search.step(20);
      }
    }),
    { numRuns: 80 },
  );
});

test("what the search says of its plan is what the check finds", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const search = createSolver(problem, 1, { total: 40 });
      search.step(40);
      const verdict = check(problem, search.best());
      const stops = problem.errands.flatMap((errand) => errand.stops).length;
      expect(verdict.cost).toBeCloseTo(search.rank().cost, 6);
      expect(stops - verdict.stopsServed).toBe(search.rank().stopsLost);
    }),
    { numRuns: 60 },
  );
});

test("the same problem, seed and rounds give the same plan, however they are sliced", () => {
  fc.assert(
    fc.property(problems, fc.nat(99), fc.integer({ min: 1, max: 79 }), (problem, seed, cut) => {
      const whole = createSolver(problem, seed, { total: 80 });
      whole.step(80);
      const sliced = createSolver(problem, seed, { total: 80 });
      sliced.step(cut);
      sliced.step(80 - cut);
      expect(sliced.best()).toEqual(whole.best());
    }),
    { numRuns: 40 },
  );
});

test("the best plan never becomes worse", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const search = createSolver(problem, 5, { total: 100 });
      let before = search.rank();
      for (let slice = 0; slice < 10; slice++) {
        search.step(10);
        expect(compareRanks(search.rank(), before)).toBeLessThanOrEqual(0);
        before = search.rank();
      }
    }),
    { numRuns: 40 },
  );
});

test("six homes, two bikes: no other way of sharing them is shorter", () => {
  const homes = [1, 2, 3, 4, 5, 6];
  const problem = problemOf(
    sixHomes,
    [bike(1), bike(2)],
    homes.map((place) => crateTo(place)),
  );
  const search = createSolver(problem, 3, { total: 500 });
  search.step(500);
  expect(search.rank()).toEqual({ priorityLost: 0, stopsLost: 0, cost: shortest(problem, homes) });
});

test("a crate fetched on the way to its household: the best of all orders", () => {
  const problem = problemOf(
    sixHomes,
    [bike(1)],
    [crateFrom(1, 2), crateFrom(3, 4), crateFrom(5, 6)],
  );
  const search = createSolver(problem, 3, { total: 500 });
  search.step(500);
  expect(search.rank().cost).toBe(shortestOfPairs(problem));
});

test("with room for one crate only, the more urgent one is served", () => {
  const problem = problemOf(
    sixHomes,
    [bike(1, { capacity: [1] })],
    [crateTo(1, { priority: 10 }), crateTo(2, { priority: 80 })],
  );
  const search = createSolver(problem, 1, { total: 50 });
  search.step(50);
  expect(search.best().unassigned).toEqual([{ type: "job", id: 1, reason: "crowded-out" }]);
});

test("a detour that is shorter than the straight way never tears a route apart", () => {
  const table = streets(sixHomes).map((row) => [...row]);
  (table[0] ?? [])[2] = 900;
  const matrices = { bike: { durations: table } };
  const errands = [1, 2, 3].map((place) => crateTo(place));
  const problem = { ...problemOf(sixHomes, [bike(1)], errands), matrices };
  const search = createSolver(problem, 2, { total: 100 });
  search.step(100);
  expect(check(problem, search.best()).complaints).toEqual([]);
  expect(search.rank().stopsLost).toBe(0);
});

test("nothing to do is an empty plan", () => {
  const search = createSolver(problemOf(sixHomes, [bike(1)], []), 1, { total: 10 });
  search.step(10);
  expect(search.best()).toEqual({ routes: [], unassigned: [] });
});

test("later news of how many rounds there will be changes only what follows", () => {
  const problem = anyProblem(8);
  const search = createSolver(problem, 1, { total: 1000 });
  search.step(10);
  const before = search.rank();
  search.expect(20);
  expect(search.rank()).toEqual(before);
  search.step(10);
  expect(search.rounds).toBe(20);
});

function shortest(problem: Problem, homes: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const order of permutations(homes)) {
    for (let cut = 2; cut <= 4; cut++) {
      const length = tour(problem, order.slice(0, cut)) + tour(problem, order.slice(cut));
      best = Math.min(best, length);
    }
  }
  return best;
}

function shortestOfPairs(problem: Problem): number {
  const isServed = (order: readonly number[]) =>
    [1, 3, 5].every((from) => order.indexOf(from) < order.indexOf(from + 1));
  const lengths = permutations([1, 2, 3, 4, 5, 6])
    .filter(isServed)
    .map((order) => tour(problem, order));
  return Math.min(...lengths);
}

function tour({ matrices }: Problem, places: readonly number[]): number {
  const stops = [0, ...places, 0];
  return stops
    .slice(1)
    .reduce((sum, to, leg) => sum + (matrices["bike"]?.durations[stops[leg] ?? 0]?.[to] ?? 0), 0);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
