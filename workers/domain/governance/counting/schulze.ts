import { invariant } from "#domain/kernel/invariant.ts";
import { type Draw, isLot, type Lot, settle } from "./lot.ts";
import { comparePairs, type PairwiseMatrix, prefer } from "./pairwise.ts";
import type { RankTable } from "./rank-table.ts";

export interface SchulzeResult {
  readonly matrix: PairwiseMatrix;
  /** `strengths[a][b]`: the weakest link of the strongest path from a to b, 0 without a path. */
  readonly strengths: PairwiseMatrix;
  /** Whom nobody beats by paths: one, or several who are tied. */
  readonly winners: readonly number[];
  /** All options, best first; where paths do not order them, the lot does. */
  readonly order: readonly number[];
  readonly draws: readonly Draw[];
}

/**
 * Schulze's method (Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", 2011): a beats b when the strongest path
 * from a to b is stronger than any back; a link is as strong as its winning votes.
 */
export function countSchulze(table: RankTable, lot: Lot): SchulzeResult {
  invariant(isLot(lot, table.options), "the lot names every option once");
  const matrix = comparePairs(table);
  const strengths = strongestPaths(matrix);
  const options = [...matrix.keys()];
  const draws: Draw[] = [];
  return {
    matrix,
    strengths,
    winners: unbeaten(options, strengths),
    order: inOrder(options, strengths, { lot, draws }),
    draws,
  };
}

/** Floyd and Warshall's, with the weakest link for the sum and the strongest path for the least. */
function strongestPaths(matrix: PairwiseMatrix): number[][] {
  const strengths = matrix.map((row, one) =>
    row.map((votes, other) => (votes > prefer(matrix, other, one) ? votes : 0)),
  );
  for (const [over, onwards] of strengths.entries()) {
    for (const [from, row] of strengths.entries()) {
      if (from === over) continue;
      const reach = row[over] ?? 0;
      for (const [to, direct] of row.entries()) {
        if (to !== from) row[to] = Math.max(direct, Math.min(reach, onwards[to] ?? 0));
      }
    }
  }
  return strengths;
}

function unbeaten(options: readonly number[], strengths: PairwiseMatrix): number[] {
  return options.filter((one) =>
    options.every((other) => prefer(strengths, one, other) >= prefer(strengths, other, one)),
  );
}

/** Beating by paths is transitive, so somebody is always unbeaten among those left. */
function inOrder(
  options: readonly number[],
  strengths: PairwiseMatrix,
  { lot, draws }: { readonly lot: Lot; readonly draws: Draw[] },
): number[] {
  const left = new Set(options);
  const order: number[] = [];
  while (left.size > 0) {
    const best = settle(unbeaten([...left], strengths), "rank", lot, draws);
    left.delete(best);
    order.push(best);
  }
  return order;
}
