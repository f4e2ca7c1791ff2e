import { compareRanks, type Rank } from "./losses.ts";
import type { Tours } from "./tours.ts";

/** The best plan so far: the sequences of all routes, one after another. */
export class Snapshot {
  rank: Rank | undefined;
  readonly #tours: Tours;
  readonly #nodes: Int32Array;
  readonly #length: Int32Array;

  constructor(tours: Tours) {
    this.#tours = tours;
    const reloads = tours.problem.mostReloads.reduce((sum, most) => sum + most, 0);
    this.#nodes = new Int32Array(tours.problem.nodes + reloads);
    this.#length = tours.length.slice();
  }

  isBeatenBy(rank: Rank): boolean {
    return this.rank === undefined || compareRanks(rank, this.rank) < 0;
  }

  take(rank: Rank): void {
    const { length, nodeAt, stride, problem } = this.#tours;
    let count = 0;
    for (let route = 0; route < problem.vehicles; route++) {
      const base = route * stride;
      const past = base + (length[route] as number);
      for (let cell = base + 1; cell <= past; cell++) this.#nodes[count++] = nodeAt[cell] as number;
    }
    this.#length.set(length);
    this.rank = rank;
  }

  /** The nodes of each vehicle in their order. */
  routes(): number[][] {
    let from = 0;
    return Array.from(this.#length, (count) => {
      const nodes = [...this.#nodes.subarray(from, from + count)];
      from += count;
      return nodes;
    });
  }
}
