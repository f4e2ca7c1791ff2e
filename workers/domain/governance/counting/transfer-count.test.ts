import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ballots,
  electionOf,
  elections,
  inOrder,
  letters,
  moved,
  renamedIndexes,
} from "#tests/voting/elections.ts";
import { add, compare, fraction, fractionText, sum } from "./fraction.ts";
import { rankedBallots } from "./papers.ts";
import { countScottish } from "./scottish.ts";
import type { TransferResult } from "./stage.ts";
import { countWigm } from "./wigm.ts";

const rules = [
  ["Scottish", countScottish],
  ["exact WIGM", countWigm],
] as const;

/** A result as plain text, so that fractions in other terms compare equal. */
function plain(result: TransferResult) {
  return {
    ...result,
    quota: fractionText(result.quota),
    draws: result.draws.map(({ among, taken }) => [
      among.toSorted((one, other) => one - other),
      taken,
    ]),
    stages: result.stages.map((stage) => ({
      ...stage,
      votes: stage.votes.map(fractionText),
      nonTransferable: fractionText(stage.nonTransferable),
    })),
  };
}

describe.each(rules)("a count by transfers (%s)", (_, count) => {
  test("the order of the ballots, and how they are bundled, change nothing", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const one = count(electionOf(drawn, drawn.ballots), drawn.lot);
        const other = count(electionOf(drawn, drawn.shuffled), drawn.lot);
        expect(plain(other)).toEqual(plain(one));
      }),
    );
  });

  test("candidates who change their numbers, in the lot too, win the same seats", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const { renaming } = drawn;
        const renamed = drawn.ballots.map((one) => ({
          ...one,
          ranking: renamedIndexes(one.ranking, renaming),
        }));
        const before = count(electionOf(drawn, drawn.ballots), drawn.lot);
        const lot = renamedIndexes(drawn.lot, renaming);
        const after = count(electionOf(drawn, renamed), lot);
        expect(after.elected).toEqual(renamedIndexes(before.elected, renaming));
        expect(after.stages.map(({ votes }) => votes.map(fractionText))).toEqual(
          before.stages.map(({ votes }) => moved(votes.map(fractionText), renaming)),
        );
      }),
    );
  });

  test("exactly the seats are filled, each by another candidate", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const { elected } = count(electionOf(drawn, drawn.ballots), drawn.lot);
        expect(elected).toHaveLength(drawn.seats);
        expect(new Set(elected).size).toBe(drawn.seats);
      }),
    );
  });

  test("votes and non-transferable ballots add up to the valid ones at every stage", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const { stages, valid } = count(electionOf(drawn, drawn.ballots), drawn.lot);
        let before = fraction(0);
        for (const { votes, nonTransferable } of stages) {
          expect(compare(add(sum(votes), nonTransferable), fraction(valid))).toBe(0);
          expect(compare(nonTransferable, before)).toBeGreaterThanOrEqual(0);
          before = nonTransferable;
        }
      }),
    );
  });

  test("a blank ballot changes nothing", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const blank = [...drawn.ballots, { count: 2, ranking: [] }];
        const one = count(electionOf(drawn, drawn.ballots), drawn.lot);
        expect(plain(count(electionOf(drawn, blank), drawn.lot))).toEqual(plain(one));
      }),
    );
  });

  test("whoever withdrew is passed over as if nobody had ranked them", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        fc.pre(drawn.seats < drawn.candidates);
        const { papers } = electionOf(drawn, drawn.ballots);
        const without = rankedBallots(papers).map((one) => ({
          ...one,
          ranking: one.ranking.filter((candidate) => candidate !== 0),
        }));
        const seats = drawn.seats;
        const left = count({ seats, withdrawn: [0], papers }, drawn.lot);
        const gone = electionOf(drawn, without);
        expect(left.elected).toEqual(count({ ...gone, withdrawn: [0] }, drawn.lot).elected);
        expect(left.elected).not.toContain(0);
      }),
    );
  });

  test("more seats than candidates: all who stand are elected", () => {
    const election = electionOf({ candidates: 3, seats: 5 }, ballots("2 AB", "1 C"));
    expect(letters(count(election, inOrder(3)).elected)).toBe("ACB");
  });

  test("nobody voted: the lot alone decides, and says so", () => {
    const election = electionOf({ candidates: 3, seats: 1 }, []);
    const { elected, draws, valid } = count(election, [2, 1, 0]);
    expect({ elected, valid }).toEqual({ elected: [0], valid: 0 });
    expect(draws.map(({ taken }) => taken)).toEqual([2, 1]);
  });

  test("a lot that forgets somebody, or no seat at all, is refused", () => {
    const election = electionOf({ candidates: 3, seats: 1 }, ballots("2 AB", "1 C"));
    expect(() => count(election, [0, 1])).toThrow("lot");
    expect(() => count({ ...election, seats: 0 }, inOrder(3))).toThrow("seats");
  });
});
