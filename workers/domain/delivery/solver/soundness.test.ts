import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { Recreate } from "./recreate.ts";
import { Ruin } from "./ruin.ts";
import { isRouteSound } from "./soundness.ts";
import { Tours } from "./tours.ts";
import { Trial } from "./trial.ts";

test("whatever is ruined, put back and taken back, every route that is kept is sound", () => {
  fc.assert(
    fc.property(fc.nat(99_999).map(anyRichProblem), fc.nat(99), (problem, seed) => {
      const compiled = compile(problem);
      const trial = new Trial(new Tours(compiled));
      const chance = new Chance(seed);
      const recreate = new Recreate(trial, chance);
      const ruin = new Ruin(trial, chance);
      for (let round = 0; round < 15; round++) {
        const before = { cost: trial.cost, absent: trial.absentCount, used: trial.used };
        const routeOf = trial.tours.routeOf.slice(0, compiled.nodes);
        trial.begin();
        ruin.apply(chance.below(compiled.nodes));
        recreate.apply();
        if (!trial.isSound() || chance.once(2)) {
          trial.takeBack();
          expect(trial.cost).toBeCloseTo(before.cost, 6);
          expect([trial.absentCount, trial.used]).toEqual([before.absent, before.used]);
          expect(trial.tours.routeOf.slice(0, compiled.nodes)).toEqual(routeOf);
        }
        for (let route = 0; route < compiled.vehicles; route++) {
          expect(isRouteSound(trial.tours, route)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});
