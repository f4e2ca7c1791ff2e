import type { RankTable } from "./rank-table.ts";

/** `matrix[a][b]` is how many ballots rank option a above option b. */
export type PairwiseMatrix = readonly (readonly number[])[];

/** Compares every two options on every ballot; equal ranks, and two unranked, say nothing. */
export function comparePairs({ options, counts, ranks }: RankTable): PairwiseMatrix {
  const above = new Float64Array(options * options);
  for (let ballot = 0; ballot < counts.length; ballot++) {
    const count = counts[ballot] ?? 0;
    const row = ballot * options;
    for (let one = 0; one < options; one++) {
      const rank = ranks[row + one] ?? 0;
      const cells = one * options;
      for (let other = 0; other < options; other++) {
        // The sign bit instead of a branch, which a processor would guess wrong half of the time.
        const isAbove = (rank - (ranks[row + other] ?? 0)) >>> 31;
        above[cells + other] = (above[cells + other] ?? 0) + isAbove * count;
      }
    }
  }
  return Array.from({ length: options }, (_, option) =>
    Array.from(above.subarray(option * options, (option + 1) * options)),
  );
}

/** How many prefer `one` to `other`. */
export function prefer(matrix: PairwiseMatrix, one: number, other: number): number {
  return matrix[one]?.[other] ?? 0;
}

/** The option that beats every other in a direct comparison, if there is one. */
export function condorcetWinner(
  matrix: PairwiseMatrix,
  among: readonly number[] = [...matrix.keys()],
): number | null {
  const winner = among.find((one) =>
    among.every(
      (other) => other === one || prefer(matrix, one, other) > prefer(matrix, other, one),
    ),
  );
  return winner ?? null;
}
