import { releaseOf } from "./releases.ts";
import type { Rests } from "./rests.ts";
import { IMPOSSIBLE } from "./scale.ts";
import type { Tours } from "./tours.ts";

/**
 * Departures and latest arrivals of a route whose vehicle may rest, one label per number of breaks
 * already taken. On each leg any number of the next breaks may be taken, load permitting.
 */
export function timeWithRests(tours: Tours, route: number): void {
  const { problem } = tours;
  const durations = problem.durations[problem.profileOf[route] as number] as Int32Array;
  departures(tours, route, durations);
  latestArrivals(tours, route, durations);
}

function departures(tours: Tours, route: number, durations: Int32Array): void {
  const { problem, nodeAt, departure, labels } = tours;
  const { width, placeOf } = problem;
  const rests = tours.rests[route] as Rests;
  const base = route * tours.stride;
  const end = base + (tours.length[route] as number);
  departure.fill(IMPOSSIBLE, base * labels, (end + 1) * labels);
  const shiftFrom = problem.shiftFrom[route] as number;
  departure[base * labels] = Math.max(shiftFrom, releaseOf(tours, route, base));
  for (let cell = base + 1; cell <= end; cell++) {
    const before = nodeAt[cell - 1] as number;
    const node = nodeAt[cell] as number;
    const work = tours.work(route, node, placeOf[before] === placeOf[node]);
    const travel = durations[before * width + node] as number;
    const ready = node >= problem.nodes ? releaseOf(tours, route, cell) : 0;
    for (let taken = 0; taken <= rests.count; taken++) {
      const leave = departure[(cell - 1) * labels + taken] as number;
      if (leave >= IMPOSSIBLE) continue;
      for (let k = taken; k <= rests.count; k++) {
        if (k > taken && !tours.mayRest(route, cell - 1, k - 1)) break;
        const arrival = rests.arrival(leave, travel, taken, k);
        const start = tours.earliest(node, Math.max(arrival, ready));
        if (start >= IMPOSSIBLE) continue;
        const then = start + work;
        if (then < (departure[cell * labels + k] as number)) departure[cell * labels + k] = then;
      }
    }
  }
}

function latestArrivals(tours: Tours, route: number, durations: Int32Array): void {
  const { problem, nodeAt, labels, latestWithSetup, latestWithout } = tours;
  const { width, placeOf } = problem;
  const rests = tours.rests[route] as Rests;
  const base = route * tours.stride;
  const end = base + (tours.length[route] as number) + 1;
  latestWithSetup.fill(-1, end * labels, (end + 1) * labels);
  latestWithout.fill(-1, end * labels, (end + 1) * labels);
  latestWithSetup[end * labels + rests.count] = problem.shiftTo[route] as number;
  latestWithout[end * labels + rests.count] = problem.shiftTo[route] as number;
  for (let cell = end - 1; cell > base; cell--) {
    const node = nodeAt[cell] as number;
    const after = nodeAt[cell + 1] as number;
    const travel = durations[node * width + after] as number;
    const limits = placeOf[node] === placeOf[after] ? latestWithout : latestWithSetup;
    for (let k = 0; k <= rests.count; k++) {
      let leave = -IMPOSSIBLE;
      for (let later = k; later <= rests.count; later++) {
        if (later > k && !tours.mayRest(route, cell, later - 1)) break;
        const limit = limits[(cell + 1) * labels + later] as number;
        if (limit >= 0) leave = Math.max(leave, rests.latestDeparture(limit, travel, k, later));
      }
      latestWithSetup[cell * labels + k] = tours.lastStart(
        node,
        leave - tours.work(route, node, false),
      );
      latestWithout[cell * labels + k] = tours.lastStart(
        node,
        leave - tours.work(route, node, true),
      );
    }
  }
}
