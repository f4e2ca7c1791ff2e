import { expect, test } from "vitest";
import { type Fraction, fraction } from "#domain/governance/counting/fraction.ts";
import type { VotingBallot } from "./count-call.ts";
import { bundled } from "./whole-ballots.ts";

const ballot = (votes: Fraction, vote: "yes" | "no"): VotingBallot => ({
  name: "t",
  class: "",
  basis: "head",
  weight: votes,
  votes,
  choice: { vote },
});

test("equal ballots lie together, in an order of their own", () => {
  const bundles = [
    { count: 1, choice: { vote: "no" } },
    { count: 3, choice: { vote: "yes" } },
  ];
  const ballots = [
    ballot(fraction(2), "yes"),
    ballot(fraction(1), "no"),
    ballot(fraction(1), "yes"),
  ];
  expect(bundled(ballots)).toEqual({ bundles, perVote: 1n });
  expect(bundled(ballots.toReversed())).toEqual({ bundles, perVote: 1n });
});

test("broken votes become whole ballots, and all others as many more", () => {
  expect(bundled([ballot(fraction(2, 4), "yes"), ballot(fraction(1), "no")])).toEqual({
    bundles: [
      { count: 2, choice: { vote: "no" } },
      { count: 1, choice: { vote: "yes" } },
    ],
    perVote: 2n,
  });
});

test("more ballots than can be counted are cut, and nobody gets more than their part", () => {
  const { bundles, perVote } = bundled([
    ballot(fraction(1, 9_999_991), "yes"),
    ballot(fraction(1), "no"),
  ]);
  expect(perVote).toBe(8_999_999n);
  expect(bundles).toEqual([{ count: 8_999_999, choice: { vote: "no" } }]);
});
