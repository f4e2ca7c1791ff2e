import { endOfTrip } from "./loads.ts";
import { NEVER } from "./scale.ts";
import type { Tours } from "./tours.ts";

/** When all goods of the trip that begins in a cell are there to be loaded. */
export function releaseOf(tours: Tours, route: number, cell: number): number {
  const { hasReleases, release } = tours.problem;
  if (!hasReleases) return -NEVER;
  const past = endOfTrip(tours, route, cell);
  let ready = -NEVER;
  for (let at = cell + 1; at < past; at++) {
    const then = release[tours.nodeAt[at] as number] as number;
    if (then > ready) ready = then;
  }
  return ready;
}
