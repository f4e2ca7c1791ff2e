import type { Compiled } from "./compile.ts";
import type { Core } from "./core.ts";
import { Rests } from "./rests.ts";
import { loadRoute } from "./loads.ts";
import { IMPOSSIBLE } from "./scale.ts";
import { movedCostOf, shiftedCostOf } from "./promises.ts";
import { plainShelf } from "./shelf.ts";
import { isRouteSound } from "./soundness.ts";
import { timeWithRests } from "./timing-with-rests.ts";
import { time } from "./timing.ts";
import { Timetable } from "./timetable.ts";

/**
 * The routes under work: their sequences and, for each position, how early it can be left, how
 * late it may be reached and the largest loads before and after, so that an insertion is judged
 * without walking the route. Position 0 is the start of a route, `length + 1` its end; a reload is
 * a terminal in the middle and ends a trip. Frozen stops stand first, up to position `floor`.
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
  /** Stops and reloads of a route. */
  readonly length: Int32Array;
  readonly reloads: Int32Array;
  readonly floor: Int32Array;
  /** -1 for a node on no route. */
  readonly routeOf: Int32Array;
  readonly positionOf: Int32Array;
  readonly departure: Int32Array;
  /** When the setup of the position is due, and when it is spared (same place as before). */
  readonly latestWithSetup: Int32Array;
  readonly latestWithout: Int32Array;
  /** Load after each position, its highest in that trip up to there and on: `[cell * dims + d]`. */
  readonly load: Int32Array;
  readonly peakBefore: Int32Array;
  readonly peakAfter: Int32Array;
  readonly travel: Float64Array;
  readonly distance: Float64Array;
  readonly cost: Float64Array;
  /** Seconds of driving and work. */
  readonly paid: Float64Array;
  /** What a stop more costs on a route besides, to steer towards routes that are short of work. */
  readonly surcharge: Float64Array;
  readonly timetable: Timetable;

  readonly core: Core | undefined;

  /** @param core does the hot part, on arrays in its memory; the problem is then its own */
  constructor(problem: Compiled, core?: Core) {
    const shelf = core ?? plainShelf;
    this.problem = problem;
    this.core = core;
    this.stride = Math.max(...problem.maxTasks, 0) + Math.max(...problem.mostReloads, 0) + 2;
    this.labels = problem.mostBreaks + 1;
    this.rests = problem.breaks.map((breaks) => new Rests(breaks));
    const cells = problem.vehicles * this.stride;
    this.nodeAt = shelf.int32(cells);
    this.arcAt = shelf.float64(cells);
    this.length = shelf.int32(problem.vehicles);
    this.reloads = shelf.int32(problem.vehicles);
    this.floor = shelf.int32(problem.vehicles);
    problem.frozen.forEach((nodes, route) => (this.floor[route] = nodes.length));
    this.routeOf = shelf.int32(problem.width).fill(-1);
    this.positionOf = shelf.int32(problem.width);
    this.departure = shelf.int32(cells * this.labels);
    this.latestWithSetup = shelf.int32(cells * this.labels);
    this.latestWithout = shelf.int32(cells * this.labels);
    this.load = shelf.int32(cells * problem.dimensions);
    this.peakBefore = shelf.int32(cells * problem.dimensions);
    this.peakAfter = shelf.int32(cells * problem.dimensions);
    this.travel = shelf.float64(problem.vehicles);
    this.distance = shelf.float64(problem.vehicles);
    this.cost = shelf.float64(problem.vehicles);
    this.paid = shelf.float64(problem.vehicles);
    this.surcharge = shelf.float64(problem.vehicles);
    this.timetable = new Timetable(this);
    core?.begin(this);
    problem.frozen.forEach((nodes, route) => this.place(route, nodes));
  }

  /** Replaces the whole sequence of a route, frozen stops included, and brings it up to date. */
  place(route: number, nodes: ArrayLike<number>): void {
    const base = route * this.stride;
    for (let p = 1; p <= nodes.length; p++) {
      const node = nodes[p - 1] as number;
      this.nodeAt[base + p] = node;
      this.routeOf[node] = route;
    }
    this.length[route] = nodes.length;
    this.refresh(route);
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

  /** Drops the stops of a row that say they are on no route; refresh as above. */
  compact(route: number): void {
    const base = route * this.stride;
    const length = this.length[route] as number;
    let kept = 0;
    for (let p = 1; p <= length; p++) {
      const node = this.nodeAt[base + p] as number;
      const isReload = node >= this.problem.nodes;
      if (isReload || this.routeOf[node] === route) this.nodeAt[base + ++kept] = node;
    }
    this.length[route] = kept;
  }

  /** Brings all that is known of a route up to its sequence. */
  refresh(route: number): void {
    if (this.core === undefined) this.#refresh(route);
    else this.core.refresh(route);
  }

  #refresh(route: number): void {
    const { startNode, endNode } = this.problem;
    const base = route * this.stride;
    const length = this.length[route] as number;
    this.nodeAt[base] = startNode[route] as number;
    this.nodeAt[base + length + 1] = endNode[route] as number;
    this.#sums(route, base, length);
    loadRoute(this, route);
    if (this.labels === 1) time(this, route);
    else timeWithRests(this, route);
    if (length > 0 && this.problem.shiftedCost > 0) {
      this.cost[route] = (this.cost[route] as number) + shiftedCostOf(this, route);
    }
  }

  #sums(route: number, base: number, length: number): void {
    const { problem, nodeAt } = this;
    const { width, placeOf } = problem;
    const profile = problem.profileOf[route] as number;
    const durations = problem.durations[profile] as Int32Array;
    const distances = problem.distances[profile] as Int32Array;
    const arcCosts = problem.arcCosts[problem.tariffIndex[route] as number] as Float64Array;
    const perTaskSecond = problem.perTaskSecond[route] as number;
    const asksWork = perTaskSecond > 0 || problem.fairnessPerSecond > 0;
    let travel = 0;
    let distance = 0;
    let cost = 0;
    let work = 0;
    let reloads = 0;
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
        if (node >= problem.nodes) reloads++;
        else if (asksWork) work += this.work(route, node, placeOf[before] === placeOf[node]);
      }
      before = node;
    }
    this.travel[route] = travel;
    this.distance[route] = distance;
    this.reloads[route] = reloads;
    this.paid[route] = travel + work + reloads * (problem.reloadService[route] as number);
    cost += perTaskSecond * work + movedCostOf(this, route);
    this.cost[route] = length > 0 ? cost + (problem.fixedCost[route] as number) : 0;
  }

  /** Seconds of work at a node, its setup spared when the vehicle is already there. */
  work(route: number, node: number, spared: boolean): number {
    const { problem } = this;
    if (node >= problem.nodes) return problem.reloadService[route] as number;
    const entry = (problem.typeOf[route] as number) * problem.nodes + node;
    const service = problem.service[entry] as number;
    return spared ? service : service + (problem.setup[entry] as number);
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

  /** Whether a route keeps everything that binds it. */
  isSound(route: number): boolean {
    return isRouteSound(this, route);
  }
}
