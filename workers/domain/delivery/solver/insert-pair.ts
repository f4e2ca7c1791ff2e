import type { Compiled } from "./compile.ts";
import { entranceOf } from "./promises.ts";
import { Proof } from "./proof.ts";
import type { Rests } from "./rests.ts";
import { IMPOSSIBLE } from "./scale.ts";
import type { Spot } from "./spot.ts";
import type { Tours } from "./tours.ts";

/**
 * Finds where a pickup and its drop are best inserted in a route: every pair of positions whose
 * cost could be better, walked forward from the pickup so that each is judged in constant time.
 */
export class PairInsertion {
  readonly #tours: Tours;
  readonly #problem: Compiled;
  readonly #proof: Proof;
  /** What the drop alone costs after each position, and the least of that from there on. */
  readonly #dropDelta: Float64Array;
  readonly #leastDrop: Float64Array;
  /** Departures on the way with the pickup aboard, per label, and what they become. */
  #leaving: Int32Array;
  #arriving: Int32Array;

  constructor(tours: Tours) {
    this.#tours = tours;
    this.#problem = tours.problem;
    this.#proof = new Proof(tours);
    this.#dropDelta = new Float64Array(tours.stride);
    this.#leastDrop = new Float64Array(tours.stride + 1);
    this.#leaving = new Int32Array(tours.labels);
    this.#arriving = new Int32Array(tours.labels);
  }

  /** Judges each pair of positions of a route; a better one is written to the spot. */
  evaluate(pickup: number, route: number, spot: Spot): void {
    const problem = this.#problem;
    const tours = this.#tours;
    if (tours.core) {
      const errand = problem.errandOf[pickup] as number;
      tours.core.judgePair(pickup, route, entranceOf(tours, errand, route), spot);
      return;
    }
    const length = tours.length[route] as number;
    const tasks = length - (tours.reloads[route] as number);
    if (tasks + 2 > (problem.maxTasks[route] as number)) return;
    const errand = problem.errandOf[pickup] as number;
    if (problem.suits[route * problem.errands + errand] === 0) return;
    this.#prepareDrop(pickup + 1, route, length);
    const tariff = problem.tariffIndex[route] as number;
    const costs = problem.arcCosts[tariff] as Float64Array;
    const costsTo = problem.costsTo[tariff] as Float64Array;
    const { nodeAt, arcAt, departure, labels } = tours;
    const row = pickup * problem.width;
    const dropRow = row + problem.width;
    const between = costs[row + pickup + 1] as number;
    const due = problem.windowTo[(problem.firstWindow[pickup + 1] as number) - 1] as number;
    const base = route * tours.stride;
    const opening = entranceOf(tours, errand, route);
    if (opening >= spot.delta) return;
    for (let position = tours.floor[route] as number; position <= length; position++) {
      const cell = base + position;
      if ((departure[cell * labels] as number) > due) return;
      const after = nodeAt[cell + 1] as number;
      const there =
        opening + (costsTo[row + (nodeAt[cell] as number)] as number) - (arcAt[cell] as number);
      const alone = there + (costs[row + after] as number);
      const together = there + between + (costs[dropRow + after] as number);
      const apart = alone + (this.#leastDrop[position + 1] as number);
      if (Math.min(apart, together) >= spot.delta) continue;
      this.#walk(pickup, route, position, { alone, together }, spot);
    }
  }

  #prepareDrop(drop: number, route: number, length: number): void {
    const { width, arcCosts, costsTo, tariffIndex } = this.#problem;
    const { nodeAt, arcAt, stride } = this.#tours;
    const costs = arcCosts[tariffIndex[route] as number] as Float64Array;
    const coming = costsTo[tariffIndex[route] as number] as Float64Array;
    const row = drop * width;
    const base = route * stride;
    let least = Number.POSITIVE_INFINITY;
    this.#leastDrop[length + 1] = least;
    for (let position = length; position >= 1; position--) {
      const cell = base + position;
      const delta =
        (coming[row + (nodeAt[cell] as number)] as number) +
        (costs[row + (nodeAt[cell + 1] as number)] as number) -
        (arcAt[cell] as number);
      this.#dropDelta[position] = delta;
      if (delta < least) least = delta;
      this.#leastDrop[position] = least;
    }
  }

  /** Carries the pickup on from `position`, judging a drop after each node until it cannot be. */
  #walk(
    pickup: number,
    route: number,
    position: number,
    cost: { readonly alone: number; readonly together: number },
    spot: Spot,
  ): void {
    const tours = this.#tours;
    const drop = pickup + 1;
    const cell = route * tours.stride + position;
    if (!this.#hasRoom(pickup, route, cell)) return;
    const before = tours.nodeAt[cell] as number;
    for (let k = 0; k < tours.labels; k++) {
      this.#leaving[k] = tours.departure[cell * tours.labels + k] as number;
    }
    if (!this.#advance(before, pickup, route)) return;
    if (cost.together < spot.delta && this.#dropFits(pickup, drop, route, cell + 1)) {
      if (this.#holds(pickup, route, position, position)) {
        spot.offer(route, position, cost.together, position);
      }
    }
    const length = tours.length[route] as number;
    let last = pickup;
    for (let at = position + 1; at <= length; at++) {
      if (cost.alone + (this.#leastDrop[at] as number) >= spot.delta) return;
      const node = tours.nodeAt[route * tours.stride + at] as number;
      if (!this.#advance(last, node, route)) return;
      if (!this.#hasRoom(pickup, route, route * tours.stride + at)) return;
      last = node;
      const delta = cost.alone + (this.#dropDelta[at] as number);
      if (delta >= spot.delta) continue;
      if (!this.#dropFits(node, drop, route, route * tours.stride + at + 1)) continue;
      if (this.#holds(pickup, route, position, at)) spot.offer(route, position, delta, at);
    }
  }

  #holds(pickup: number, route: number, from: number, to: number): boolean {
    if (!this.#isInRange(pickup, route, from, to)) return false;
    return !this.#problem.needsProof || this.#proof.holds(route, [pickup, pickup + 1], [from, to]);
  }

  #hasRoom(pickup: number, route: number, cell: number): boolean {
    const { dimensions, loadChange, capacity } = this.#problem;
    const { load } = this.#tours;
    for (let d = 0; d < dimensions; d++) {
      const aboard =
        (load[cell * dimensions + d] as number) + (loadChange[pickup * dimensions + d] as number);
      if (aboard > (capacity[route * dimensions + d] as number)) return false;
    }
    return true;
  }

  /** Moves the departures from `before` to `node`; false when no label gets there in time. */
  #advance(before: number, node: number, route: number): boolean {
    const tours = this.#tours;
    const { width, placeOf, durations, profileOf } = this.#problem;
    const travel = (durations[profileOf[route] as number] as Int32Array)[
      before * width + node
    ] as number;
    const work = tours.work(route, node, placeOf[before] === placeOf[node]);
    const leaving = this.#leaving;
    if (tours.labels === 1) {
      const start = tours.earliest(node, (leaving[0] as number) + travel);
      if (start >= IMPOSSIBLE) return false;
      leaving[0] = start + work;
      return true;
    }
    const rests = tours.rests[route] as Rests;
    const arriving = this.#arriving;
    let gets = false;
    for (let k = 0; k <= rests.count; k++) {
      const arrival = this.#arrival(rests, travel, k);
      const start = arrival < IMPOSSIBLE ? tours.earliest(node, arrival) : IMPOSSIBLE;
      arriving[k] = start < IMPOSSIBLE ? start + work : IMPOSSIBLE;
      gets ||= start < IMPOSSIBLE;
    }
    this.#leaving = arriving;
    this.#arriving = leaving;
    return gets;
  }

  #arrival(rests: Rests, travel: number, k: number): number {
    let arrival = IMPOSSIBLE;
    for (let taken = 0; taken <= k; taken++) {
      const then = rests.arrival(this.#leaving[taken] as number, travel, taken, k);
      if (then < arrival) arrival = then;
    }
    return arrival;
  }

  /** Whether the drop, reached from `before`, leaves time for what stands in cell `next`. */
  #dropFits(before: number, drop: number, route: number, next: number): boolean {
    const tours = this.#tours;
    const { width, placeOf, durations, profileOf } = this.#problem;
    const travel = durations[profileOf[route] as number] as Int32Array;
    const after = tours.nodeAt[next] as number;
    const there = travel[before * width + drop] as number;
    const onward = travel[drop * width + after] as number;
    const work = tours.work(route, drop, placeOf[before] === placeOf[drop]);
    const latest = placeOf[drop] === placeOf[after] ? tours.latestWithout : tours.latestWithSetup;
    if (tours.labels === 1) {
      const start = tours.earliest(drop, (this.#leaving[0] as number) + there);
      return start < IMPOSSIBLE && start + work + onward <= (latest[next] as number);
    }
    const rests = tours.rests[route] as Rests;
    for (let k = 0; k <= rests.count; k++) {
      const arrival = this.#arrival(rests, there, k);
      const start = arrival < IMPOSSIBLE ? tours.earliest(drop, arrival) : IMPOSSIBLE;
      if (start >= IMPOSSIBLE) continue;
      for (let later = k; later <= rests.count; later++) {
        const limit = latest[next * tours.labels + later] as number;
        if (rests.arrival(start + work, onward, k, later) <= limit) return true;
      }
    }
    return false;
  }

  #isInRange(pickup: number, route: number, from: number, to: number): boolean {
    const { profileOf, durations, distances, maxTravel, maxDistance } = this.#problem;
    const { travel, distance } = this.#tours;
    const profile = profileOf[route] as number;
    const time = durations[profile] as Int32Array;
    const way = distances[profile] as Int32Array;
    return (
      (travel[route] as number) + this.#longer(time, pickup, route, [from, to]) <=
        (maxTravel[route] as number) &&
      (distance[route] as number) + this.#longer(way, pickup, route, [from, to]) <=
        (maxDistance[route] as number)
    );
  }

  /** How much longer, by a table, the route becomes with the pair at these positions. */
  #longer(
    table: Int32Array,
    pickup: number,
    route: number,
    [from, to]: readonly [number, number],
  ): number {
    const { width } = this.#problem;
    const { nodeAt, stride, length } = this.#tours;
    const drop = pickup + 1;
    const arc = (a: number, b: number) => table[a * width + b] as number;
    const a = nodeAt[route * stride + from] as number;
    const b = nodeAt[route * stride + from + 1] as number;
    const spared = length[route] === 0 ? 0 : arc(a, b);
    if (from === to) return arc(a, pickup) + arc(pickup, drop) + arc(drop, b) - spared;
    const c = nodeAt[route * stride + to] as number;
    const d = nodeAt[route * stride + to + 1] as number;
    return arc(a, pickup) + arc(pickup, b) - arc(a, b) + arc(c, drop) + arc(drop, d) - arc(c, d);
  }
}
