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
    return { priorityLost, stopsLost: absentNodes, cost };
  }

  /** A cost for what is left, to be weighed against the cost of the routes. */
  soft(): number {
    const { absent, absentCount } = this.#trial;
    let sum = 0;
    for (let index = 0; index < absentCount; index++) {
      sum += this.#weight[absent[index] as number] as number;
    }
    return sum;
  }
}
/** What a stop may cost at most: a vehicle of its own, out and back over the longest arcs. */
function dearest(trial: Trial): number {
  const { problem } = trial.tours;
  let arc = 0;
  for (const costs of problem.arcCosts) {
    for (const cost of costs) if (cost > arc && cost < FORBIDDEN) arc = cost;
  }
  return Math.max(...problem.fixedCost, 0) + 2 * arc;
}
