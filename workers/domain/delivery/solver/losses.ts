import type { Compiled } from "./compile.ts";
import { unfairness } from "./fairness.ts";
import { FORBIDDEN } from "./scale.ts";
import type { Trial } from "./trial.ts";

/** How good a plan is: more priority served, then fewer stops left, then a lower cost. */
export interface Rank {
  readonly priorityLost: number;
  readonly stopsLost: number;
  readonly cost: number;
}

/** Negative when `one` is the better plan. */
export function compareRanks(one: Rank, other: Rank): number {
  return (
    one.priorityLost - other.priorityLost ||
    one.stopsLost - other.stopsLost ||
    one.cost - other.cost
  );
}

/** Weighs what is left off the plan. */
export class Losses {
  readonly #trial: Trial;
  readonly #weight: Float64Array;

  constructor(trial: Trial) {
    this.#trial = trial;
    const { problem } = trial.tours;
    const dear = dearest(trial);
    this.#weight = Float64Array.from({ length: problem.errands }, (_, errand) => {
      const stops = (problem.firstNode[errand + 1] ?? 0) - (problem.firstNode[errand] ?? 0);
      return stops * dear * (1 + (problem.priority[errand] ?? 0));
    });
  }

  rank(): Rank {
    const { absent, absentCount, absentNodes, cost, tours } = this.#trial;
    const { priority, firstNode } = tours.problem;
    let priorityLost = 0;
    for (let index = 0; index < absentCount; index++) {
      const errand = absent[index] as number;
      const stops = (firstNode[errand + 1] as number) - (firstNode[errand] as number);
      priorityLost += (priority[errand] as number) * stops;
    }
    return { priorityLost, stopsLost: absentNodes, cost: cost + unfairness(tours) };
  }

  /** A cost for what is left and for unfairness, to be weighed against the cost of the routes. */
  soft(): number {
    const { absent, absentCount } = this.#trial;
    let sum = unfairness(this.#trial.tours);
    for (let index = 0; index < absentCount; index++) {
      sum += this.#weight[absent[index] as number] as number;
    }
    return sum;
  }
}

/**
 * What a stop may cost at most: a vehicle of its own, out and back over the longest arcs, by way
 * of a reload, and all promises broken.
 */
function dearest({ tours: { problem } }: Trial): number {
  let arc = 0;
  for (const costs of problem.arcCosts) {
    for (const cost of costs) if (cost > arc && cost < FORBIDDEN) arc = cost;
  }
  const reloads = problem.mostReloads.some((most) => most > 0) ? 2 : 0;
  const promises = problem.movedCost + problem.shiftedCost;
  return Math.max(...problem.fixedCost, 0) + (2 + reloads) * arc + promises + unfair(problem);
}

/** How much more unfair a stop may make a plan: the longest way there and back, and its work. */
function unfair({ fairnessPerSecond, durations, service, setup }: Compiled): number {
  if (fairnessPerSecond === 0) return 0;
  const far = Math.max(...durations.map(longest));
  return 2 * fairnessPerSecond * (2 * far + longest(service) + longest(setup));
}

function longest(table: Int32Array): number {
  return table.reduce((max, value) => (value < FORBIDDEN ? Math.max(max, value) : max), 0);
}
