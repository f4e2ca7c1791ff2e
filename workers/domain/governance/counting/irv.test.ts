import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballots, electionOf, elections, inOrder } from "#tests/voting/elections.ts";
import { fractionText } from "./fraction.ts";
import { countIrv } from "./irv.ts";
import { countScottish } from "./scottish.ts";
import type { TransferResult } from "./stage.ts";

/** What both counts must say alike. */
function told({ valid, elected, stages, draws, quota }: TransferResult) {
  return {
    valid,
    elected,
    quota: fractionText(quota),
    draws: draws.map(({ among, taken }) => [among.toSorted((one, other) => one - other), taken]),
    stages: stages.map(({ action, votes, elected: reached }) => ({
      action,
      reached,
      votes: votes.map(fractionText),
    })),
  };
}

describe("instant run-off", () => {
  test("more than half at once needs no second round", () => {
    const { elected, stages } = countIrv(
      electionOf({ candidates: 3, seats: 1 }, ballots("5 A", "3 B", "1 C")),
      inOrder(3),
    );
    expect({ elected, rounds: stages.length }).toEqual({ elected: [0], rounds: 1 });
  });

  test("half is not more than half", () => {
    const { stages } = countIrv(
      electionOf({ candidates: 3, seats: 1 }, ballots("4 A", "3 B", "1 CB")),
      inOrder(3),
    );
    expect(stages[0]?.elected).toEqual([]);
  });

  test("the last one's ballots go to whom they rank next, and may turn the result", () => {
    const { elected, stages } = countIrv(
      electionOf({ candidates: 3, seats: 1 }, ballots("4 A", "3 B", "2 CB")),
      inOrder(3),
    );
    expect(elected).toEqual([1]);
    expect(stages.at(-1)?.votes.map(fractionText)).toEqual(["4", "5", "0"]);
  });

  test("ballots that rank nobody left are counted apart", () => {
    const { stages } = countIrv(
      electionOf({ candidates: 3, seats: 1 }, ballots("3 A", "3 B", "1 C")),
      inOrder(3),
    );
    expect(stages.map(({ nonTransferable }) => fractionText(nonTransferable))).toEqual([
      "0",
      "1",
      "4",
    ]);
  });

  test("it equals Scottish STV with one seat, stage by stage", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const election = { ...electionOf(drawn, drawn.ballots), seats: 1 };
        expect(told(countIrv(election, drawn.lot))).toEqual(
          told(countScottish(election, drawn.lot)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
