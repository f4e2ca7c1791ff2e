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
  if (costs === undefined) return { width: 0, list };
  const order = Array.from({ length: nodes }, (_, node) => node);
  const gap = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    for (let other = 0; other < nodes; other++) {
      gap[other] =
        (costs[node * problem.width + other] ?? 0) + (costs[other * problem.width + node] ?? 0);
    }
    const others = order
      .filter((other) => other !== node)
      .toSorted((one, two) => (gap[one] ?? 0) - (gap[two] ?? 0) || one - two);
    list.set(others.slice(0, width), node * width);
  }
  return { width, list };
}
