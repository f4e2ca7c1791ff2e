import type { Tours } from "./tours.ts";

/**
 * Brings the loads of a route up to its sequence. Jobs' goods come aboard where their trip begins
 * and what they give back leaves where it ends; goods of shipments ride on through reloads.
 */
export function loadRoute(tours: Tours, route: number): void {
  const { dimensions, initialLoad } = tours.problem;
  const first = route * tours.stride;
  const past = first + (tours.length[route] as number) + 1;
  for (let d = 0; d < dimensions; d++) {
    let aboard = initialLoad[route * dimensions + d] as number;
    for (let cell = first; cell < past;) {
      const next = endOfTrip(tours, route, cell);
      aboard = loadTrip(tours, d, { from: cell, past: next, aboard });
      cell = next;
    }
  }
}

/** The cell of the next reload, or of the end of the route. */
export function endOfTrip(tours: Tours, route: number, cell: number): number {
  const past = route * tours.stride + (tours.length[route] as number) + 1;
  if (tours.reloads[route] === 0) return past;
  const { nodes } = tours.problem;
  let next = cell + 1;
  while (next < past && (tours.nodeAt[next] as number) < nodes) next++;
  return next;
}

interface Trip {
  /** The cell of the start or the reload, and that where the trip ends. */
  readonly from: number;
  readonly past: number;
  /** Goods of shipments when it begins. */
  readonly aboard: number;
}

/** Returns the shipments' goods that are aboard when the trip ends. */
function loadTrip(tours: Tours, d: number, { from, past, aboard: shipped }: Trip): number {
  const { nodeAt, load, peakBefore, peakAfter } = tours;
  const { dimensions, loadChange, fromStart, kept } = tours.problem;
  let aboard = shipped;
  for (let cell = from + 1; cell < past; cell++) {
    aboard += fromStart[(nodeAt[cell] as number) * dimensions + d] as number;
  }
  let peak = aboard;
  let stays = 0;
  load[from * dimensions + d] = aboard;
  peakBefore[from * dimensions + d] = aboard;
  for (let cell = from + 1; cell < past; cell++) {
    const entry = (nodeAt[cell] as number) * dimensions + d;
    aboard += loadChange[entry] as number;
    stays += kept[entry] as number;
    if (aboard > peak) peak = aboard;
    load[cell * dimensions + d] = aboard;
    peakBefore[cell * dimensions + d] = peak;
  }
  peak = 0;
  for (let cell = past - 1; cell >= from; cell--) {
    const here = load[cell * dimensions + d] as number;
    if (here > peak) peak = here;
    peakAfter[cell * dimensions + d] = peak;
  }
  return aboard - stays;
}

/** Whether a route never carries more than there is room for. */
export function hasRoomThroughout(tours: Tours, route: number): boolean {
  const { dimensions, capacity } = tours.problem;
  const first = route * tours.stride;
  const past = first + (tours.length[route] as number);
  for (let cell = first; cell <= past; cell++) {
    for (let d = 0; d < dimensions; d++) {
      const room = capacity[route * dimensions + d] as number;
      if ((tours.load[cell * dimensions + d] as number) > room) return false;
    }
  }
  return true;
}
