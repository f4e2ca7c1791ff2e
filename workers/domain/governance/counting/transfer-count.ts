import { invariant } from "#domain/kernel/invariant.ts";
import { add, compare, fraction, type Fraction, subtract, sum, times } from "./fraction.ts";
import { type Draw, isLot, type Lot, settle } from "./lot.ts";
import { type Moved, Piles } from "./piles.ts";
import type { Election, Stage, StageAction, TransferResult } from "./stage.ts";
import { atTheEnd, byLatestDifference, type End } from "./tie.ts";

/** Where one rule of the single transferable vote differs from another. */
export interface TransferRule {
  /** What a ballot is worth at first; all votes are sums of such values. */
  readonly one: Fraction;
  quota(valid: number, seats: number): Fraction;
  isElected(votes: Fraction, quota: Fraction): boolean;
  /** The new value of a paper that was worth `value` with a candidate who has a surplus. */
  passOn(value: Fraction, surplus: Fraction, votes: Fraction): Fraction;
}

/**
 * Counts by transfers, stage by stage: first preferences, then one surplus (largest first) or,
 * when there is none, one exclusion (fewest votes first), until the seats are filled or as many
 * candidates are left as vacancies. The order of the papers never matters.
 * @throws BrokenInvariant unless the lot names every candidate once and a seat is to be filled.
 */
export function countTransfers(election: Election, rule: TransferRule, lot: Lot): TransferResult {
  return new TransferCount(election, rule, lot).run();
}

class TransferCount {
  readonly #rule: TransferRule;
  readonly #seats: number;
  readonly #lot: Lot;
  readonly #piles: Piles;
  /** 1 for candidates who are neither elected nor out: only they receive papers. */
  readonly #continuing: Uint8Array;
  /** The value of each class of papers; only ever added to. */
  readonly #values: Fraction[];
  readonly #votes: Fraction[];
  readonly #elected: number[] = [];
  readonly #withSurplus = new Set<number>();
  readonly #stages: Stage[] = [];
  readonly #draws: Draw[] = [];
  #valid = 0;
  #quota: Fraction;

  constructor({ papers, seats, withdrawn }: Election, rule: TransferRule, lot: Lot) {
    invariant(isLot(lot, papers.candidates), "the lot names every candidate once");
    invariant(Number.isSafeInteger(seats) && seats > 0, `${seats} seats are to be filled`);
    this.#rule = rule;
    this.#seats = seats;
    this.#lot = lot;
    this.#piles = new Piles(papers);
    this.#continuing = new Uint8Array(papers.candidates).fill(1);
    for (const candidate of withdrawn) this.#continuing[candidate] = 0;
    this.#values = [rule.one];
    this.#quota = rule.one;
    this.#votes = Array.from({ length: papers.candidates }, () => times(rule.one, 0));
  }

  run(): TransferResult {
    this.#dealFirstPreferences();
    while (this.#vacancies() > 0 && this.#left().length > this.#vacancies()) {
      if (this.#withSurplus.size > 0) this.#passSurplus();
      else this.#exclude();
    }
    const rest = this.#left().slice(0, this.#vacancies());
    return {
      valid: this.#valid,
      quota: this.#quota,
      elected: [...this.#elected, ...rest],
      stages: this.#stages,
      draws: this.#draws,
    };
  }

  #dealFirstPreferences(): void {
    const moved = this.#piles.deal(this.#continuing);
    this.#valid = moved.ballots.reduce((total, count) => total + count, 0);
    this.#quota = this.#rule.quota(this.#valid, this.#seats);
    this.#receive(moved);
    this.#close({ kind: "first preferences" });
  }

  #passSurplus(): void {
    const candidate = this.#choose([...this.#withSurplus], "most", "surplus");
    this.#withSurplus.delete(candidate);
    const votes = this.#votesOf(candidate);
    const surplus = subtract(votes, this.#quota);
    const into = this.#values.map((value) =>
      this.#classOf(this.#rule.passOn(value, surplus, votes)),
    );
    this.#votes[candidate] = this.#quota;
    this.#receive(this.#piles.pass(candidate, this.#continuing, Uint32Array.from(into)));
    this.#close({ kind: "surplus", candidate });
  }

  #exclude(): void {
    const candidate = this.#choose(this.#left(), "fewest", "exclude");
    this.#continuing[candidate] = 0;
    this.#votes[candidate] = times(this.#rule.one, 0);
    const into = Uint32Array.from(this.#values.keys());
    this.#receive(this.#piles.pass(candidate, this.#continuing, into));
    this.#close({ kind: "exclude", candidate });
  }

  #receive({ classes, ballots }: Moved): void {
    const candidates = this.#votes.length;
    for (let valueClass = 0; valueClass < classes; valueClass++) {
      const value = this.#values[valueClass] ?? this.#rule.one;
      for (let candidate = 0; candidate < candidates; candidate++) {
        const count = ballots[valueClass * candidates + candidate] ?? 0;
        if (count === 0) continue;
        this.#votes[candidate] = add(this.#votesOf(candidate), times(value, count));
      }
    }
  }

  /** Elects who has the quota, and writes the stage down. */
  #close(action: StageAction): void {
    const elected = this.#left().filter((candidate) =>
      this.#rule.isElected(this.#votesOf(candidate), this.#quota),
    );
    for (const candidate of elected) {
      this.#continuing[candidate] = 0;
      this.#elected.push(candidate);
      if (compare(this.#votesOf(candidate), this.#quota) > 0) this.#withSurplus.add(candidate);
    }
    const nonTransferable = subtract(fraction(this.#valid), sum(this.#votes));
    this.#stages.push({ action, votes: [...this.#votes], nonTransferable, elected });
  }

  #choose(candidates: readonly number[], end: End, purpose: "surplus" | "exclude"): number {
    const tied = atTheEnd(candidates, this.#votes, end);
    const earlier = this.#stages.slice(0, -1).map((stage) => stage.votes);
    return settle(byLatestDifference(tied, earlier, end), purpose, this.#lot, this.#draws);
  }

  #classOf(value: Fraction): number {
    const known = this.#values.findIndex((one) => compare(one, value) === 0);
    return known >= 0 ? known : this.#values.push(value) - 1;
  }

  #vacancies(): number {
    return this.#seats - this.#elected.length;
  }

  /** Continuing candidates, most votes first; the lot orders equals, which decides nothing. */
  #left(): number[] {
    return this.#lot
      .filter((candidate) => this.#continuing[candidate] === 1)
      .toSorted((one, other) => compare(this.#votesOf(other), this.#votesOf(one)));
  }

  #votesOf(candidate: number): Fraction {
    const votes = this.#votes[candidate];
    invariant(votes !== undefined, `candidate ${candidate} stands`);
    return votes;
  }
}
