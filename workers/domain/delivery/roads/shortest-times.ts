import { nodesOf, type RoadGraph, type RoadProfile } from "./road-graph.ts";

/** How long and how far it is from one node; infinite where no way leads. */
export interface Reached {
  /** Tenths of a second to each node. */
  readonly times: Float64Array;
  /** Decimetres along that way. */
  readonly lengths: Float64Array;
}

/**
 * The fastest way from a node to others (Dijkstra, A note on two problems in connexion with graphs,
 * 1959, on a binary heap). Among ways that take as long the shorter counts, so that the answer does
 * not depend on the order of the arcs.
 * @param targets ends the search once each is reached; all nodes where it is empty
 */
export function shortestTimes(
  graph: RoadGraph,
  profile: RoadProfile,
  source: number,
  targets: readonly number[] = [],
): Reached {
  const open = graph.times[profile];
  const times = new Float64Array(nodesOf(graph)).fill(Infinity);
  const lengths = new Float64Array(nodesOf(graph)).fill(Infinity);
  const missing = new Set(targets);
  const heap = new Heap();
  times[source] = 0;
  lengths[source] = 0;
  heap.push(0, source);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    const time = times[node] ?? Infinity;
    if (heap.key > time) continue;
    if (missing.delete(node) && missing.size === 0) break;
    const length = lengths[node] ?? Infinity;
    const end = graph.head[node + 1] ?? 0;
    for (let arc = graph.head[node] ?? 0; arc < end; arc += 1) {
      const step = open[arc] ?? 0;
      if (step === 0) continue;
      const next = graph.to[arc] ?? 0;
      const later = time + step;
      const longer = length + (graph.lengths[arc] ?? 0);
      const known = times[next] ?? Infinity;
      if (later > known || (later === known && longer >= (lengths[next] ?? Infinity))) continue;
      times[next] = later;
      lengths[next] = longer;
      heap.push(later, next);
    }
  }
  return { times, lengths };
}

/** A binary heap of nodes by time. A node may be in it twice: the later one is skipped. */
class Heap {
  /** The time of the node that was taken last. */
  key = 0;
  readonly #keys: number[] = [];
  readonly #nodes: number[] = [];

  push(key: number, node: number): void {
    let at = this.#keys.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const aboveKey = this.#keys[above] ?? 0;
      if (aboveKey <= key) break;
      this.#put(at, aboveKey, this.#nodes[above] ?? 0);
      at = above;
    }
    this.#put(at, key, node);
  }

  /** @returns the node of the least time; -1 when none is left. */
  pop(): number {
    const node = this.#nodes[0];
    if (node === undefined) return -1;
    this.key = this.#keys[0] ?? 0;
    const key = this.#keys.pop() ?? 0;
    const last = this.#nodes.pop() ?? 0;
    if (this.#keys.length > 0) this.#sink(key, last);
    return node;
  }

  #sink(key: number, node: number): void {
    const size = this.#keys.length;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && (this.#keys[below + 1] ?? 0) < (this.#keys[below] ?? 0)) below += 1;
      const belowKey = this.#keys[below] ?? 0;
      if (belowKey >= key) break;
      this.#put(at, belowKey, this.#nodes[below] ?? 0);
      at = below;
    }
    this.#put(at, key, node);
  }

  #put(at: number, key: number, node: number): void {
    this.#keys[at] = key;
    this.#nodes[at] = node;
  }
}
