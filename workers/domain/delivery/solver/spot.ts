import type { Chance } from "./chance.ts";

export type Reloading = "none" | "before" | "after";

/**
 * The best place found for an errand. Now and then it looks away from a better one ("blinks",
 * Christiaens and Vanden Berghe 2020), so that greed does not always build the same route.
 */
export class Spot {
  route = -1;
  /** The first node goes right after this position … */
  position = -1;
  /** … and the second, of a pair, right after that one; equal when one follows the other. */
  dropPosition = -1;
  /** A reload right before the node, right after it, or none. */
  reload: Reloading = "none";
  /** For three nodes and more: the whole route as it would be. */
  sequence: Int32Array | undefined;
  delta = Number.POSITIVE_INFINITY;
  readonly #chance: Chance;
  readonly #once: number;
  #until: number;

  /** @param once blinks once in so many better places; 0 never. */
  constructor(chance: Chance, once: number) {
    this.#chance = chance;
    this.#once = once;
    this.#until = once;
  }

  forget(): void {
    this.route = -1;
    this.reload = "none";
    this.sequence = undefined;
    this.delta = Number.POSITIVE_INFINITY;
  }

  /** Takes note of a feasible place that is better than the last; false when it blinks. */
  offer(route: number, position: number, delta: number, dropPosition = position): boolean {
    if (this.#once > 0 && --this.#until <= 0) {
      this.#until = 1 + this.#chance.below(2 * this.#once);
      return false;
    }
    this.route = route;
    this.position = position;
    this.dropPosition = dropPosition;
    this.reload = "none";
    this.sequence = undefined;
    this.delta = delta;
    return true;
  }
}
