import type { Tours } from "./tours.ts";

/**
 * Tries a sequence out for real, and puts the route back. For what cannot be judged at a glance:
 * rides, releases, returns, reloads.
 */
export class Proof {
  /** What the route cost that was tried last. */
  cost = 0;
  readonly #tours: Tours;
  readonly #kept: Int32Array;
  #keptLength = 0;

  constructor(tours: Tours) {
    this.#tours = tours;
    this.#kept = new Int32Array(tours.stride);
  }

  /** Whether a route is sound with nodes after their positions, the first ones first. */
  holds(route: number, nodes: readonly number[], positions: readonly number[]): boolean {
    const tours = this.#tours;
    this.keep(route);
    nodes.forEach((node, index) => tours.insert(node, route, (positions[index] ?? 0) + index));
    tours.refresh(route);
    const isSound = tours.isSound(route);
    this.cost = tours.cost[route] as number;
    for (const node of nodes) tours.routeOf[node] = -1;
    this.putBack(route);
    return isSound;
  }

  /** Remembers the sequence of a route. */
  keep(route: number): void {
    const { nodeAt, stride, length } = this.#tours;
    const base = route * stride;
    this.#keptLength = length[route] as number;
    for (let p = 1; p <= this.#keptLength; p++) this.#kept[p] = nodeAt[base + p] as number;
  }

  putBack(route: number): void {
    const { nodeAt, stride, length } = this.#tours;
    const base = route * stride;
    for (let p = 1; p <= this.#keptLength; p++) nodeAt[base + p] = this.#kept[p] as number;
    length[route] = this.#keptLength;
    this.#tours.refresh(route);
  }
}
