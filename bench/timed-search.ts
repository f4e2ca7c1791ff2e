import { readFileSync } from "node:fs";
import type { Problem } from "#domain/delivery/problem.ts";
import { createSolver, type Solver } from "#domain/delivery/solver/search.ts";

/** Slices are about so long, so that the last one does not overrun. */
const SLICE_MS = 20;

/** Milliseconds that have gone by, on any scale that only goes forward. */
export type Stopwatch = () => number;

/**
 * Asks a search for slices until its time is up. The solver knows no time: here the speed of the
 * last slices tells how many rounds there will be, and the solver cools down by that.
 */
export function searchFor(
  problem: Problem,
  seed: number,
  { milliseconds, elapsed }: { readonly milliseconds: number; readonly elapsed: Stopwatch },
): Solver {
  const search = newSolver(problem, seed);
  let slice = 1;
  for (let now = elapsed(); now < milliseconds; now = elapsed()) {
    search.step(slice);
    const took = Math.max(0.05, elapsed() - now);
    const left = Math.max(0, milliseconds - now - took);
    search.expect(Math.max(search.rounds + 1, search.rounds + Math.floor((slice / took) * left)));
    const next = Math.floor((slice / took) * Math.min(SLICE_MS, left));
    slice = Math.max(1, Math.min(slice * 4, next));
  }
  return search;
}

/** A solver with its compiled core, that does not yet know how long it will run. */
export function newSolver(problem: Problem, seed: number): Solver {
  const file = import.meta.resolve("#domain/delivery/solver/core.wasm");
  const core = new WebAssembly.Module(readFileSync(new URL(file)));
  return createSolver(problem, seed, { total: 1_000_000_000, core });
}
