import { growTree, type PreferenceTree } from "./preference-tree.ts";
import type { Papers } from "./papers.ts";

/** Nine decimals: all weights, keep factors and votes of the Meek count are in this unit. */
export const ONE = 1_000_000_000;

/**
 * How much of each ballot a candidate keeps, and the votes that follow from it. Doubles are used
 * as integers only: a product of two nine-decimal numbers is taken in two halves, and votes stay
 * below 2^53 for as many ballots as papers may hold.
 */
export class KeepFactors {
  readonly factors: Float64Array;
  readonly votes: Float64Array;
  readonly #tree: PreferenceTree;

  constructor(papers: Papers, stands: Uint8Array) {
    this.#tree = growTree(papers, stands);
    this.factors = Float64Array.from(stands, (one) => one * ONE);
    this.votes = new Float64Array(papers.candidates);
  }

  /** Gives every ballot out anew: each candidate keeps a factor of what still comes by. */
  distribute(): void {
    this.votes.fill(0);
    this.#giveOut(0, ONE);
  }

  #giveOut(parent: number, weight: number): void {
    const { candidate: of, ballots, firstChild, nextSibling } = this.#tree;
    let node = firstChild[parent] ?? 0;
    for (; node !== 0; node = nextSibling[node] ?? 0) {
      const candidate = of[node] ?? 0;
      const kept = productUp(weight, this.factors[candidate] ?? 0);
      this.votes[candidate] = (this.votes[candidate] ?? 0) + kept * (ballots[node] ?? 0);
      if (kept < weight) this.#giveOut(node, weight - kept);
    }
  }
}

const HALF = 32_768;

/** one × other / 10^9, rounded up; both are whole numbers from 0 to 10^9. */
export function productUp(one: number, other: number): number {
  if (other === ONE) return one;
  if (other === 0) return 0;
  const high = Math.floor(one / HALF) * other;
  const whole = Math.floor(high / ONE);
  const low = (high - whole * ONE) * HALF + (one % HALF) * other;
  return whole * HALF + Math.ceil(low / ONE);
}

/** one × other / divisor, rounded up. */
export function quotientUp(one: number, other: number, divisor: number): number {
  const divide = BigInt(divisor);
  return Number((BigInt(one) * BigInt(other) + divide - 1n) / divide);
}
