import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polls } from "#tests/voting/elections.ts";
import { comparePairs, condorcetWinner, prefer } from "./pairwise.ts";
import { tabulate } from "./rank-table.ts";

describe("comparing options two by two", () => {
  test("a smaller rank is above, equal ranks say nothing, no rank is below all", () => {
    const matrix = comparePairs(
      tabulate(3, [
        { count: 3, ranks: [1, 2, null] },
        { count: 2, ranks: [2, 2, 1] },
        { count: 1, ranks: [null, 1, null] },
      ]),
    );
    expect(matrix).toEqual([
      [0, 3, 3],
      [1, 0, 4],
      [2, 2, 0],
    ]);
  });

  test("no pair gets more voices than there are ballots", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots }) => {
        const matrix = comparePairs(tabulate(options, ballots));
        const cast = ballots.reduce((sum, { count }) => sum + count, 0);
        for (const one of matrix.keys()) {
          for (const other of matrix.keys()) {
            expect(prefer(matrix, one, other) + prefer(matrix, other, one)).toBeLessThanOrEqual(
              one === other ? 0 : cast,
            );
          }
        }
      }),
    );
  });

  test("who beats everybody is the Condorcet winner; in a circle there is none", () => {
    const straight = tabulate(3, [
      { count: 2, ranks: [1, 2, 3] },
      { count: 1, ranks: [3, 1, 2] },
    ]);
    const circle = tabulate(3, [
      { count: 1, ranks: [1, 2, 3] },
      { count: 1, ranks: [3, 1, 2] },
      { count: 1, ranks: [2, 3, 1] },
    ]);
    expect(condorcetWinner(comparePairs(straight))).toBe(0);
    expect(condorcetWinner(comparePairs(circle))).toBeNull();
  });
});
