import type { Compiled } from "./compile.ts";
import { Rests } from "./rests.ts";
import { IMPOSSIBLE } from "./scale.ts";
import { timeWithRests } from "./timing-with-rests.ts";
import { time } from "./timing.ts";

/**
 * The routes under work: their sequences and, for each position, how early it can be left, how
 * late it may be reached and the largest loads before and after, so that an insertion is judged
 * without walking the route. Position 0 is the start of a route, `length + 1` its end.
 *
 * Times have one label per number of breaks already taken: label k of a departure is the earliest
 * with k breaks behind it, label k of a latest arrival the last that still fits the others.
 */
export class Tours {
  readonly problem: Compiled;
  /** Cells of a row: one row per vehicle, a cell per position. */
  readonly stride: number;
  readonly labels: number;
  readonly rests: readonly Rests[];
  readonly nodeAt: Int32Array;
  /** What the arc from each position to the next costs; 0 on an empty route. */
  readonly arcAt: Float64Array;
  readonly length: Int32Array;
  /** -1 for a node on no route. */
  readonly routeOf: Int32Array;
  readonly positionOf: Int32Array;
  readonly departure: Int32Array;
  /** When the setup of the position is due, and when it is spared (same place as before). */
  readonly latestWithSetup: Int32Array;
  readonly latestWithout: Int32Array;
  /** Load after each position, and its highest up to there and from there: `[cell * dims + d]`. */
  readonly load: Int32Array;
  readonly peakBefore: Int32Array;
  readonly peakAfter: Int32Array;
  readonly travel: Float64Array;
  readonly distance: Float64Array;
  readonly cost: Float64Array;

  constructor(problem: Compiled) {
    this.problem = problem;
    this.stride = Math.max(...problem.maxTasks, 0) + 2;
    this.labels = problem.mostBreaks + 1;
    this.rests = problem.breaks.map((breaks) => new Rests(breaks));
    const cells = problem.vehicles * this.stride;
    this.nodeAt = new Int32Array(cells);
    this.arcAt = new Float64Array(cells);
    this.length = new Int32Array(problem.vehicles);
    this.routeOf = new Int32Array(problem.nodes).fill(-1);
    this.positionOf = new Int32Array(problem.nodes);
    this.departure = new Int32Array(cells * this.labels);
    this.latestWithSetup = new Int32Array(cells * this.labels);
    this.latestWithout = new Int32Array(cells * this.labels);
    this.load = new Int32Array(cells * problem.dimensions);
    this.peakBefore = new Int32Array(cells * problem.dimensions);
    this.peakAfter = new Int32Array(cells * problem.dimensions);
    this.travel = new Float64Array(problem.vehicles);
    this.distance = new Float64Array(problem.vehicles);
    this.cost = new Float64Array(problem.vehicles);
    for (let route = 0; route < problem.vehicles; route++) this.refresh(route);
  }

  /** Puts `node` right after `position`; the route must be refreshed before it is judged again. */
  insert(node: number, route: number, position: number): void {
    const from = route * this.stride + position + 1;
    const length = this.length[route] as number;
    this.nodeAt.copyWithin(from + 1, from, route * this.stride + length + 1);
    this.nodeAt[from] = node;
    this.length[route] = length + 1;
    this.routeOf[node] = route;
  }

  /** Drops the nodes of a row that say they are on no route; refresh as above. */
  compact(route: number): void {
    const base = route * this.stride;
    const length = this.length[route] as number;
    let kept = 0;
    for (let p = 1; p <= length; p++) {
      const node = this.nodeAt[base + p] as number;
      if (this.routeOf[node] === route) this.nodeAt[base + ++kept] = node;
    }
    this.length[route] = kept;
  }

  /** Brings all that is known of a route up to its sequence. */
  refresh(route: number): void {
    const { startNode, endNode } = this.problem;
    const base = route * this.stride;
    const length = this.length[route] as number;
    this.nodeAt[base] = startNode[route] as number;
    this.nodeAt[base + length + 1] = endNode[route] as number;
    this.#sums(route, base, length);
    this.#loads(base, length);
    if (this.labels === 1) time(this, route);
    else timeWithRests(this, route);
  }

  #sums(route: number, base: number, length: number): void {
    const { problem, nodeAt } = this;
    const { width, placeOf } = problem;
    const profile = problem.profileOf[route] as number;
    const durations = problem.durations[profile] as Int32Array;
    const distances = problem.distances[profile] as Int32Array;
    const arcCosts = problem.arcCosts[problem.tariffIndex[route] as number] as Float64Array;
    const perTaskSecond = problem.perTaskSecond[route] as number;
    let travel = 0;
    let distance = 0;
    let cost = 0;
    let before = nodeAt[base] as number;
    this.arcAt[base] = 0;
    const past = length > 0 ? length + 2 : 0;
    for (let p = 1; p < past; p++) {
      const node = nodeAt[base + p] as number;
      const arc = before * width + node;
      travel += durations[arc] as number;
      distance += distances[arc] as number;
      const arcCost = arcCosts[arc] as number;
      this.arcAt[base + p - 1] = arcCost;
      cost += arcCost;
      if (p <= length) {
        this.positionOf[node] = p;
        if (perTaskSecond > 0) {
          cost += perTaskSecond * this.work(route, node, placeOf[before] === placeOf[node]);
        }
      }
      before = node;
    }
    this.travel[route] = travel;
    this.distance[route] = distance;
    this.cost[route] = length > 0 ? cost + (problem.fixedCost[route] as number) : 0;
  }

  /** Seconds of work at a node, its setup spared when the vehicle is already there. */
  work(route: number, node: number, spared: boolean): number {
    const { problem } = this;
    const entry = (problem.typeOf[route] as number) * problem.nodes + node;
    const service = problem.service[entry] as number;
    return spared ? service : service + (problem.setup[entry] as number);
  }

  #loads(base: number, length: number): void {
    const { problem, nodeAt, load, peakBefore, peakAfter } = this;
    const { dimensions, loadChange, fromStart } = problem;
    for (let d = 0; d < dimensions; d++) {
      let aboard = 0;
      for (let p = 1; p <= length; p++) {
        aboard += fromStart[(nodeAt[base + p] as number) * dimensions + d] as number;
      }
      let peak = aboard;
      load[base * dimensions + d] = aboard;
      peakBefore[base * dimensions + d] = aboard;
      for (let p = 1; p <= length; p++) {
        const cell = (base + p) * dimensions + d;
        aboard += loadChange[(nodeAt[base + p] as number) * dimensions + d] as number;
        if (aboard > peak) peak = aboard;
        load[cell] = aboard;
        peakBefore[cell] = peak;
      }
      peak = 0;
      for (let p = length; p >= 0; p--) {
        const cell = (base + p) * dimensions + d;
        const here = load[cell] as number;
        if (here > peak) peak = here;
        peakAfter[cell] = peak;
      }
    }
  }

  /** The first instant from `ready` on at which work at a node may start, or IMPOSSIBLE. */
  earliest(node: number, ready: number): number {
    const { firstWindow, windowFrom, windowTo } = this.problem;
    const past = firstWindow[node + 1] as number;
    for (let w = firstWindow[node] as number; w < past; w++) {
      if (ready <= (windowTo[w] as number)) {
        const from = windowFrom[w] as number;
        return ready > from ? ready : from;
      }
    }
    return IMPOSSIBLE;
  }

  /** The last instant up to `limit` at which work at a node may start, or -1. */
  lastStart(node: number, limit: number): number {
    const { firstWindow, windowFrom, windowTo } = this.problem;
    const first = firstWindow[node] as number;
    for (let w = (firstWindow[node + 1] as number) - 1; w >= first; w--) {
      if ((windowFrom[w] as number) <= limit) {
        const to = windowTo[w] as number;
        return limit < to ? limit : to;
      }
    }
    return -1;
  }

  /** The earliest arrival with k breaks taken, `travel` after the departures from `first` on. */
  arrivalWith(rests: Rests, first: number, travel: number, k: number): number {
    let arrival = IMPOSSIBLE;
    for (let taken = 0; taken <= k; taken++) {
      const then = rests.arrival(this.departure[first + taken] as number, travel, taken, k);
      if (then < arrival) arrival = then;
    }
    return arrival;
  }

  /** Whether what is aboard after a cell lets the vehicle take its break number `rest`. */
  mayRest(route: number, cell: number, rest: number): boolean {
    const { breaks, dimensions } = this.problem;
    const most = breaks[route]?.[rest]?.maxLoad;
    if (most === undefined) return true;
    for (let d = 0; d < dimensions; d++) {
      if ((this.load[cell * dimensions + d] as number) > (most[d] ?? 0)) return false;
    }
    return true;
  }

  /** Whether a route keeps its windows, breaks, shift and range. Room is kept by each insertion. */
  isSound(route: number): boolean {
    const { maxTravel, maxDistance } = this.problem;
    return (
      (this.travel[route] as number) <= (maxTravel[route] as number) &&
      (this.distance[route] as number) <= (maxDistance[route] as number) &&
      this.#isInTime(route)
    );
  }

  /** Whether a route, as it is, meets every window and its breaks and is back within the shift. */
  #isInTime(route: number): boolean {
    const { problem, labels, nodeAt } = this;
    const length = this.length[route] as number;
    if (length === 0) return true;
    const rests = this.rests[route] as Rests;
    const first = route * this.stride + 1;
    const arc = (nodeAt[first - 1] as number) * problem.width + (nodeAt[first] as number);
    const travel = (problem.durations[problem.profileOf[route] as number] as Int32Array)[arc];
    const isSpared =
      problem.placeOf[nodeAt[first - 1] as number] === problem.placeOf[nodeAt[first] as number];
    const latest = isSpared ? this.latestWithout : this.latestWithSetup;
    for (let k = 0; k <= rests.count; k++) {
      if (k > 0 && !this.mayRest(route, first - 1, k - 1)) return false;
      const arrival = rests.arrival(problem.shiftFrom[route] as number, travel ?? 0, 0, k);
      if (arrival <= (latest[first * labels + k] as number)) return true;
    }
    return false;
  }
}
