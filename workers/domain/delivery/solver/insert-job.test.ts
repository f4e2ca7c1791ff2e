import fc from "fast-check";
import { expect, test } from "vitest";
import { anyProblem } from "#tests/rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { JobInsertion } from "./insert-job.ts";
import { Recreate } from "./recreate.ts";
import { Spot } from "./spot.ts";
import { Tours } from "./tours.ts";
import { Trial } from "./trial.ts";

test("what an insertion is said to cost is what it costs, and the route stays sound", () => {
  fc.assert(
    fc.property(fc.nat(99_999), (seed) => {
      const problem = compile(anyProblem(seed));
      const trial = new Trial(new Tours(problem));
      trial.begin();
      new Recreate(trial, new Chance(seed)).apply();
      const jobs = new JobInsertion(trial.tours);
      for (let route = 0; route < problem.vehicles; route++) {
        const node = trial.tours.nodeAt[route * trial.tours.stride + 1] ?? 0;
        if (trial.tours.length[route] === 0 || problem.stops[node]?.type !== "job") continue;
        if (problem.breaks[route]?.some(({ maxLoad }) => maxLoad !== undefined)) continue;
        const before = trial.cost;
        trial.takeOut(route, { first: 1, count: 1, hole: 0, spared: 0 });
        const spot = new Spot(new Chance(1), 0);
        const without = trial.cost;
        jobs.evaluate(node, route, spot);
        expect(spot.delta).toBeLessThanOrEqual(before - without);
        trial.putIn(problem.errandOf[node] ?? 0, spot);
        expect(trial.cost).toBeCloseTo(without + spot.delta, 6);
        expect(trial.tours.isSound(route)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
