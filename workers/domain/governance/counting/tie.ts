import { compare, type Fraction } from "./fraction.ts";

/** Which end of the votes a tie looks for. */
export type End = "most" | "fewest";

/** The candidates with the most (or fewest) votes, in the order given. */
export function atTheEnd(
  candidates: readonly number[],
  votes: readonly Fraction[],
  end: End,
): readonly number[] {
  let found: number[] = [];
  for (const candidate of candidates) {
    const order = found.length === 0 ? 1 : against(candidate, found[0] ?? 0, votes, end);
    if (order > 0) found = [candidate];
    else if (order === 0) found.push(candidate);
  }
  return found;
}

/**
 * Looks back for the latest stage in which the tied differ, and keeps those at the wanted end of
 * it; who is still tied there is compared at the stages before it (SSI 2007/42, art. 49 and 51).
 * @param earlier votes by candidate at the end of each earlier stage, first stage first
 */
export function byLatestDifference(
  tied: readonly number[],
  earlier: readonly (readonly Fraction[])[],
  end: End,
): readonly number[] {
  return earlier.reduceRight<readonly number[]>(
    (left, votes) => (left.length > 1 ? atTheEnd(left, votes, end) : left),
    tied,
  );
}

function against(candidate: number, best: number, votes: readonly Fraction[], end: End): number {
  const [own, others] = [votes[candidate], votes[best]];
  if (own === undefined || others === undefined) return -1;
  return end === "most" ? compare(own, others) : compare(others, own);
}
