import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { Chance } from "./chance.ts";
import { compile } from "./compile.ts";
import { Recreate } from "./recreate.ts";
import { Ruin } from "./ruin.ts";
import { Tours } from "./tours.ts";
import { Trial } from "./trial.ts";

const homes = [crateTo(1), crateTo(2), crateTo(3), crateTo(4), crateFrom(5, 6)];

test("a ruin takes stops out, never half an errand, and what is left is in order", () => {
  const problem = compile(problemOf(sixHomes, [bike(1), bike(2)], homes));
  const trial = new Trial(new Tours(problem));
  const chance = new Chance(4);
  const recreate = new Recreate(trial, chance);
  const ruin = new Ruin(trial, chance);
  trial.begin();
  recreate.apply();
  for (let round = 0; round < 200; round++) {
    trial.begin();
    ruin.apply(chance.below(problem.nodes));
    expect(trial.absentCount).toBeGreaterThan(0);
    const absent = new Set(trial.absent.subarray(0, trial.absentCount));
    const offPlan = [...trial.tours.routeOf.subarray(0, problem.nodes)].map((route, node) =>
      route < 0 ? node : -1,
    );
    const errands = new Set(
      offPlan.filter((node) => node >= 0).map((node) => problem.errandOf[node]),
    );
    expect(errands).toEqual(absent);
    recreate.apply();
    expect(trial.absentCount).toBe(0);
  }
});
