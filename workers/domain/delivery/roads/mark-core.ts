import { coreBit, nodesOf, ROAD_PROFILES, type RoadGraph, type RoadProfile } from "./road-graph.ts";

type Streets = Omit<RoadGraph, "core">;

/**
 * Marks, for each profile, the largest part of the area in which every node leads to every other
 * (the largest strongly connected component: Tarjan, Depth-first search and linear graph
 * algorithms, 1972; without recursion). An address is snapped to nothing else, so that none ends in
 * a car park without a way out.
 */
export function markCore(streets: Streets): RoadGraph {
  const nodes = nodesOf({ ...streets, core: new Uint8Array() });
  const core = new Uint8Array(nodes);
  for (const profile of ROAD_PROFILES) {
    const component = componentsOf(streets, profile, nodes);
    const sizes = new Map<number, number>();
    for (const one of component) sizes.set(one, (sizes.get(one) ?? 0) + 1);
    let largest = -1;
    for (const [one, size] of sizes) if (size > (sizes.get(largest) ?? 1)) largest = one;
    const bit = coreBit(profile);
    for (let n = 0; n < nodes; n += 1) if (component[n] === largest) core[n] = (core[n] ?? 0) | bit;
  }
  return { ...streets, core };
}

/** The number of each node's component. */
function componentsOf(streets: Streets, profile: RoadProfile, nodes: number): Int32Array {
  const walk = new Walk(streets, profile, nodes);
  for (let start = 0; start < nodes; start += 1) walk.from(start);
  return walk.component;
}

/** Tarjan's walk: nodes in the order of their discovery, and how far back each leads. */
class Walk {
  readonly component: Int32Array;
  readonly #streets: Streets;
  readonly #open: Uint32Array;
  readonly #order: Int32Array;
  readonly #low: Int32Array;
  /** The arc of each node that is tried next. */
  readonly #arc: Uint32Array;
  readonly #path: number[] = [];
  readonly #waiting: number[] = [];
  #found = 0;
  #components = 0;

  constructor(streets: Streets, profile: RoadProfile, nodes: number) {
    this.#streets = streets;
    this.#open = streets.times[profile];
    this.component = new Int32Array(nodes).fill(-1);
    this.#order = new Int32Array(nodes).fill(-1);
    this.#low = new Int32Array(nodes);
    this.#arc = streets.head.slice(0, nodes);
  }

  from(start: number): void {
    if (this.#order[start] !== -1) return;
    this.#enter(start);
    for (let node = this.#path.at(-1); node !== undefined; node = this.#path.at(-1)) {
      const at = this.#arc[node] ?? 0;
      if (at === this.#streets.head[node + 1]) this.#leave(node);
      else {
        this.#arc[node] = at + 1;
        if (this.#open[at] !== 0) this.#look(node, this.#streets.to[at] ?? 0);
      }
    }
  }

  #enter(node: number): void {
    this.#order[node] = this.#found;
    this.#low[node] = this.#found;
    this.#found += 1;
    this.#path.push(node);
    this.#waiting.push(node);
  }

  #look(node: number, next: number): void {
    if (this.#order[next] === -1) this.#enter(next);
    else if (this.component[next] === -1) this.#leadsBack(node, this.#order[next] ?? 0);
  }

  #leadsBack(node: number, to: number): void {
    this.#low[node] = Math.min(this.#low[node] ?? 0, to);
  }

  #leave(node: number): void {
    this.#path.pop();
    const before = this.#path.at(-1);
    if (before !== undefined) this.#leadsBack(before, this.#low[node] ?? 0);
    if (this.#low[node] !== this.#order[node]) return;
    for (let one = this.#waiting.pop(); one !== undefined; one = this.#waiting.pop()) {
      this.component[one] = this.#components;
      if (one === node) break;
    }
    this.#components += 1;
  }
}
