import type { Compiled } from "./compile.ts";

/**
 * For each node the others, nearest first: `list[node * width + rank]`. Nearness is what it costs
 * there and back by the first vehicle's prices; on a tie the earlier node comes first.
 */
export interface Near {
  readonly width: number;
  readonly list: Int32Array;
}

export function nearest(problem: Compiled, most: number): Near {
  const { nodes } = problem;
  const width = Math.max(0, Math.min(most, nodes - 1));
  const list = new Int32Array(nodes * width);
  const costs = problem.arcCosts[0];
  if (costs === undefined || width === 0) return { width: 0, list };
  const gap = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    for (let other = 0; other < nodes; other++) {
      const there = costs[node * problem.width + other] ?? 0;
      gap[other] = there + (costs[other * problem.width + node] ?? 0);
    }
    gap[node] = Number.POSITIVE_INFINITY;
    list.set(smallest(gap, width), node * width);
  }
  return { width, list };
}

/** Indices of the `count` smallest values, in order; on a tie the earlier one comes first. */
function smallest(values: Float64Array, count: number): number[] {
  // To sort plain numbers is cheap; only what is below the last of them is sorted by index.
  const bound = values.toSorted()[count - 1] as number;
  const indices: number[] = [];
  for (let index = 0; index < values.length; index++) {
    if ((values[index] as number) <= bound) indices.push(index);
  }
  indices.sort((one, two) => (values[one] as number) - (values[two] as number) || one - two);
  return indices.slice(0, count);
}

/** Only the first so many of each node's list. */
export function narrowed({ width, list }: Near, most: number): Near {
  if (width <= most) return { width, list };
  const nodes = list.length / width;
  const short = new Int32Array(nodes * most);
  for (let node = 0; node < nodes; node++) {
    short.set(list.subarray(node * width, node * width + most), node * most);
  }
  return { width: most, list: short };
}
