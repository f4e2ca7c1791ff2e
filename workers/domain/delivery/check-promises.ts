import type { Plan, Step } from "./plan.ts";
import type { Problem, Vehicle } from "./problem.ts";
import { lengthOf, visitsOf, workOfRoute } from "./retrace.ts";

/** What it costs that a route runs what was promised of another vehicle or at another time. */
export function stabilityCost(problem: Problem, vehicle: Vehicle, steps: readonly Step[]): number {
  const { moved, shifted, tolerance } = problem.stability ?? { moved: 0, shifted: 0, tolerance: 0 };
  let cost = 0;
  for (const { errand, stop, step } of visitsOf(problem, steps)) {
    const { vehicle: who, at } = errand.planned ?? {};
    if (who !== undefined && who !== vehicle.id) cost += moved;
    if (at === undefined || stop.type === "pickup") continue;
    if (Math.abs(step.arrival + step.waiting - at) > tolerance) cost += shifted;
  }
  return cost;
}

/** Seconds of driving and work that a plan pays each courier, by vehicle in the problem's order. */
export function paidTimes(problem: Problem, plan: Plan): number[] {
  return problem.vehicles.map((vehicle) => {
    const steps = plan.routes.find((route) => route.vehicle === vehicle.id)?.steps ?? [];
    if (visitsOf(problem, steps).length === 0) return 0;
    const reloads = steps.filter(({ type }) => type === "reload").length;
    const { travel } = lengthOf(problem, vehicle, steps);
    const work = workOfRoute(problem, vehicle, steps);
    return travel + work + reloads * (vehicle.reload?.service ?? 0);
  });
}

/** What it costs that paid time, with what was paid before, is off the couriers' shares. */
export function unfairnessCost(problem: Problem, plan: Plan): number {
  const { fairness } = problem;
  if (fairness === undefined) return 0;
  const times = paidTimes(problem, plan);
  const off = sharesOfTime(problem, times).reduce((sum, { paid, share }) => {
    return sum + Math.abs(paid - share);
  }, 0);
  return (off * fairness.perHour) / 3600;
}

/** What each courier was paid, before this plan and in it, and their share of all of it. */
export interface TimeShare {
  readonly vehicle: number;
  readonly paid: number;
  readonly share: number;
}

/** Seconds, by vehicle in the problem's order: shares follow the length of shifts in a crew. */
export function sharesOfTime({ vehicles }: Problem, times: readonly number[]): TimeShare[] {
  const hasShifts = vehicles.every(({ shift }) => shift !== undefined);
  const drivers = vehicles.map(({ id, shift, paidBefore = 0, crew = 0 }, index) => ({
    vehicle: id,
    crew,
    paid: (times[index] ?? 0) + paidBefore,
    weight: hasShifts && shift ? shift.to - shift.from : 1,
  }));
  return drivers.map(({ vehicle, crew, paid, weight }) => {
    const mates = drivers.filter((one) => one.crew === crew);
    const total = mates.reduce((sum, one) => sum + one.paid, 0);
    const weights = mates.reduce((sum, one) => sum + one.weight, 0);
    return { vehicle, paid, share: Math.floor((total * weight) / Math.max(1, weights)) };
  });
}
