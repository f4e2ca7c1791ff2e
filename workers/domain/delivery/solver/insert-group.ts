import type { Compiled } from "./compile.ts";
import { hasRoomThroughout } from "./loads.ts";
import { entranceOf } from "./promises.ts";
import { Proof } from "./proof.ts";
import type { Spot } from "./spot.ts";
import type { Tours } from "./tours.ts";

/** So many places of the drop are tried out per route, the most promising first. */
const TRIED = 4;

/**
 * Finds where several pickups and their one drop are best inserted in a route: the drop first,
 * then each pickup at its cheapest place before it that keeps the times.
 */
export class GroupInsertion {
  readonly #tours: Tours;
  readonly #problem: Compiled;
  readonly #proof: Proof;
  readonly #promise: Float64Array;

  constructor(tours: Tours) {
    this.#tours = tours;
    this.#problem = tours.problem;
    this.#proof = new Proof(tours);
    this.#promise = new Float64Array(tours.stride);
  }

  /** Tries the best places of a route; a better one than the spot's is written there. */
  evaluate(errand: number, route: number, spot: Spot): void {
    const tours = this.#tours;
    const { firstNode, suits, errands, maxTasks } = this.#problem;
    const first = firstNode[errand] as number;
    const drop = (firstNode[errand + 1] as number) - 1;
    const tasks = (tours.length[route] as number) - (tours.reloads[route] as number);
    if (tasks + drop - first + 1 > (maxTasks[route] as number)) return;
    if (suits[route * errands + errand] === 0) return;
    const entrance = entranceOf(tours, errand, route);
    if (entrance >= spot.delta) return;
    this.#promises(route, first, drop);
    for (let tried = 0; tried < TRIED; tried++) {
      const position = this.#mostPromising(route);
      // Places beside each other may cost less than apart: the promise is no strict bound.
      if (entrance + (this.#promise[position] as number) / 2 >= spot.delta) return;
      this.#promise[position] = Number.POSITIVE_INFINITY;
      this.#try(errand, route, position, spot);
    }
  }

  /** For each place of the drop what it and the pickups cost, each by itself. */
  #promises(route: number, first: number, drop: number): void {
    const { length, floor } = this.#tours;
    const from = floor[route] as number;
    const last = length[route] as number;
    for (let p = from; p <= last; p++) this.#promise[p] = this.#delta(drop, route, p);
    for (let pickup = first; pickup < drop; pickup++) {
      let least = Number.POSITIVE_INFINITY;
      for (let p = from; p <= last; p++) {
        least = Math.min(least, this.#delta(pickup, route, p));
        this.#promise[p] = (this.#promise[p] as number) + least;
      }
    }
  }

  #mostPromising(route: number): number {
    const { length, floor } = this.#tours;
    let best = floor[route] as number;
    for (let p = best + 1; p <= (length[route] as number); p++) {
      if ((this.#promise[p] as number) < (this.#promise[best] as number)) best = p;
    }
    return best;
  }

  #try(errand: number, route: number, position: number, spot: Spot): void {
    const tours = this.#tours;
    const { firstNode } = this.#problem;
    const first = firstNode[errand] as number;
    const drop = (firstNode[errand + 1] as number) - 1;
    const before = tours.cost[route] as number;
    this.#proof.keep(route);
    tours.insert(drop, route, position);
    tours.refresh(route);
    let fits = true;
    for (let pickup = first; pickup < drop && fits; pickup++) {
      fits = this.#insertPickup(pickup, route, tours.positionOf[drop] as number);
    }
    const delta = (tours.cost[route] as number) - before + (tours.surcharge[route] as number);
    const isSound = fits && tours.isSound(route) && hasRoomThroughout(tours, route);
    if (isSound && delta < spot.delta) {
      if (spot.offer(route, position, delta)) spot.sequence = this.#sequence(route);
    }
    for (let node = first; node <= drop; node++) tours.routeOf[node] = -1;
    this.#proof.putBack(route);
  }

  /** At the cheapest place before the drop that leaves time for the rest; false without one. */
  #insertPickup(pickup: number, route: number, dropAt: number): boolean {
    const tours = this.#tours;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let p = tours.floor[route] as number; p < dropAt; p++) {
      const delta = this.#delta(pickup, route, p);
      if (delta >= least || !this.#isInTime(pickup, route, p)) continue;
      least = delta;
      best = p;
    }
    if (best < 0) return false;
    tours.insert(pickup, route, best);
    tours.refresh(route);
    return true;
  }

  /** By the earliest departures alone, which is exact where nobody rests. */
  #isInTime(node: number, route: number, position: number): boolean {
    const tours = this.#tours;
    if (tours.labels > 1) return true;
    const { width, placeOf, durations, profileOf } = this.#problem;
    const travel = durations[profileOf[route] as number] as Int32Array;
    const cell = route * tours.stride + position;
    const before = tours.nodeAt[cell] as number;
    const after = tours.nodeAt[cell + 1] as number;
    const arrival = (tours.departure[cell] as number) + (travel[before * width + node] as number);
    const start = tours.earliest(node, arrival);
    const leave = start + tours.work(route, node, placeOf[before] === placeOf[node]);
    const latest = placeOf[node] === placeOf[after] ? tours.latestWithout : tours.latestWithSetup;
    return leave + (travel[node * width + after] as number) <= (latest[cell + 1] as number);
  }

  #delta(node: number, route: number, position: number): number {
    const { arcCosts, tariffIndex, width } = this.#problem;
    const { nodeAt, arcAt, stride } = this.#tours;
    const costs = arcCosts[tariffIndex[route] as number] as Float64Array;
    const cell = route * stride + position;
    return (
      (costs[(nodeAt[cell] as number) * width + node] as number) +
      (costs[node * width + (nodeAt[cell + 1] as number)] as number) -
      (arcAt[cell] as number)
    );
  }

  #sequence(route: number): Int32Array {
    const { nodeAt, stride, length } = this.#tours;
    const base = route * stride + 1;
    return nodeAt.slice(base, base + (length[route] as number));
  }
}
