import type { Lot } from "#domain/governance/counting/lot.ts";
import type { RankedBallot } from "#domain/governance/counting/papers.ts";

/** What a count says, to be compared with another. */
export interface PlainCount {
  readonly elected: readonly number[];
  /** "first", "surplus 2", "exclude 0" and the votes of each candidate in lowest terms. */
  readonly stages: readonly { readonly did: string; readonly votes: readonly string[] }[];
}

/** Candidates, seats and the lot, as in the count that is checked. */
export interface PlainSetting {
  readonly candidates: number;
  readonly seats: number;
  readonly lot: Lot;
}

export type PlainRule = "scottish" | "wigm";

/** [numerator, denominator] */
type Ratio = readonly [bigint, bigint];

interface Paper {
  readonly ranking: readonly number[];
  value: Ratio;
  holder: number | null;
}

/**
 * A count by transfers written a second time, as plainly as it goes: every single ballot with its
 * own value, all votes added anew at every stage, fractions by hand. Slow, and apart from the code
 * that it checks: it shares no arithmetic, no piles and no ties with it.
 */
export function countPlainly(
  ballots: readonly RankedBallot[],
  setting: PlainSetting,
  rule: PlainRule,
): PlainCount {
  const count = new PlainTransfers(ballots, setting, rule);
  let did = "first";
  while (count.record(did)) did = count.step();
  return { elected: count.result(), stages: count.stages };
}

class PlainTransfers {
  readonly stages: { did: string; votes: string[] }[] = [];
  readonly #setting: PlainSetting;
  readonly #rule: PlainRule;
  readonly #papers: readonly Paper[];
  readonly #left: Set<number>;
  readonly #kept = new Map<number, Ratio>();
  readonly #elected: number[] = [];
  readonly #waiting = new Set<number>();
  readonly #history: Ratio[][] = [];
  readonly #quota: Ratio;

  constructor(ballots: readonly RankedBallot[], setting: PlainSetting, rule: PlainRule) {
    this.#setting = setting;
    this.#rule = rule;
    this.#left = new Set(setting.lot);
    this.#papers = ballots.flatMap(({ count, ranking }) =>
      Array.from({ length: count }, (): Paper => ({ ranking, value: [1n, 1n], holder: null })),
    );
    for (const paper of this.#papers) this.#hand(paper);
    const valid = BigInt(this.#papers.filter(({ holder }) => holder !== null).length);
    const places = BigInt(setting.seats + 1);
    this.#quota = rule === "wigm" ? [valid, places] : [valid / places + 1n, 1n];
  }

  /** Writes the stage down and elects; false when nothing is left to be done. */
  record(did: string): boolean {
    const votes = Array.from({ length: this.#setting.candidates }, (_, one) => this.#votesOf(one));
    this.#history.push(votes);
    this.stages.push({ did, votes: votes.map(text) });
    for (const one of this.#ranked()) {
      const above = order(votes[one] ?? this.#quota, this.#quota);
      if (this.#rule === "wigm" ? above <= 0 : above < 0) continue;
      this.#left.delete(one);
      this.#elected.push(one);
      if (above > 0) this.#waiting.add(one);
    }
    const vacancies = this.#setting.seats - this.#elected.length;
    return vacancies > 0 && this.#left.size > vacancies;
  }

  step(): string {
    const { lot } = this.#setting;
    const [first] = choose([...this.#waiting], this.#history, lot, 1);
    if (first !== undefined) return this.#passSurplus(first);
    const [last = 0] = choose([...this.#left], this.#history, lot, -1);
    this.#left.delete(last);
    for (const paper of this.#papers) if (paper.holder === last) this.#hand(paper);
    return `exclude ${last}`;
  }

  result(): number[] {
    return [...this.#elected, ...this.#ranked()].slice(0, this.#setting.seats);
  }

  #passSurplus(from: number): string {
    this.#waiting.delete(from);
    const had = this.#votesOf(from);
    const surplus = plus(had, [-this.#quota[0], this.#quota[1]]);
    for (const paper of this.#papers.filter(({ holder }) => holder === from)) {
      const value = over(by(paper.value, surplus), had);
      paper.value = this.#rule === "wigm" ? value : [(value[0] * 100_000n) / value[1], 100_000n];
      this.#hand(paper);
    }
    this.#kept.set(from, this.#quota);
    return `surplus ${from}`;
  }

  #hand(paper: Paper): void {
    paper.holder = paper.ranking.find((one) => this.#left.has(one)) ?? null;
  }

  #votesOf(one: number): Ratio {
    const held = this.#papers.filter(({ holder }) => holder === one);
    return (
      this.#kept.get(one) ?? held.reduce<Ratio>((sum, { value }) => plus(sum, value), [0n, 1n])
    );
  }

  #ranked(): number[] {
    return choose([...this.#left], this.#history.slice(-1), this.#setting.lot, 1);
  }
}

/** By the last stage, then each stage before it, then the lot; `sign` 1 for most votes first. */
function choose(
  tied: readonly number[],
  history: readonly (readonly Ratio[])[],
  lot: Lot,
  sign: 1 | -1,
): number[] {
  return tied.toSorted((one, other) => {
    for (const votes of history.toReversed()) {
      const difference = order(votes[other] ?? [0n, 1n], votes[one] ?? [0n, 1n]);
      if (difference !== 0) return sign * difference;
    }
    return lot.indexOf(one) - lot.indexOf(other);
  });
}

const plus = (a: Ratio, b: Ratio): Ratio => lowest([a[0] * b[1] + b[0] * a[1], a[1] * b[1]]);
const by = (a: Ratio, b: Ratio): Ratio => lowest([a[0] * b[0], a[1] * b[1]]);
const over = (a: Ratio, b: Ratio): Ratio => lowest([a[0] * b[1], a[1] * b[0]]);
const order = (a: Ratio, b: Ratio): number => Number(a[0] * b[1] - b[0] * a[1]);

function lowest([num, den]: Ratio): Ratio {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [num / a, den / a];
}

function text(value: Ratio): string {
  const [num, den] = lowest(value);
  return den === 1n ? String(num) : `${num}/${den}`;
}
