import { check } from "./check.ts";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { Complaint } from "./retrace.ts";

/** What a plan is worth, in whole numbers, as it is kept. */
export interface PlanWorth {
  readonly prioritySum: number;
  /** Stops that are left. */
  readonly unserved: number;
  /** Thousandths of the problem's unit of cost. */
  readonly costMilli: number;
}

/** A plan that was looked at: what it is worth, or what is wrong with it. */
export type Weighed =
  | { readonly kind: "sound"; readonly worth: PlanWorth }
  | { readonly kind: "wrong"; readonly complaints: readonly Complaint[] };

/** Passes a plan through the independent check. */
export function weigh(problem: Problem, plan: Plan): Weighed {
  const { complaints, prioritySum, stopsServed, cost } = check(problem, plan);
  if (complaints.length > 0) return { kind: "wrong", complaints };
  const stops = problem.errands.reduce((sum, errand) => sum + errand.stops.length, 0);
  const costMilli = Math.round(cost * 1000);
  return { kind: "sound", worth: { prioritySum, unserved: stops - stopsServed, costMilli } };
}

/** More priority first, then fewer stops left, then the lower cost. */
export function isBetter(one: PlanWorth, other: PlanWorth): boolean {
  if (one.prioritySum !== other.prioritySum) return one.prioritySum > other.prioritySum;
  if (one.unserved !== other.unserved) return one.unserved < other.unserved;
  return one.costMilli < other.costMilli;
}

/** The first complaints in one line, for whoever has to look. */
export function complaintsInWords(complaints: readonly Complaint[]): string {
  return complaints
    .slice(0, 5)
    .map(({ code, stop, vehicle }) =>
      [code, stop, vehicle === undefined ? undefined : `vehicle ${vehicle}`]
        .filter((part) => part !== undefined)
        .join(" "),
    )
    .join("; ");
}
