import { describe, expect, test } from "vitest";
import { fraction } from "./fraction.ts";
import { atTheEnd, byLatestDifference } from "./tie.ts";

const votes = (...counts: readonly number[]) => counts.map((count) => fraction(count));

describe("a tie", () => {
  test("is among those with the most, or the fewest, votes", () => {
    expect(atTheEnd([0, 1, 2, 3], votes(5, 3, 5, 3), "most")).toEqual([0, 2]);
    expect(atTheEnd([0, 1, 2, 3], votes(5, 3, 5, 3), "fewest")).toEqual([1, 3]);
    expect(atTheEnd([0, 2], votes(5, 3, 7, 3), "fewest")).toEqual([0]);
  });

  test("is settled at the latest stage in which the tied differ", () => {
    const earlier = [votes(1, 2), votes(4, 3), votes(6, 6)];
    expect(byLatestDifference([0, 1], earlier, "fewest")).toEqual([1]);
    expect(byLatestDifference([0, 1], earlier, "most")).toEqual([0]);
  });

  test("of three looks further back for the two who were equal there too", () => {
    const earlier = [votes(1, 2, 0), votes(3, 3, 4)];
    expect(byLatestDifference([0, 1, 2], earlier, "fewest")).toEqual([0]);
  });

  test("that never differed is left to the lot", () => {
    expect(byLatestDifference([0, 1], [votes(2, 2), votes(3, 3)], "fewest")).toEqual([0, 1]);
  });
});
