import { dropIdleReloads } from "./idle-reloads.ts";
import { hasRoomThroughout } from "./loads.ts";
import type { Spot } from "./spot.ts";
import type { Tours } from "./tours.ts";

/** Which stops of a route go: `count` from position `first`, but for `spared` after `hole`. */
export interface Cut {
  readonly first: number;
  readonly count: number;
  readonly hole: number;
  readonly spared: number;
}

/**
 * A change under way: routes that it touches are kept as they were, so that it can be taken back.
 * Knows which errands are off the plan and what the routes cost together.
 */
export class Trial {
  readonly tours: Tours;
  /** Errands off the plan, in no order. */
  readonly absent: Int32Array;
  absentCount: number;
  absentNodes: number;
  /** Routes with at least one stop. */
  used = 0;
  cost = 0;
  readonly #absentAt: Int32Array;
  readonly #keptAbsent: Int32Array;
  readonly #keptIn: Int32Array;
  readonly #kept: Int32Array;
  readonly #keptLength: Int32Array;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  #round = 0;
  #before = { cost: 0, used: 0, absentCount: 0, absentNodes: 0 };

  constructor(tours: Tours) {
    const { problem } = tours;
    this.tours = tours;
    this.absent = new Int32Array(problem.errands);
    this.#absentAt = new Int32Array(problem.errands).fill(-1);
    this.#keptAbsent = new Int32Array(problem.errands);
    this.absentCount = 0;
    this.absentNodes = 0;
    problem.parts.forEach(({ isFrozen, stops }, part) => {
      if (!isFrozen && stops.length > 0) this.#leave(part);
    });
    for (let route = 0; route < problem.vehicles; route++) {
      if ((tours.length[route] as number) > 0) this.used++;
      this.cost += tours.cost[route] as number;
    }
    this.#keptIn = new Int32Array(problem.vehicles);
    this.#kept = new Int32Array(problem.vehicles * tours.stride);
    this.#keptLength = new Int32Array(problem.vehicles);
    this.#touched = new Int32Array(problem.vehicles);
  }

  begin(): void {
    const { cost, used, absentCount, absentNodes } = this;
    this.#round++;
    this.#touchedCount = 0;
    this.#before = { cost, used, absentCount, absentNodes };
    for (let index = 0; index < absentCount; index++) {
      this.#keptAbsent[index] = this.absent[index] as number;
    }
  }

  takeOut(route: number, cut: Cut): void {
    const { tours } = this;
    this.#touch(route);
    const base = route * tours.stride;
    for (let offset = 0; offset < cut.count; offset++) {
      if (offset >= cut.hole && offset < cut.hole + cut.spared) continue;
      const node = tours.nodeAt[base + cut.first + offset] as number;
      // A reload stays, until dropIdleReloads finds that nobody needs it.
      if (node >= tours.problem.nodes || tours.routeOf[node] !== route) continue;
      this.#leave(tours.problem.errandOf[node] as number);
    }
    tours.compact(route);
    const before = tours.cost[route] as number;
    tours.refresh(route);
    if ((tours.reloads[route] as number) > 0) dropIdleReloads(tours, route);
    if (tours.length[route] === 0) this.used--;
    this.cost += (tours.cost[route] as number) - before;
  }

  /** Takes one errand out that is on a route. */
  remove(errand: number): void {
    const { problem, routeOf, positionOf } = this.tours;
    const node = problem.firstNode[errand] as number;
    const first = positionOf[node] as number;
    this.takeOut(routeOf[node] as number, { first, count: 1, hole: 0, spared: 0 });
  }

  /** Puts an errand where the spot says. */
  putIn(errand: number, spot: Spot): void {
    const { tours } = this;
    const { route, position, dropPosition, reload, sequence } = spot;
    const { firstNode, reloadNode } = tours.problem;
    const node = firstNode[errand] as number;
    this.#touch(route);
    if (tours.length[route] === 0) this.used++;
    if (sequence !== undefined) {
      this.setSequence(route, sequence, [errand]);
      return;
    }
    const station = reloadNode[route] as number;
    if (reload === "after") tours.insert(station, route, position);
    tours.insert(node, route, position);
    if (reload === "before") tours.insert(station, route, position);
    if ((firstNode[errand + 1] as number) > node + 1) {
      tours.insert(node + 1, route, dropPosition + 1);
    }
    this.#join(errand);
    this.#recount(route);
  }

  /** Gives a route a whole new sequence, that runs these errands besides what it ran. */
  setSequence(route: number, nodes: ArrayLike<number>, joining: readonly number[]): void {
    this.#touch(route);
    for (const errand of joining) this.#join(errand);
    this.cost -= this.tours.cost[route] as number;
    this.tours.place(route, nodes);
    this.cost += this.tours.cost[route] as number;
  }

  /** Whether a route would be sound, and have room, with a whole new sequence. */
  wouldHold(route: number, nodes: readonly number[]): boolean {
    const { tours } = this;
    const { nodes: stops, maxTasks } = tours.problem;
    if (nodes.filter((node) => node < stops).length > (maxTasks[route] as number)) return false;
    const base = route * tours.stride;
    const before = tours.nodeAt.slice(base + 1, base + 1 + (tours.length[route] as number));
    tours.place(route, nodes);
    const isGood = tours.isSound(route) && hasRoomThroughout(tours, route);
    for (const node of nodes) tours.routeOf[node] = -1;
    tours.place(route, before);
    return isGood;
  }

  /** Whether every touched route is sound: where a detour is the shorter way, less may be worse. */
  isSound(): boolean {
    for (let index = 0; index < this.#touchedCount; index++) {
      if (!this.tours.isSound(this.#touched[index] as number)) return false;
    }
    return true;
  }

  /** Puts every touched route back as it was. */
  takeBack(): void {
    for (let index = 0; index < this.absentCount; index++) {
      this.#absentAt[this.absent[index] as number] = -1;
    }
    const { absentCount } = this.#before;
    for (let index = 0; index < this.#touchedCount; index++) {
      this.#restore(this.#touched[index] as number);
    }
    for (let index = 0; index < absentCount; index++) {
      const errand = this.#keptAbsent[index] as number;
      this.absent[index] = errand;
      this.#absentAt[errand] = index;
      this.#unroute(errand);
    }
    Object.assign(this, this.#before);
  }

  #unroute(errand: number): void {
    const { firstNode } = this.tours.problem;
    const past = firstNode[errand + 1] as number;
    for (let node = firstNode[errand] as number; node < past; node++) this.tours.routeOf[node] = -1;
  }

  #restore(route: number): void {
    const { tours } = this;
    const base = route * tours.stride;
    const count = this.#keptLength[route] as number;
    tours.length[route] = count;
    for (let p = 1; p <= count; p++) {
      const node = this.#kept[base + p] as number;
      tours.nodeAt[base + p] = node;
      tours.routeOf[node] = route;
    }
    tours.refresh(route);
  }

  /** Keeps a route as it is now, once per trial. */
  #touch(route: number): void {
    if (this.#keptIn[route] === this.#round) return;
    const { nodeAt, stride, length } = this.tours;
    this.#keptIn[route] = this.#round;
    this.#touched[this.#touchedCount++] = route;
    const count = length[route] as number;
    this.#keptLength[route] = count;
    const base = route * stride;
    for (let p = 1; p <= count; p++) this.#kept[base + p] = nodeAt[base + p] as number;
  }

  #leave(errand: number): void {
    this.#unroute(errand);
    this.#absentAt[errand] = this.absentCount;
    this.absent[this.absentCount++] = errand;
    this.absentNodes += this.#nodesOf(errand);
  }

  #join(errand: number): void {
    const at = this.#absentAt[errand] as number;
    const last = this.absent[--this.absentCount] as number;
    this.absent[at] = last;
    this.#absentAt[last] = at;
    this.#absentAt[errand] = -1;
    this.absentNodes -= this.#nodesOf(errand);
  }

  #nodesOf(errand: number): number {
    const { firstNode } = this.tours.problem;
    return (firstNode[errand + 1] as number) - (firstNode[errand] as number);
  }

  #recount(route: number): void {
    this.cost -= this.tours.cost[route] as number;
    this.tours.refresh(route);
    this.cost += this.tours.cost[route] as number;
  }
}
