import type { Chance } from "./chance.ts";

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
    this.delta = Number.POSITIVE_INFINITY;
  }

  /** Takes note of a feasible place that is better than the last. */
  offer(route: number, position: number, delta: number, dropPosition = position): void {
    if (this.#once > 0 && --this.#until <= 0) {
      this.#until = 1 + this.#chance.below(2 * this.#once);
      return;
    }
    this.route = route;
    this.position = position;
    this.dropPosition = dropPosition;
    this.delta = delta;
  }
}
