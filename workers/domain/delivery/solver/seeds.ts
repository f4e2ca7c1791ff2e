import type { Plan } from "#domain/delivery/plan.ts";
import { complaintsInWords, isBetter, type PlanWorth, weigh } from "#domain/delivery/plan-worth.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { createSolver, type Solver } from "./search.ts";
import { inSlices } from "./slices.ts";

/** A plan that was found and checked, and how. */
export interface Found {
  readonly plan: Plan;
  readonly worth: PlanWorth;
  readonly seed: number;
  readonly rounds: number;
}

/** One slice is over: how far the whole is, in thousandths; and a better plan, where one came. */
export interface Searched {
  readonly thousandths: number;
  readonly found: Found | null;
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
 * than what was known, as it is found. It knows no time: who asks takes a breath between slices.
 * @throws SearchFailed
 */
export function* searchBySeeds(
  problem: Problem,
  { core, from, known }: SearchStart,
): Generator<Searched, void> {
  let best = known;
  const stops = problem.errands.reduce((sum, errand) => sum + errand.stops.length, 0);
  const total = roundsFor(stops);
  const begin = { total, core, ...(from === null ? {} : { from }) };
  for (const [turn, seed] of SEEDS.entries()) {
    const done = (rounds: number) =>
      Math.floor(((turn * total + rounds) * 1000) / (SEEDS.length * total));
    const solver = trying(() => createSolver(problem, seed, begin));
    const better = (): Found | null => {
      const found = trying(() => checked(problem, solver, seed));
      if (best !== null && !isBetter(found.worth, best)) return null;
      best = found.worth;
      return found;
    };
    if (best === null && stops > LARGE) yield { thousandths: done(0), found: better() };
    const slices = inSlices(solver, SLICE);
    while (trying(() => slices.next()).done !== true) {
      const isOver = solver.rounds >= total;
      yield { thousandths: done(solver.rounds), found: isOver ? better() : null };
    }
  }
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
