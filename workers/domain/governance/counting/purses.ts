/** What a project would cost each of its supporters who can still pay in full. */
export interface Price {
  /** The most that one supporter pays is `paid / payers`, in units of 1 / `Purses.unit`. */
  readonly paid: bigint;
  /** How many pay that much; the others give all they have left. */
  readonly payers: bigint;
}

/**
 * The voters' money, exactly: every balance is a whole number of one shared unit, and a purchase
 * that needs a finer one divides the unit. Group `g` is `voters[g]` voters, each with
 * `balances[g]`.
 */
export class Purses {
  readonly #voters: readonly bigint[];
  #balances: bigint[];
  /** How many units are one unit of currency. */
  #unit: bigint;

  constructor(voters: readonly number[], each: { readonly num: bigint; readonly den: bigint }) {
    this.#voters = voters.map(BigInt);
    this.#balances = voters.map(() => each.num);
    this.#unit = each.den;
  }

  get unit(): bigint {
    return this.#unit;
  }

  /**
   * The smallest cap at which the supporters together pay the cost, each as much as they have
   * left but not above the cap; null when they cannot pay it. Who has less than the cap is found
   * in passes: leaving them out raises the cap, which may leave out more.
   */
  priceOf(cost: bigint, supporters: readonly number[]): Price | null {
    let open = supporters;
    let paid = cost * this.#unit;
    let payers = this.#count(open);
    while (payers > 0n) {
      // Whole balances at least paid / payers are those at least that, rounded up.
      const cap = (paid + payers - 1n) / payers;
      const able: number[] = [];
      for (const group of open) {
        const balance = this.#balances[group] ?? 0n;
        if (balance >= cap) able.push(group);
        else {
          const voters = this.#voters[group] ?? 0n;
          paid -= balance * voters;
          payers -= voters;
        }
      }
      if (able.length === open.length) return { paid, payers };
      open = able;
    }
    return null;
  }

  /** Takes the price from every supporter, or all they have left where that is less. */
  pay({ paid, payers }: Price, supporters: readonly number[]): void {
    this.#unit *= payers;
    this.#balances = this.#balances.map((balance) => balance * payers);
    for (const group of supporters) {
      const left = (this.#balances[group] ?? 0n) - paid;
      this.#balances[group] = left > 0n ? left : 0n;
    }
  }

  #count(groups: readonly number[]): bigint {
    return groups.reduce((total, group) => total + (this.#voters[group] ?? 0n), 0n);
  }
}
