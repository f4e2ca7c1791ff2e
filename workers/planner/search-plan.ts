import type { Plan } from "#domain/delivery/plan.ts";
import { complaintsInWords, isBetter, type PlanWorth, weigh } from "#domain/delivery/plan-worth.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { createSolver, type Solver } from "#domain/delivery/solver/search.ts";
import { inSlices } from "#domain/delivery/solver/slices.ts";

/** A plan that was found and checked, and how. */
export interface Found {
  readonly plan: Plan;
  readonly worth: PlanWorth;
  readonly seed: number;
  readonly rounds: number;
}

/** The search cannot take the problem, or found what does not pass the check: a bug of ours. */
export class SearchFailed extends Error {
  override readonly name = "SearchFailed";
  readonly reason: "failed" | "check-failed";

  constructor(reason: SearchFailed["reason"], words: string) {
    super(words);
    this.reason = reason;
  }
}

/** What a search begins with. */
export interface SearchStart {
  /** The compiled core. */
  readonly core: WebAssembly.Module;
  readonly from: Plan | null;
  /** What the newest version is worth; null where there is none of this very problem. */
  readonly known: PlanWorth | null;
}

const SEEDS: readonly number[] = [1, 2, 3];
/** Some ten milliseconds: then others have their turn. */
const SLICE = 100;
/** Above so many stops the first plan is shown before it is made better. */
const LARGE = 100;

/**
 * How long a seed searches. A round takes 30 to 150 microseconds, so that three seeds of the
 * largest problem take half a minute: a tenth of what the platform allows.
 */
export function roundsFor(stops: number): number {
  return Math.min(60_000, Math.max(5000, stops * 200));
}

/**
 * Searches with several seeds, one after the other, and gives each checked plan that is better
 * than what was known, as it is found. It knows no time: a Worker's clock stands while it computes.
 * @throws SearchFailed
 */
export async function* searchPlans(
  problem: Problem,
  { core, from, known }: SearchStart,
): AsyncGenerator<Found, void> {
  let best = known;
  const stops = problem.errands.reduce((sum, errand) => sum + errand.stops.length, 0);
  const begin = { total: roundsFor(stops), core, ...(from === null ? {} : { from }) };
  for (const seed of SEEDS) {
    const solver = trying(() => createSolver(problem, seed, begin));
    for (const isFirst of [true, false]) {
      if (isFirst && (best !== null || stops <= LARGE)) continue;
      if (!isFirst) await runToEnd(solver);
      const found = trying(() => checked(problem, solver, seed));
      if (best !== null && !isBetter(found.worth, best)) continue;
      best = found.worth;
      yield found;
    }
  }
}

async function runToEnd(solver: Solver): Promise<void> {
  const slices = inSlices(solver, SLICE);
  while (trying(() => slices.next()).done !== true) await breathe();
}

function checked(problem: Problem, solver: Solver, seed: number): Found {
  const plan = solver.best();
  const weighed = weigh(problem, plan);
  if (weighed.kind === "wrong") {
    throw new SearchFailed("check-failed", complaintsInWords(weighed.complaints));
  }
  return { plan, worth: weighed.worth, seed, rounds: solver.rounds };
}

function trying<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SearchFailed) throw error;
    throw new SearchFailed("failed", String(error));
  }
}

/** Lets other requests of this isolate, and on one machine the other Worker, have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
