import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Problem } from "#domain/delivery/problem.ts";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import { anyProblem, crateFrom, crateTo, type Point, problemOf, bike } from "#tests/rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { Core } from "./core.ts";
import { createSolver } from "./search.ts";
import { Tours } from "./tours.ts";

const core = new WebAssembly.Module(readFileSync(new URL("./core.wasm", import.meta.url)));

/** Without breaks, which the core leaves to TypeScript. */
const covered = fc.nat(999_999).map((seed): Problem => {
  const problem = anyProblem(seed);
  const vehicles = problem.vehicles.map((vehicle) => ({ ...vehicle, breaks: [] }));
  return { ...problem, vehicles };
});

test("the compiled core gives the plan that TypeScript alone gives", () => {
  fc.assert(
    fc.property(
      fc.oneof(covered, fc.nat(99_999).map(anyRichProblem)),
      fc.nat(99),
      (problem, seed) => {
        const plain = createSolver(problem, seed, { total: 60 });
        const compiled = createSolver(problem, seed, { total: 60, core });
        plain.step(60);
        compiled.step(60);
        expect(compiled.rank()).toEqual(plain.rank());
        expect(compiled.best()).toEqual(plain.best());
      },
    ),
    { numRuns: 60 },
  );
});

test("it does so in a town where stops look beside near stops only", () => {
  const chance = new Chance(3);
  const points = Array.from({ length: 171 }, (): Point => [chance.below(90), chance.below(90)]);
  const homes = points.slice(1).map((_, index) => {
    const from = chance.below(600);
    const windows = chance.once(2) ? [{ from, to: from + 120 }] : [];
    const place = index + 1;
    return chance.once(4)
      ? crateFrom(1 + chance.below(9), place, { windows })
      : crateTo(place, { windows });
  });
  const bikes = Array.from({ length: 24 }, (_, index) =>
    bike(index + 1, { capacity: [9], maxDistance: 300 + chance.below(200) }),
  );
  const problem = problemOf(points, bikes, homes);
  const plain = createSolver(problem, 5, { total: 300 });
  const compiled = createSolver(problem, 5, { total: 300, core });
  plain.step(300);
  compiled.step(300);
  expect(compiled.best()).toEqual(plain.best());
});

test("all that is known of a route is the same, whoever works it out", () => {
  fc.assert(
    fc.property(covered, fc.nat(999), (problem, seed) => {
      const compiled = compile(problem);
      const helper = new Core(core, compiled, 0);
      const one = new Tours(compiled);
      const other = new Tours(helper.problem, helper);
      const chance = new Chance(seed);
      const nodes = Array.from({ length: compiled.nodes }, (_, node) => node)
        .filter(() => chance.once(2))
        .slice(0, compiled.maxTasks[0] ?? 0);
      one.place(0, nodes);
      other.place(0, nodes);
      for (const name of known) expect([...other[name]]).toEqual([...one[name]]);
    }),
    { numRuns: 100 },
  );
});

const known = [
  "nodeAt",
  "arcAt",
  "departure",
  "latestWithSetup",
  "latestWithout",
  "load",
  "peakBefore",
  "peakAfter",
  "positionOf",
  "travel",
  "distance",
  "cost",
] as const;
