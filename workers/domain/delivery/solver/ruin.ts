import type { Chance } from "./chance.ts";
import { nearest, type Near } from "./near.ts";
import type { Trial } from "./trial.ts";

/** A seed's surroundings. */
export const WIDE = 150;
/** As many nodes are taken out of the plan on average; strings are at most so long. */
const REMOVED = 10;
const LONGEST = 10;
/** One string in two spares a part in its middle; it grows while chance allows. */
const SPARE_MORE = 100;

/**
 * Adjacent string removal (Christiaens and Vanden Berghe 2020, "Slack Induction by String
 * Removals"): near a seed, from each route passing by, a string of neighbouring stops goes.
 * We differ where stops belong together: the rest of an errand leaves with any of its stops.
 */
export class Ruin {
  readonly #trial: Trial;
  readonly #chance: Chance;
  readonly #near: Near;
  /** In which round a route lost its string. */
  readonly #ruinedIn: Int32Array;
  #round = 0;

  /** @param near at least the stops that strings may be taken from */
  constructor(trial: Trial, chance: Chance, near: Near = nearest(trial.tours.problem, WIDE)) {
    this.#trial = trial;
    this.#chance = chance;
    this.#near = near;
    this.#ruinedIn = new Int32Array(trial.tours.problem.vehicles);
  }

  /** Takes out strings near `seed`, a node that may itself be off the plan. */
  apply(seed: number): void {
    const { tours, used } = this.#trial;
    const chance = this.#chance;
    this.#round++;
    const planned = tours.problem.nodes - this.#trial.absentNodes;
    const mean = used > 0 ? Math.floor(planned / used) : 1;
    const longest = Math.max(1, Math.min(LONGEST, mean));
    const strings = Math.max(1, Math.floor((4 * REMOVED) / (1 + longest)) - 1);
    let left = 1 + chance.below(strings);
    if (this.#cut(seed, longest)) left--;
    const { width, list } = this.#near;
    for (let rank = 0; rank < width && left > 0; rank++) {
      if (this.#cut(list[seed * width + rank] as number, longest)) left--;
    }
  }

  #cut(node: number, longest: number): boolean {
    const { tours } = this.#trial;
    const route = tours.routeOf[node] as number;
    if (route < 0 || this.#ruinedIn[route] === this.#round) return false;
    const at = tours.positionOf[node] as number;
    const floor = tours.floor[route] as number;
    if (at <= floor) return false;
    this.#ruinedIn[route] = this.#round;
    const length = tours.length[route] as number;
    const free = length - floor;
    const count = 1 + this.#chance.below(Math.min(free, longest));
    const spared = count > 1 && this.#chance.once(2) ? this.#spared(free - count) : 0;
    const span = count + spared;
    const least = Math.max(floor + 1, at - span + 1);
    const most = Math.min(at, length - span + 1);
    const first = least + this.#chance.below(most - least + 1);
    const hole = spared > 0 ? 1 + this.#chance.below(count - 1) : 0;
    this.#trial.takeOut(route, { first, count: span, hole, spared });
    return true;
  }

  /** How many stops in the middle of a string stay: mostly one. */
  #spared(most: number): number {
    let spared = 1;
    while (spared < most && this.#chance.once(SPARE_MORE)) spared++;
    return Math.min(spared, Math.max(0, most));
  }
}
