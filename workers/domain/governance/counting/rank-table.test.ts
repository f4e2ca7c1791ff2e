import { describe, expect, test } from "vitest";
import { ballots } from "#tests/voting/elections.ts";
import { layOut, MOST_BALLOTS } from "./papers.ts";
import { tableOf, tabulate, UNRANKED } from "./rank-table.ts";

describe("a table of ranks", () => {
  test("no rank is worse than every rank", () => {
    const { ranks } = tabulate(3, [{ count: 2, ranks: [2, null, 99] }]);
    expect([...ranks]).toEqual([2, UNRANKED, 99]);
    expect(UNRANKED).toBeGreaterThan(99);
  });

  test("the place on a ranked paper is the rank", () => {
    const { ranks, counts } = tableOf(layOut(3, ballots("4 CA", "1 B")));
    expect([...ranks]).toEqual([2, UNRANKED, 1, UNRANKED, 1, UNRANKED]);
    expect([...counts]).toEqual([4, 1]);
  });

  test("a ballot has a rank, or none, for every option", () => {
    expect(() => tabulate(3, [{ count: 1, ranks: [1, 2] }])).toThrow("every option");
  });

  test.each([-1, 1.5, UNRANKED])("%d is no rank", (rank) => {
    expect(() => tabulate(1, [{ count: 1, ranks: [rank] }])).toThrow("is a rank");
  });

  test("ballots are counted whole, and no more than can be added exactly", () => {
    expect(() => tabulate(1, [{ count: 0, ranks: [1] }])).toThrow("whole");
    expect(() => tabulate(1, [{ count: MOST_BALLOTS + 1, ranks: [1] }])).toThrow("exactly");
  });
});
