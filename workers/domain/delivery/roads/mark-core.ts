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
function componentsOf({ head, to, times }: Streets, profile: RoadProfile, nodes: number) {
  const open = times[profile];
  const component = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const arc = new Uint32Array(nodes);
  const path: number[] = [];
  const waiting: number[] = [];
  let count = 0;
  let components = 0;

  const enter = (node: number) => {
    order[node] = count;
    low[node] = count;
    count += 1;
    arc[node] = head[node] ?? 0;
    path.push(node);
    waiting.push(node);
  };
  const leave = (node: number) => {
    path.pop();
    const before = path.at(-1);
    if (before !== undefined) low[before] = Math.min(low[before] ?? 0, low[node] ?? 0);
    if (low[node] !== order[node]) return;
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      component[one] = components;
      if (one === node) break;
    }
    components += 1;
  };

  for (let start = 0; start < nodes; start += 1) {
    if (order[start] !== -1) continue;
    enter(start);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = arc[node] ?? 0;
      if (at === (head[node + 1] ?? 0)) {
        leave(node);
        continue;
      }
      arc[node] = at + 1;
      if (open[at] === 0) continue;
      const next = to[at] ?? 0;
      if (order[next] === -1) enter(next);
      else if (component[next] === -1) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
    }
  }
  return component;
}
