import type { Compiled } from "./compile.ts";
import { entranceOf } from "./promises.ts";
import { Proof } from "./proof.ts";
import type { Reloading, Spot } from "./spot.ts";
import type { Tours } from "./tours.ts";

/** Finds where a job is best inserted together with a reload, right before it or right after. */
export class ReloadInsertion {
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
    const tours = this.#tours;
    if (!this.#takes(node, route)) return;
    const base = route * tours.stride;
    const last = base + (tours.length[route] as number);
    for (let cell = base + (tours.floor[route] as number); cell <= last; cell++) {
      if (!this.#isReload(cell)) this.#try(node, route, cell, "before", spot);
      const isUseful = cell < last && !this.#isReload(cell + 1);
      if (isUseful) this.#try(node, route, cell, "after", spot);
    }
  }

  /** Beside a reload another one would begin an empty trip. */
  #isReload(cell: number): boolean {
    const isStart = cell % this.#tours.stride === 0;
    return !isStart && (this.#tours.nodeAt[cell] as number) >= this.#problem.nodes;
  }

  #takes(node: number, route: number): boolean {
    const { mostReloads, suits, errands, errandOf, maxTasks, stops } = this.#problem;
    const { reloads, length } = this.#tours;
    const tasks = (length[route] as number) - (reloads[route] as number);
    return (
      tasks > 0 &&
      tasks < (maxTasks[route] as number) &&
      (reloads[route] as number) < (mostReloads[route] as number) &&
      stops[node]?.type === "job" &&
      suits[route * errands + (errandOf[node] as number)] === 1
    );
  }

  #try(node: number, route: number, cell: number, where: Reloading, spot: Spot): void {
    const tours = this.#tours;
    const { arcCosts, tariffIndex, width, reloadNode, errandOf } = this.#problem;
    const costs = arcCosts[tariffIndex[route] as number] as Float64Array;
    const reload = reloadNode[route] as number;
    const [first, second] = where === "before" ? [reload, node] : [node, reload];
    const before = tours.nodeAt[cell] as number;
    const after = tours.nodeAt[cell + 1] as number;
    const least =
      entranceOf(tours, errandOf[node] as number, route) +
      (costs[before * width + first] as number) +
      (costs[first * width + second] as number) +
      (costs[second * width + after] as number) -
      (tours.arcAt[cell] as number);
    if (least >= spot.delta) return;
    const position = cell - route * tours.stride;
    const costBefore = tours.cost[route] as number;
    if (!this.#proof.holds(route, [first, second], [position, position])) return;
    const delta = this.#proof.cost - costBefore + (tours.surcharge[route] as number);
    if (delta < spot.delta && spot.offer(route, position, delta)) spot.reload = where;
  }
}
