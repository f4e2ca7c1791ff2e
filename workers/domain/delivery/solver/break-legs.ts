import type { Rests } from "./rests.ts";
import { IMPOSSIBLE } from "./scale.ts";
import type { Tours } from "./tours.ts";

/**
 * How many breaks a vehicle takes on each leg of its route, the leg to the end included, when all
 * goes as early as it can; undefined when the route cannot keep its times. Walks the earliest
 * departures backwards: each was reached from one before it.
 */
export function breaksPerLeg(tours: Tours, vehicle: number): number[] | undefined {
  const counts: number[] = [];
  let taken = (tours.rests[vehicle] as Rests).count;
  for (let leg = tours.length[vehicle] as number; leg >= 0; leg--) {
    const from = takenBefore(tours, vehicle, leg, taken);
    if (from < 0) return undefined;
    counts[leg] = taken - from;
    taken = from;
  }
  return taken === 0 ? counts : undefined;
}

/** With how many breaks taken a leg begins, that ends with `taken` as early as can be; or -1. */
function takenBefore(tours: Tours, vehicle: number, leg: number, taken: number): number {
  const { problem, nodeAt, labels, departure } = tours;
  const rests = tours.rests[vehicle] as Rests;
  const cell = vehicle * tours.stride + leg;
  const arc = (nodeAt[cell] as number) * problem.width + (nodeAt[cell + 1] as number);
  const travel = problem.durations[problem.profileOf[vehicle] as number]?.[arc] ?? 0;
  let earliest = IMPOSSIBLE;
  let best = -1;
  for (let from = taken; from >= 0; from--) {
    if (from < taken && !tours.mayRest(vehicle, cell, from)) break;
    const arrival = rests.arrival(departure[cell * labels + from] as number, travel, from, taken);
    if (arrival >= earliest) continue;
    earliest = arrival;
    best = from;
  }
  return isOnTime(tours, vehicle, leg, { taken, arrival: earliest }) ? best : -1;
}

interface Arrival {
  readonly taken: number;
  readonly arrival: number;
}

/** Whether an arrival at the end of a leg is early enough for the departure that was computed. */
function isOnTime(
  tours: Tours,
  vehicle: number,
  leg: number,
  { taken, arrival }: Arrival,
): boolean {
  const { problem, nodeAt, labels, departure } = tours;
  if (leg === tours.length[vehicle]) return arrival <= (problem.shiftTo[vehicle] as number);
  const cell = vehicle * tours.stride + leg + 1;
  const node = nodeAt[cell] as number;
  const isThere = problem.placeOf[nodeAt[cell - 1] as number] === problem.placeOf[node];
  const begin = tours.earliest(node, arrival);
  return begin + tours.work(vehicle, node, isThere) <= (departure[cell * labels + taken] as number);
}
