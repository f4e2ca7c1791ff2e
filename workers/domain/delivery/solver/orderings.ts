import type { Chance } from "./chance.ts";
import type { Compiled } from "./compile.ts";

/** How often each order is used, of their sum: as Christiaens and Vanden Berghe (2020) do. */
const WEIGHTS = { chance: 4, demand: 4, far: 2, close: 1, width: 2, start: 2, end: 2 };

/** Orders in which errands that wait are put back: by chance, biggest first, farthest … */
export class Orderings {
  readonly #chance: Chance;
  /** Per ordering a key per errand, smallest first; none for the order of chance. */
  readonly #keys: readonly (Float64Array | undefined)[];
  readonly #drawn: Float64Array;

  constructor(problem: Compiled, chance: Chance) {
    this.#chance = chance;
    this.#drawn = new Float64Array(problem.errands);
    const keys = keysOf(problem);
    this.#keys = [
      ...repeat(undefined, WEIGHTS.chance),
      ...repeat(keys.demand, WEIGHTS.demand),
      ...repeat(keys.far, WEIGHTS.far),
      ...repeat(keys.close, WEIGHTS.close),
      ...(hasWindows(problem)
        ? [
            ...repeat(keys.width, WEIGHTS.width),
            ...repeat(keys.start, WEIGHTS.start),
            ...repeat(keys.end, WEIGHTS.end),
          ]
        : []),
    ];
  }

  /** Sorts the first `count` errands of a list in place. */
  sort(list: Int32Array, count: number): void {
    const key = this.#keys[this.#chance.below(this.#keys.length)] ?? this.#draw(list, count);
    for (let index = 1; index < count; index++) {
      const errand = list[index] as number;
      const value = key[errand] as number;
      let at = index - 1;
      while (at >= 0 && (key[list[at] as number] as number) > value) {
        list[at + 1] = list[at] as number;
        at--;
      }
      list[at + 1] = errand;
    }
  }

  #draw(list: Int32Array, count: number): Float64Array {
    for (let index = 0; index < count; index++) {
      this.#drawn[list[index] as number] = this.#chance.next();
    }
    return this.#drawn;
  }
}

function hasWindows(problem: Compiled): boolean {
  return problem.stops.some(({ windows }) => windows.length > 0);
}

function keysOf(problem: Compiled) {
  const make = (value: (errand: number) => number) =>
    Float64Array.from({ length: problem.errands }, (_, errand) => value(errand));
  const far = make((errand) => -distanceFromStart(problem, errand));
  return {
    demand: make((errand) => -demandOf(problem, errand)),
    far,
    close: far.map((value) => -value),
    width: make((errand) => sumOver(problem, errand, (from, to) => to - from)),
    start: make((errand) => sumOver(problem, errand, (from) => from)),
    end: make((errand) => -sumOver(problem, errand, (_, to) => to)),
  };
}

function demandOf(problem: Compiled, errand: number): number {
  const stops = problem.problem.errands[errand]?.stops ?? [];
  return stops.reduce(
    (sum, { leaves, takes }) =>
      [...leaves, ...takes].reduce((total, amount) => total + amount, sum),
    0,
  );
}

function distanceFromStart(problem: Compiled, errand: number): number {
  const drop = (problem.firstNode[errand + 1] ?? 0) - 1;
  const start = problem.startNode[0] ?? 0;
  return problem.durations[0]?.[start * problem.width + drop] ?? 0;
}

function sumOver(
  problem: Compiled,
  errand: number,
  value: (from: number, to: number) => number,
): number {
  let sum = 0;
  const past = problem.firstNode[errand + 1] ?? 0;
  for (let node = problem.firstNode[errand] ?? 0; node < past; node++) {
    const last = (problem.firstWindow[node + 1] ?? 0) - 1;
    const from = problem.windowFrom[problem.firstWindow[node] ?? 0] ?? 0;
    sum += value(from, problem.windowTo[last] ?? 0);
  }
  return sum;
}

function repeat(key: Float64Array | undefined, times: number): (Float64Array | undefined)[] {
  return Array.from({ length: times }, () => key);
}
