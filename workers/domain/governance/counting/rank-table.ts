import { invariant } from "#domain/kernel/invariant.ts";
import { MOST_BALLOTS, type Papers } from "./papers.ts";

/** Equal ballots that give each option a rank: smaller is better, null is below all ranked. */
export interface WeakBallot {
  readonly count: number;
  /** By option; equal ranks say that the voter does not mind. */
  readonly ranks: readonly (number | null)[];
}

/** The rank of option `o` on ballot `b` is `ranks[b * options + o]`, `UNRANKED` if it has none. */
export interface RankTable {
  readonly options: number;
  readonly counts: Float64Array;
  readonly ranks: Int32Array;
}

/** Worse than every rank. */
export const UNRANKED = 0x7f_ff_ff_ff;

/**
 * @throws BrokenInvariant on a count or a rank that is no whole number in bounds, a ballot of
 * another length, or more than `MOST_BALLOTS` ballots: readers check first.
 */
export function tabulate(options: number, ballots: readonly WeakBallot[]): RankTable {
  const counts = Float64Array.from(ballots, ({ count }) => count);
  const ranks = new Int32Array(ballots.length * options).fill(UNRANKED);
  for (const [row, ballot] of ballots.entries()) {
    invariant(ballot.ranks.length === options, "a ballot has a rank, or null, for every option");
    for (const [option, rank] of ballot.ranks.entries()) {
      if (rank === null) continue;
      invariant(Number.isInteger(rank) && rank >= 0 && rank < UNRANKED, `${rank} is a rank`);
      ranks[row * options + option] = rank;
    }
  }
  invariant(
    counts.every((count) => Number.isSafeInteger(count) && count > 0),
    "counts of ballots are whole numbers above zero",
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  invariant(total <= MOST_BALLOTS, `${total} ballots can be counted exactly`);
  return { options, counts, ranks };
}

/** Ranked papers as a table: the place on the paper is the rank. */
export function tableOf({ candidates, counts, starts, ranked }: Papers): RankTable {
  const ranks = new Int32Array(counts.length * candidates).fill(UNRANKED);
  for (let paper = 0; paper < counts.length; paper++) {
    const start = starts[paper] ?? 0;
    for (let at = start; at < (starts[paper + 1] ?? 0); at++) {
      ranks[paper * candidates + (ranked[at] ?? 0)] = at - start + 1;
    }
  }
  return { options: candidates, counts, ranks };
}
