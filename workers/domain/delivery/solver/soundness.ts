import { breaksPerLeg } from "./break-legs.ts";
import { hasRoomThroughout } from "./loads.ts";
import type { Rests } from "./rests.ts";
import type { Tours } from "./tours.ts";

/**
 * Whether a route keeps its windows, breaks, shift and range, and what else the problem asks. Room
 * is kept by each insertion; it is looked at here where trips and returns make it less plain.
 */
export function isRouteSound(tours: Tours, route: number): boolean {
  const { maxTravel, maxDistance } = tours.problem;
  return (
    (tours.travel[route] as number) <= (maxTravel[route] as number) &&
    (tours.distance[route] as number) <= (maxDistance[route] as number) &&
    keepsTimes(tours, route) &&
    keepsRoom(tours, route)
  );
}

function keepsTimes(tours: Tours, route: number): boolean {
  const { hasRides, hasReleases } = tours.problem;
  if (tours.length[route] === 0) return true;
  if (hasRides) return tours.timetable.fill(route);
  return hasReleases ? breaksPerLeg(tours, route) !== undefined : isInTime(tours, route);
}

function keepsRoom(tours: Tours, route: number): boolean {
  const isPlain = !tours.problem.needsProof && tours.problem.mostReloads[route] === 0;
  return isPlain || hasRoomThroughout(tours, route);
}

/** Whether a route, as it is, meets every window and its breaks and is back within the shift. */
function isInTime(tours: Tours, route: number): boolean {
  const { problem, labels, nodeAt } = tours;
  const rests = tours.rests[route] as Rests;
  const first = route * tours.stride + 1;
  const arc = (nodeAt[first - 1] as number) * problem.width + (nodeAt[first] as number);
  const travel = (problem.durations[problem.profileOf[route] as number] as Int32Array)[arc];
  const isSpared =
    problem.placeOf[nodeAt[first - 1] as number] === problem.placeOf[nodeAt[first] as number];
  const latest = isSpared ? tours.latestWithout : tours.latestWithSetup;
  for (let k = 0; k <= rests.count; k++) {
    if (k > 0 && !tours.mayRest(route, first - 1, k - 1)) return false;
    const arrival = rests.arrival(problem.shiftFrom[route] as number, travel ?? 0, 0, k);
    if (arrival <= (latest[first * labels + k] as number)) return true;
  }
  return false;
}
