import { invariant } from "#domain/kernel/invariant.ts";

/** Equal ballots that rank candidates: how many, and the candidates' indexes, best first. */
export interface RankedBallot {
  readonly count: number;
  /** Indexes from 0; may stop early; nobody stands twice. */
  readonly ranking: readonly number[];
}

/**
 * Ranked ballots laid out flat, so that counting 100,000 of them touches no object.
 * Paper `p` stands for `counts[p]` equal ballots, and ranks
 * `ranked[starts[p]] … ranked[starts[p + 1] - 1]`, best first.
 */
export interface Papers {
  readonly candidates: number;
  readonly counts: Float64Array;
  readonly starts: Uint32Array;
  readonly ranked: Uint16Array;
}

/** More than any electorate of one network; keeps every sum of whole votes exact. */
export const MOST_BALLOTS = 9_000_000;

/**
 * @throws BrokenInvariant on a count that is no whole number above zero, a candidate that does
 * not exist or stands twice on a ballot, or more than `MOST_BALLOTS` ballots: readers check first.
 */
export function layOut(candidates: number, ballots: readonly RankedBallot[]): Papers {
  const length = ballots.reduce((sum, { ranking }) => sum + ranking.length, 0);
  const counts = new Float64Array(ballots.length);
  const starts = new Uint32Array(ballots.length + 1);
  const ranked = new Uint16Array(length);
  let total = 0;
  let end = 0;
  for (const [paper, { count, ranking }] of ballots.entries()) {
    invariant(Number.isSafeInteger(count) && count > 0, `${count} ballots are a whole number`);
    counts[paper] = count;
    total += count;
    for (const candidate of ranking) ranked[end++] = candidate;
    starts[paper + 1] = end;
  }
  invariant(total <= MOST_BALLOTS, `${total} ballots can be counted exactly`);
  const papers = { candidates, counts, starts, ranked };
  invariant(isOnceEach(papers), "a ballot names candidates that exist, each once");
  return papers;
}

/** Whether every paper names candidates that exist, each at most once. */
export function isOnceEach({ candidates, starts, ranked }: Papers): boolean {
  const seen = new Int32Array(candidates).fill(-1);
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const candidate = ranked[at] ?? 0;
      if (candidate >= candidates || seen[candidate] === paper) return false;
      seen[candidate] = paper;
    }
  }
  return true;
}

/** The papers as ballots again, in the order they lie. */
export function rankedBallots({ counts, starts, ranked }: Papers): RankedBallot[] {
  return Array.from(counts, (count, paper) => ({
    count,
    ranking: [...ranked.subarray(starts[paper], starts[paper + 1])],
  }));
}
