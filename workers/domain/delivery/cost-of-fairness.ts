import type { CostParts } from "./check.ts";

/** What sharing paid time fairly costs, beside the cheapest plan found with the same budget. */
export interface CostOfFairness {
  /** In the problem's unit of cost; below zero when the search was luckier with fairness. */
  readonly extra: number;
  /** The same per ten thousand of the cheapest plan, rounded half up. */
  readonly basisPoints: number;
}

/** Compares what the routes cost, and nothing else: the price members vote on. */
export function costOfFairness(fair: CostParts, cheapest: CostParts): CostOfFairness {
  const extra = fair.routes - cheapest.routes;
  const share = cheapest.routes === 0 ? 0 : (10_000 * extra) / cheapest.routes;
  return { extra, basisPoints: Math.floor(share + 0.5) };
}
