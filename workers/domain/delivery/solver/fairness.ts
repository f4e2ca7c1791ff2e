import type { Tours } from "./tours.ts";

/**
 * What it costs that paid time is off the couriers' shares, in the solver's unit. A share is a
 * part of all that a crew is paid, before this plan and in it, in proportion to availability.
 */
export function unfairness(tours: Tours): number {
  const { fairnessPerSecond, vehicles } = tours.problem;
  if (fairnessPerSecond === 0) return 0;
  let off = 0;
  for (let route = 0; route < vehicles; route++) off += Math.abs(surplus(tours, route));
  return off * fairnessPerSecond;
}

/** Makes the routes of couriers who are over their share dearer to enter, by a mean stop's time. */
export function steerToShares(tours: Tours, stopsPlanned: number): void {
  const { fairnessPerSecond, vehicles } = tours.problem;
  if (fairnessPerSecond === 0) return;
  let now = 0;
  for (let route = 0; route < vehicles; route++) now += tours.paid[route] as number;
  const mean = Math.floor(now / Math.max(1, stopsPlanned));
  for (let route = 0; route < vehicles; route++) {
    const isOver = surplus(tours, route) > 0;
    tours.surcharge[route] = isOver ? 2 * fairnessPerSecond * mean : 0;
  }
}

/** Seconds over a courier's share; below 0 when there is too little. */
function surplus({ problem, paid }: Tours, route: number): number {
  const { crewOf, availability, paidBefore, vehicles } = problem;
  const crew = crewOf[route];
  let available = 0;
  let total = 0;
  for (let mate = 0; mate < vehicles; mate++) {
    if (crewOf[mate] !== crew) continue;
    available += availability[mate] as number;
    total += (paid[mate] as number) + (paidBefore[mate] as number);
  }
  const mine = availability[route] as number;
  const share = Math.floor((total * mine) / Math.max(1, available));
  return (paid[route] as number) + (paidBefore[route] as number) - share;
}
