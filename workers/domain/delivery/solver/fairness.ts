import type { Tours } from "./tours.ts";

/**
 * What it costs that paid time is off the couriers' shares, in the solver's unit. A share is a
 * part of all that is paid, before this plan and in it, in proportion to availability.
 */
export function unfairness(tours: Tours): number {
  const { fairnessPerSecond, vehicles } = tours.problem;
  if (fairnessPerSecond === 0) return 0;
  const { total, available } = sums(tours);
  let off = 0;
  for (let route = 0; route < vehicles; route++) {
    off += Math.abs(surplus(tours, route, total, available));
  }
  return off * fairnessPerSecond;
}

/** Makes the routes of couriers who are over their share dearer to enter, by a mean stop's time. */
export function steerToShares(tours: Tours, stopsPlanned: number): void {
  const { fairnessPerSecond, vehicles } = tours.problem;
  if (fairnessPerSecond === 0) return;
  const { total, available, now } = sums(tours);
  const mean = Math.floor(now / Math.max(1, stopsPlanned));
  for (let route = 0; route < vehicles; route++) {
    const isOver = surplus(tours, route, total, available) > 0;
    tours.surcharge[route] = isOver ? 2 * fairnessPerSecond * mean : 0;
  }
}

function sums({ problem, paid }: Tours) {
  let available = 0;
  let now = 0;
  let before = 0;
  for (let route = 0; route < problem.vehicles; route++) {
    available += problem.availability[route] as number;
    now += paid[route] as number;
    before += problem.paidBefore[route] as number;
  }
  return { total: now + before, available: Math.max(1, available), now };
}

/** Seconds over a courier's share; below 0 when there is too little. */
function surplus(tours: Tours, route: number, total: number, available: number): number {
  const { problem, paid } = tours;
  const share = Math.floor((total * (problem.availability[route] as number)) / available);
  return (paid[route] as number) + (problem.paidBefore[route] as number) - share;
}
