import { expect, test } from "vitest";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import type { Plan } from "./plan.ts";
import { weigh } from "./plan-worth.ts";
import { restated } from "./restate-plan.ts";
import { createSolver } from "./solver/search.ts";

function planned(seed: number) {
  const problem = anyRichProblem(seed);
  const solver = createSolver(problem, 1, { total: 30 });
  solver.step(30);
  return { problem, plan: solver.best() };
}

test("a plan of ours is told again as it was, whatever is in it", () => {
  for (let seed = 1; seed <= 80; seed += 1) {
    const { problem, plan } = planned(seed);
    expect(restated(problem, plan)).toEqual(plan);
  }
});

test("what somebody says of places, work and loads is not believed", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { problem, plan } = planned(seed);
    const said: Plan = {
      ...plan,
      routes: plan.routes.map((route) => ({
        ...route,
        steps: route.steps.map((step) => ({
          ...step,
          ...(step.place === undefined ? {} : { place: 7_000_000 }),
          setup: 5,
          service: 9,
          load: [99, 99],
        })),
      })),
    };
    expect(weigh(problem, said).kind).toBe("sound");
    expect(restated(problem, said)).toEqual(plan);
  }
});
