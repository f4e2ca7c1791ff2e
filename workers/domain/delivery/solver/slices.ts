import type { Plan } from "#domain/delivery/plan.ts";
import type { Rank } from "./losses.ts";
import type { Solver } from "./search.ts";

/** How far a search has come. */
export interface Progress {
  readonly rounds: number;
  readonly total: number;
  readonly rank: Rank;
}

/**
 * Runs a solver to its end in slices of so many rounds, and says after each how far it is. Who
 * asks takes a breath between slices, keeps the best plan, or stops; the plan is the same.
 */
export function* inSlices(solver: Solver, size: number): Generator<Progress, Plan, void> {
  while (solver.rounds < solver.total) {
    solver.step(Math.min(size, solver.total - solver.rounds));
    yield { rounds: solver.rounds, total: solver.total, rank: solver.rank() };
  }
  return solver.best();
}
