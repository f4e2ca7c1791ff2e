import type { Problem } from "#domain/delivery/problem.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";

/** What is planned alike on every machine. */
export interface PlanTask {
  readonly problem: Problem;
  readonly seed: number;
  readonly rounds: number;
}

/** One task after the other; plans and their worth as text, to be compared to the letter. */
export function planAll(tasks: readonly PlanTask[], core: WebAssembly.Module): string {
  return JSON.stringify(
    tasks.map(({ problem, seed, rounds }) => {
      const solver = createSolver(problem, seed, { total: rounds, core });
      solver.step(rounds);
      return [solver.rank(), solver.best()];
    }),
  );
}
