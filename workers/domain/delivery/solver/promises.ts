import { UNPLANNED } from "./compile-promises.ts";
import type { Tours } from "./tours.ts";

/** What it costs that stops of a route begin at another time than people were told. */
export function shiftedCostOf(tours: Tours, route: number): number {
  const { plannedAt, tolerance, shiftedCost, nodes } = tours.problem;
  const { timetable, nodeAt, length } = tours;
  const base = route * tours.stride;
  const past = length[route] as number;
  if (!isPlanned(tours, base, past) || !timetable.fill(route)) return 0;
  let shifted = 0;
  for (let p = 1; p <= past; p++) {
    const node = nodeAt[base + p] as number;
    const planned = node < nodes ? (plannedAt[node] as number) : UNPLANNED;
    if (planned === UNPLANNED) continue;
    if (Math.abs((timetable.begin[p] as number) - planned) > tolerance) shifted++;
  }
  return shifted * shiftedCost;
}

function isPlanned({ problem, nodeAt }: Tours, base: number, past: number): boolean {
  for (let p = 1; p <= past; p++) {
    const node = nodeAt[base + p] as number;
    if (node < problem.nodes && problem.plannedAt[node] !== UNPLANNED) return true;
  }
  return false;
}

/** What the stops on a route cost that were planned for another. */
export function movedCostOf({ problem, nodeAt, length, stride }: Tours, route: number): number {
  const { plannedOn, movedCost, errandOf, nodes } = problem;
  if (movedCost === 0) return 0;
  const base = route * stride;
  let moved = 0;
  for (let p = 1; p <= (length[route] as number); p++) {
    const node = nodeAt[base + p] as number;
    const planned = node < nodes ? (plannedOn[errandOf[node] as number] as number) : -1;
    if (planned !== -1 && planned !== route) moved++;
  }
  return moved * movedCost;
}

/** What an errand costs on a route beside its way and work: an opening, a broken promise. */
export function entranceOf(tours: Tours, errand: number, route: number): number {
  const { fixedCost, plannedOn, movedCost, firstNode } = tours.problem;
  let cost = tours.surcharge[route] as number;
  if (tours.length[route] === 0) cost += fixedCost[route] as number;
  const planned = plannedOn[errand] as number;
  if (movedCost === 0 || planned === -1 || planned === route) return cost;
  return cost + movedCost * ((firstNode[errand + 1] as number) - (firstNode[errand] as number));
}
