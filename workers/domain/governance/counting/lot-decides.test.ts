import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballots, electionOf, elections, inOrder, polls } from "#tests/voting/elections.ts";
import { fraction } from "./fraction.ts";
import { fillSeats } from "./fill-seats.ts";
import { type Drawn, lotDecides } from "./lot-decides.ts";
import type { Lot } from "./lot.ts";
import { countMeek } from "./meek.ts";
import { tabulate } from "./rank-table.ts";
import { countSchulze } from "./schulze.ts";
import { countScottish } from "./scottish.ts";
import type { Election } from "./stage.ts";

const scottish =
  (election: Election) =>
  (lot: Lot): Drawn => {
    const { elected, draws } = countScottish(election, lot);
    return { winners: elected, draws };
  };

function allOrders(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) =>
    allOrders(list.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

/** Tried with every lot there is. */
function byEveryLot(count: (lot: Lot) => Drawn, candidates: number): boolean {
  const outcomes = allOrders(inOrder(candidates)).map((lot) =>
    count(lot).winners.toSorted((one, other) => one - other),
  );
  return new Set(outcomes.map(String)).size > 1;
}

describe("whether the lot decided", () => {
  test("a tie for the only seat: it did", () => {
    const election = electionOf({ candidates: 2, seats: 1 }, ballots("3 A", "3 B"));
    expect(lotDecides(scottish(election), [0, 1])).toBe(true);
  });

  test("a tie among those who lose either way: it did not", () => {
    const election = electionOf({ candidates: 3, seats: 1 }, ballots("5 A", "3 B", "1 C", "1 B"));
    const tied = electionOf({ candidates: 4, seats: 1 }, ballots("9 A", "8 B", "1 C", "1 D"));
    expect(lotDecides(scottish(election), inOrder(3))).toBe(false);
    expect(countScottish(tied, inOrder(4)).draws).toHaveLength(1);
    expect(lotDecides(scottish(tied), inOrder(4))).toBe(false);
  });

  test("too many draws to try them all: nobody claims to know", () => {
    const equal = Array.from({ length: 9 }, (_, one) => fraction(one < 8 ? 1 : 2));
    const count = (lot: Lot): Drawn => {
      const { draws } = fillSeats(equal, 8, lot);
      return { winners: [8], draws };
    };
    expect(lotDecides(count, inOrder(9))).toBeNull();
  });

  test("it says the same as trying every lot, for Scottish STV", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        fc.pre(drawn.candidates <= 5);
        const count = scottish(electionOf(drawn, drawn.ballots));
        expect(lotDecides(count, drawn.lot)).toBe(byEveryLot(count, drawn.candidates));
      }),
      { numRuns: 200 },
    );
  });

  test("it says the same as trying every lot, for Meek", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        fc.pre(drawn.candidates <= 4);
        const election = electionOf(drawn, drawn.ballots);
        const count = (lot: Lot): Drawn => {
          const { elected, draws } = countMeek(election, lot);
          return { winners: elected, draws };
        };
        expect(lotDecides(count, drawn.lot)).toBe(byEveryLot(count, drawn.candidates));
      }),
    );
  });

  test("it says the same as trying every lot, for Schulze's first place", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots: cast, lot }) => {
        fc.pre(options <= 4);
        const table = tabulate(options, cast);
        const count = (given: Lot): Drawn => {
          const { order, draws } = countSchulze(table, given);
          return { winners: order.slice(0, 1), draws };
        };
        expect(lotDecides(count, lot)).toBe(byEveryLot(count, options));
      }),
    );
  });
});
