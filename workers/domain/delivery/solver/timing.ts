import { releaseOf } from "./releases.ts";
import { IMPOSSIBLE } from "./scale.ts";
import type { Tours } from "./tours.ts";

/** Brings departures and latest arrivals of a route up to its sequence, where nobody rests. */
export function time(tours: Tours, route: number): void {
  const { problem } = tours;
  const durations = problem.durations[problem.profileOf[route] as number] as Int32Array;
  departures(tours, route, durations);
  latestArrivals(tours, route, durations);
}

function departures(tours: Tours, route: number, durations: Int32Array): void {
  const { problem, nodeAt, departure } = tours;
  const { width, placeOf } = problem;
  const base = route * tours.stride;
  const length = tours.length[route] as number;
  let before = nodeAt[base] as number;
  let now = Math.max(problem.shiftFrom[route] as number, releaseOf(tours, route, base));
  departure[base] = now;
  for (let cell = base + 1; cell <= base + length; cell++) {
    const node = nodeAt[cell] as number;
    now += durations[before * width + node] as number;
    if (node >= problem.nodes) now = Math.max(now, releaseOf(tours, route, cell));
    now = tours.earliest(node, now);
    if (now < IMPOSSIBLE) now += tours.work(route, node, placeOf[before] === placeOf[node]);
    departure[cell] = now;
    before = node;
  }
}

function latestArrivals(tours: Tours, route: number, durations: Int32Array): void {
  const { problem, nodeAt, latestWithSetup, latestWithout } = tours;
  const { width, placeOf } = problem;
  const base = route * tours.stride;
  const end = base + (tours.length[route] as number) + 1;
  let after = nodeAt[end] as number;
  let limit = problem.shiftTo[route] as number;
  latestWithSetup[end] = limit;
  latestWithout[end] = limit;
  for (let cell = end - 1; cell > base; cell--) {
    const node = nodeAt[cell] as number;
    const leave = limit - (durations[node * width + after] as number);
    const due = tours.lastStart(node, leave - tours.work(route, node, false));
    const spared = tours.lastStart(node, leave - tours.work(route, node, true));
    latestWithSetup[cell] = due;
    latestWithout[cell] = spared;
    limit = placeOf[nodeAt[cell - 1] as number] === placeOf[node] ? spared : due;
    after = node;
  }
}
