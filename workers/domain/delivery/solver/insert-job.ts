import type { Compiled } from "./compile.ts";
import { IMPOSSIBLE, UNLIMITED } from "./scale.ts";
import { entranceOf } from "./promises.ts";
import { Proof } from "./proof.ts";
import type { Rests } from "./rests.ts";
import type { Spot } from "./spot.ts";
import type { Tours } from "./tours.ts";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Finds where a node that stands alone is best inserted. */
export class JobInsertion {
  readonly #tours: Tours;
  readonly #problem: Compiled;
  readonly #proof: Proof;

  constructor(tours: Tours) {
    this.#tours = tours;
    this.#problem = tours.problem;
    this.#proof = new Proof(tours);
  }

  /** Judges each position of a route; a better one than the spot's is written there. */
  evaluate(node: number, route: number, spot: Spot): void {
    const { floor, length } = this.#tours;
    const span = { from: floor[route] as number, to: length[route] as number };
    this.evaluateBetween(node, route, span, spot);
  }

  /** Judges the positions of a span, both ends included. */
  evaluateBetween(node: number, route: number, span: Span, spot: Spot): void {
    const tours = this.#tours;
    const problem = this.#problem;
    const opening = entranceOf(tours, problem.errandOf[node] as number, route);
    if (opening >= spot.delta || !this.#takes(node, route)) return;
    const { nodeAt, arcAt, departure, labels } = tours;
    const tariff = problem.tariffIndex[route] as number;
    const costs = problem.arcCosts[tariff] as Float64Array;
    const costsTo = problem.costsTo[tariff] as Float64Array;
    const row = node * problem.width;
    const due = problem.windowTo[(problem.firstWindow[node + 1] as number) - 1] as number;
    const base = route * tours.stride;
    const paysWork = (problem.perTaskSecond[route] as number) > 0;
    const from = Math.max(span.from, tours.floor[route] as number);
    for (let cell = base + from; cell <= base + span.to; cell++) {
      if ((departure[cell * labels] as number) > due) return;
      let delta =
        opening +
        (costsTo[row + (nodeAt[cell] as number)] as number) +
        (costs[row + (nodeAt[cell + 1] as number)] as number) -
        (arcAt[cell] as number);
      if (paysWork) delta += this.#workCost(node, route, cell);
      if (delta >= spot.delta || !this.#fits(node, route, cell)) continue;
      spot.offer(route, cell - base, delta);
    }
  }

  #fits(node: number, route: number, cell: number): boolean {
    return (
      this.#isInTime(node, route, cell) &&
      this.#hasRoom(node, route, cell) &&
      this.#isInRange(node, route, cell) &&
      this.#isProven(node, route, cell)
    );
  }

  #isProven(node: number, route: number, cell: number): boolean {
    if (!this.#problem.needsProof) return true;
    return this.#proof.holds(route, [node], [cell - route * this.#tours.stride]);
  }

  /** False when no position of the route can do: skills, room at the start, number of tasks. */
  #takes(node: number, route: number): boolean {
    const problem = this.#problem;
    const tours = this.#tours;
    const tasks = (tours.length[route] as number) - (tours.reloads[route] as number);
    if (tasks >= (problem.maxTasks[route] as number)) return false;
    const errand = problem.errandOf[node] as number;
    if (problem.suits[route * problem.errands + errand] === 0) return false;
    if ((tours.reloads[route] as number) > 0) return true;
    const { dimensions, fromStart, capacity } = problem;
    const first = route * tours.stride * dimensions;
    for (let d = 0; d < dimensions; d++) {
      const atStart =
        (tours.load[first + d] as number) + (fromStart[node * dimensions + d] as number);
      if (atStart > (capacity[route * dimensions + d] as number)) return false;
    }
    return true;
  }

  #workCost(node: number, route: number, cell: number): number {
    const tours = this.#tours;
    const before = tours.nodeAt[cell] as number;
    const after = tours.nodeAt[cell + 1] as number;
    const { placeOf, perTaskSecond, nodes } = this.#problem;
    const place = placeOf[node];
    let seconds = tours.work(route, node, placeOf[before] === place);
    if (after < nodes) {
      seconds += tours.work(route, after, placeOf[after] === place);
      seconds -= tours.work(route, after, placeOf[after] === placeOf[before]);
    }
    return seconds * (perTaskSecond[route] as number);
  }

  #hasRoom(node: number, route: number, cell: number): boolean {
    const { dimensions, fromStart, loadChange, capacity } = this.#problem;
    const { peakBefore, peakAfter } = this.#tours;
    for (let d = 0; d < dimensions; d++) {
      const room = capacity[route * dimensions + d] as number;
      const aboard = fromStart[node * dimensions + d] as number;
      if ((peakBefore[cell * dimensions + d] as number) + aboard > room) return false;
      const taken = (loadChange[node * dimensions + d] as number) + aboard;
      if ((peakAfter[cell * dimensions + d] as number) + taken > room) return false;
    }
    return true;
  }

  #isInTime(node: number, route: number, cell: number): boolean {
    const tours = this.#tours;
    if (tours.labels > 1) return this.#isInTimeWithRests(node, route, cell);
    const { width, placeOf, durations, profileOf } = this.#problem;
    const travel = durations[profileOf[route] as number] as Int32Array;
    const before = tours.nodeAt[cell] as number;
    const after = tours.nodeAt[cell + 1] as number;
    const arrival = (tours.departure[cell] as number) + (travel[before * width + node] as number);
    const start = tours.earliest(node, arrival);
    if (start >= IMPOSSIBLE) return false;
    const leave = start + tours.work(route, node, placeOf[before] === placeOf[node]);
    const latest = placeOf[node] === placeOf[after] ? tours.latestWithout : tours.latestWithSetup;
    return leave + (travel[node * width + after] as number) <= (latest[cell + 1] as number);
  }

  #isInTimeWithRests(node: number, route: number, cell: number): boolean {
    const tours = this.#tours;
    const { width, placeOf, durations, profileOf } = this.#problem;
    const travel = durations[profileOf[route] as number] as Int32Array;
    const rests = tours.rests[route] as Rests;
    const before = tours.nodeAt[cell] as number;
    const after = tours.nodeAt[cell + 1] as number;
    const work = tours.work(route, node, placeOf[before] === placeOf[node]);
    const there = travel[before * width + node] as number;
    const onward = travel[node * width + after] as number;
    const latest = placeOf[node] === placeOf[after] ? tours.latestWithout : tours.latestWithSetup;
    for (let k = 0; k <= rests.count; k++) {
      const arrival = tours.arrivalWith(rests, cell * tours.labels, there, k);
      const start = arrival < IMPOSSIBLE ? tours.earliest(node, arrival) : IMPOSSIBLE;
      if (start >= IMPOSSIBLE) continue;
      for (let later = k; later <= rests.count; later++) {
        const limit = latest[(cell + 1) * tours.labels + later] as number;
        if (rests.arrival(start + work, onward, k, later) <= limit) return true;
      }
    }
    return false;
  }

  #isInRange(node: number, route: number, cell: number): boolean {
    const problem = this.#problem;
    const { travel, distance } = this.#tours;
    const { maxTravel, maxDistance } = problem;
    const profile = problem.profileOf[route] as number;
    const most = maxTravel[route] as number;
    const farthest = maxDistance[route] as number;
    if (most < UNLIMITED) {
      const longer = this.#longer(problem.durations[profile] as Int32Array, node, route, cell);
      if ((travel[route] as number) + longer > most) return false;
    }
    if (farthest === UNLIMITED) return true;
    const longer = this.#longer(problem.distances[profile] as Int32Array, node, route, cell);
    return (distance[route] as number) + longer <= farthest;
  }

  #longer(table: Int32Array, node: number, route: number, cell: number): number {
    const { width } = this.#problem;
    const { nodeAt, length } = this.#tours;
    const before = nodeAt[cell] as number;
    const after = nodeAt[cell + 1] as number;
    const spared = length[route] === 0 ? 0 : (table[before * width + after] as number);
    const detour =
      (table[before * width + node] as number) + (table[node * width + after] as number);
    return detour - spared;
  }
}
