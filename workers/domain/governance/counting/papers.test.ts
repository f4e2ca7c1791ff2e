import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elections } from "#tests/voting/elections.ts";
import { isOnceEach, layOut, MOST_BALLOTS, rankedBallots } from "./papers.ts";

describe("ranked ballots laid out", () => {
  test("they read back as they were", () => {
    fc.assert(
      fc.property(elections, ({ candidates, ballots }) => {
        expect(rankedBallots(layOut(candidates, ballots))).toEqual(ballots);
      }),
    );
  });

  test("a blank ballot is kept and ranks nobody", () => {
    expect(rankedBallots(layOut(2, [{ count: 3, ranking: [] }]))).toEqual([
      { count: 3, ranking: [] },
    ]);
  });

  test.each([0, -1, 1.5, Number.NaN])("there cannot be %d ballots", (count) => {
    expect(() => layOut(2, [{ count, ranking: [0] }])).toThrow("whole number");
  });

  test("nobody stands twice on a ballot, and nobody unknown", () => {
    expect(() => layOut(2, [{ count: 1, ranking: [1, 1] }])).toThrow("each once");
    expect(() => layOut(2, [{ count: 1, ranking: [2] }])).toThrow("each once");
  });

  test("the same candidate may stand on the ballots of two people", () => {
    const papers = layOut(2, [
      { count: 1, ranking: [1] },
      { count: 1, ranking: [1, 0] },
    ]);
    expect(isOnceEach(papers)).toBe(true);
  });

  test("as many ballots as can be counted exactly, and not one more", () => {
    expect(layOut(1, [{ count: MOST_BALLOTS, ranking: [0] }]).counts[0]).toBe(MOST_BALLOTS);
    expect(() => layOut(1, [{ count: MOST_BALLOTS + 1, ranking: [0] }])).toThrow("exactly");
  });
});
