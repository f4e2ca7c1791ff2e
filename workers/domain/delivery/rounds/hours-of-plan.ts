import { check } from "#domain/delivery/check.ts";
import { paidTimes, sharesOfTime } from "#domain/delivery/check-promises.ts";
import { costOfFairness } from "#domain/delivery/cost-of-fairness.ts";
import type { Plan } from "#domain/delivery/plan.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import type { KeptFairness, KeptHours } from "./count-figures.ts";
import type { Legend } from "./legend.ts";

/** What a plan pays each shift, and how far that is off a fair share. */
export function hoursOfPlan(problem: Problem, plan: Plan, legend: Legend): KeptHours[] {
  const times = paidTimes(problem, plan);
  return sharesOfTime(problem, times).flatMap(({ vehicle, paid, share }, index) => {
    const shiftId = legend.vehicles.find(({ id }) => id === vehicle)?.shiftId;
    const seconds = times[index] ?? 0;
    const ahead = problem.vehicles[index]?.paidBefore ?? 0;
    return shiftId === undefined ? [] : [{ shiftId, seconds, ahead, off: paid - share }];
  });
}

/**
 * What members pay for sharing hours fairly: the rounds of the plan beside those that the same
 * search finds, beginning with this very plan, when hours do not count. It is never below zero.
 * @param rounds how long that search is
 */
export function fairnessOfPlan(
  problem: Problem,
  plan: Plan,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): KeptFairness | null {
  const { fairness, ...carefree } = problem;
  if (fairness === undefined) return null;
  const solver = createSolver(carefree, seed, { total: rounds, from: plan });
  solver.step(rounds);
  const fair = check(carefree, plan).costOf;
  const { extra, basisPoints } = costOfFairness(fair, check(carefree, solver.best()).costOf);
  const kept = { extraCents: Math.max(0, Math.round(extra)), basisPoints };
  return { perHourCents: fairness.perHour, ...kept, basisPoints: Math.max(0, basisPoints) };
}
