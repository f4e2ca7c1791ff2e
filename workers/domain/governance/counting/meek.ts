import { invariant } from "#domain/kernel/invariant.ts";
import { fraction, type Fraction } from "./fraction.ts";
import { KeepFactors, ONE, quotientUp } from "./keep-factors.ts";
import { type Draw, isLot, type Lot, settle } from "./lot.ts";
import type { Election } from "./stage.ts";

/** One round: ballots are given out until somebody is elected or the surplus is small enough. */
export interface MeekRound {
  readonly iterations: number;
  readonly quota: Fraction;
  /** By candidate, as the round ended. */
  readonly votes: readonly Fraction[];
  readonly elected: readonly number[];
  readonly defeated: number | null;
}

export interface MeekResult {
  readonly elected: readonly number[];
  readonly finalQuota: Fraction;
  readonly rounds: readonly MeekRound[];
  readonly draws: readonly Draw[];
}

/** A surplus below one millionth of a vote is none. */
const OMEGA = ONE / 1_000_000;

/**
 * Meek's single transferable vote by the reference rule of the Proportional Representation
 * Foundation: nine decimals, kept weights and keep factors rounded up, omega 0.000001, one
 * candidate defeated at a time, ties by lot. Elected candidates keep a share of each ballot that
 * reaches them, and the rest goes on, so the quota falls as ballots run out.
 */
export function countMeek(election: Election, lot: Lot): MeekResult {
  return new MeekCount(election, lot).run();
}

class MeekCount {
  readonly #seats: number;
  readonly #lot: Lot;
  readonly #hopeful: Set<number>;
  readonly #elected: number[] = [];
  readonly #keep: KeepFactors;
  readonly #rounds: MeekRound[] = [];
  readonly #draws: Draw[] = [];
  #quota = 0;

  constructor({ papers, seats, withdrawn }: Election, lot: Lot) {
    invariant(isLot(lot, papers.candidates), "the lot names every candidate once");
    invariant(Number.isSafeInteger(seats) && seats > 0, `${seats} seats are to be filled`);
    this.#seats = seats;
    this.#lot = lot;
    this.#hopeful = new Set(lot.filter((candidate) => !withdrawn.includes(candidate)));
    const stands = Uint8Array.from(lot, (_, index) => (this.#hopeful.has(index) ? 1 : 0));
    this.#keep = new KeepFactors(papers, stands);
  }

  run(): MeekResult {
    while (this.#vacancies() > 0 && this.#hopeful.size > this.#vacancies()) this.#round();
    const rest = this.#byVotes([...this.#hopeful]).slice(0, this.#vacancies());
    return {
      elected: [...this.#elected, ...rest],
      finalQuota: fraction(BigInt(this.#quota), BigInt(ONE)),
      rounds: this.#rounds,
      draws: this.#draws,
    };
  }

  #round(): void {
    let surplus = Number.POSITIVE_INFINITY;
    for (let iterations = 1; ; iterations++) {
      this.#giveOut();
      const reached = this.#electThoseWithQuota();
      if (reached.length > 0) {
        this.#close(iterations, { elected: reached, defeated: null });
        return;
      }
      const before = surplus;
      surplus = this.#totalSurplus();
      if (surplus < OMEGA || surplus >= before) {
        this.#close(iterations, { elected: [], defeated: this.#defeat(surplus) });
        return;
      }
      this.#lowerFactors();
    }
  }

  #giveOut(): void {
    this.#keep.distribute();
    const total = this.#keep.votes.reduce((sum, votes) => sum + votes, 0);
    this.#quota = Number(BigInt(total) / BigInt(this.#seats + 1)) + 1;
  }

  #electThoseWithQuota(): number[] {
    const reached = [...this.#hopeful].filter((one) => this.#votesOf(one) >= this.#quota);
    for (const candidate of reached) this.#hopeful.delete(candidate);
    const inOrder = this.#byVotes(reached);
    this.#elected.push(...inOrder);
    return inOrder;
  }

  #totalSurplus(): number {
    const surplus = this.#elected.reduce(
      (total, candidate) => total + this.#votesOf(candidate) - this.#quota,
      0,
    );
    return Math.max(0, surplus);
  }

  #lowerFactors(): void {
    const { factors } = this.#keep;
    for (const candidate of this.#elected) {
      const kept = quotientUp(factors[candidate] ?? 0, this.#quota, ONE);
      factors[candidate] = quotientUp(kept, ONE, this.#votesOf(candidate));
    }
  }

  /** Who could still be last once the surplus is given out counts as tied with the last. */
  #defeat(surplus: number): number {
    const hopeful = [...this.#hopeful];
    const fewest = hopeful.reduce(
      (least, candidate) => Math.min(least, this.#votesOf(candidate)),
      Number.POSITIVE_INFINITY,
    );
    const tied = hopeful.filter((candidate) => this.#votesOf(candidate) <= fewest + surplus);
    const defeated = settle(tied, "exclude", this.#lot, this.#draws);
    this.#hopeful.delete(defeated);
    this.#keep.factors[defeated] = 0;
    return defeated;
  }

  #close(iterations: number, what: Pick<MeekRound, "elected" | "defeated">): void {
    const votes = Array.from(this.#keep.votes, (one) => fraction(one, ONE));
    this.#rounds.push({ iterations, quota: fraction(this.#quota, ONE), votes, ...what });
  }

  #vacancies(): number {
    return this.#seats - this.#elected.length;
  }

  /** Most votes first; the lot orders equals, which decides nothing. */
  #byVotes(candidates: readonly number[]): number[] {
    return this.#lot
      .filter((candidate) => candidates.includes(candidate))
      .toSorted((one, other) => this.#votesOf(other) - this.#votesOf(one));
  }

  #votesOf(candidate: number): number {
    return this.#keep.votes[candidate] ?? 0;
  }
}
