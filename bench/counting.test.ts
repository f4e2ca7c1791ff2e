import { describe, expect, test } from "vitest";
import { layOut } from "#domain/governance/counting/papers.ts";
import { countScottish } from "#domain/governance/counting/scottish.ts";
import { bareCount } from "./bare-count.ts";
import { syntheticBallots } from "./synthetic-ballots.ts";

const size = { ballots: 500, candidates: 8 };

describe("what the counts are timed against", () => {
  test("the same seed gives the same ballots, as many as asked for", () => {
    const ballots = syntheticBallots({ ...size, seed: 3 });
    expect(ballots.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(syntheticBallots({ ...size, seed: 3 })).toEqual(ballots);
    expect(syntheticBallots({ ...size, seed: 4 })).not.toEqual(ballots);
  });

  test.each([1, 2, 3, 4, 5])("the bare loop elects whom the count elects (seed %d)", (seed) => {
    const papers = layOut(8, syntheticBallots({ ...size, seed }));
    const election = { papers, seats: 3, withdrawn: [] };
    const counted = countScottish(election, [0, 1, 2, 3, 4, 5, 6, 7]);
    expect(bareCount(papers, 3)).toEqual(counted.elected);
  });
});
