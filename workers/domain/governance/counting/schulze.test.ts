import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrder, letters, polls, renamedIndexes, moved } from "#tests/voting/elections.ts";
import { condorcetWinner, prefer } from "./pairwise.ts";
import { tabulate } from "./rank-table.ts";
import { countSchulze } from "./schulze.ts";

describe("Schulze's method", () => {
  test("a circle breaks at its weakest link", () => {
    // A beats B by 6 of 9, B beats C by 7, C beats A by 5: the last is the weakest.
    const result = countSchulze(
      tabulate(3, [
        { count: 4, ranks: [1, 2, 3] },
        { count: 3, ranks: [3, 1, 2] },
        { count: 2, ranks: [2, 3, 1] },
      ]),
      inOrder(3),
    );
    expect(prefer(result.matrix, 2, 0)).toBe(5);
    expect(prefer(result.strengths, 0, 2)).toBe(6);
    expect(letters(result.order)).toBe("ABC");
    expect(result).toMatchObject({ winners: [0], draws: [] });
  });

  test("whom paths do not order the lot orders, and both are named as winners", () => {
    const result = countSchulze(
      tabulate(3, [
        { count: 1, ranks: [1, 2, 3] },
        { count: 1, ranks: [2, 1, 3] },
      ]),
      [1, 0, 2],
    );
    expect(result.winners).toEqual([0, 1]);
    expect(letters(result.order)).toBe("BAC");
    expect(result.draws).toEqual([{ purpose: "rank", among: [0, 1], taken: 1 }]);
  });

  test("who beats everybody wins, alone and without the lot", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots, lot }) => {
        const { matrix, winners } = countSchulze(tabulate(options, ballots), lot);
        const best = condorcetWinner(matrix);
        fc.pre(best !== null);
        expect(winners).toEqual([best]);
      }),
    );
  });

  test("the order of the ballots changes nothing; other numbers give the same options", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots, shuffled, lot, renaming }) => {
        const one = countSchulze(tabulate(options, ballots), lot);
        const renamed = ballots.map(({ count, ranks }) => ({
          count,
          ranks: moved(ranks, renaming),
        }));
        const other = countSchulze(tabulate(options, renamed), renamedIndexes(lot, renaming));
        expect(countSchulze(tabulate(options, shuffled), lot)).toEqual(one);
        expect(other.order).toEqual(renamedIndexes(one.order, renaming));
      }),
    );
  });

  test("a ballot that ranks all alike changes nothing", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots, lot }) => {
        const indifferent = { count: 3, ranks: Array.from({ length: options }, () => 1) };
        expect(countSchulze(tabulate(options, [...ballots, indifferent]), lot)).toEqual(
          countSchulze(tabulate(options, ballots), lot),
        );
      }),
    );
  });

  test("a copy of an option, ranked right after it, changes nothing for the others", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots, lot }) => {
        const doubled = ballots.map(({ count, ranks }) => {
          const [first = null, ...others] = ranks.map((rank) => (rank === null ? null : rank * 2));
          // Whoever is tied with the option is tied with its copy too, or it would be no copy.
          const copy = first === null || others.includes(first) ? first : first + 1;
          return { count, ranks: [first, ...others, copy] };
        });
        const before = countSchulze(tabulate(options, ballots), lot).winners;
        const after = countSchulze(tabulate(options + 1, doubled), [...lot, options]).winners;
        const others = (winners: readonly number[]): number[] =>
          winners.filter((option) => option !== 0 && option !== options);
        expect(others(after)).toEqual(others(before));
        expect(after.includes(0)).toBe(before.includes(0));
      }),
    );
  });

  test("more votes for the winner never unseat it", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots, lot }) => {
        const { winners } = countSchulze(tabulate(options, ballots), lot);
        const [winner = 0] = winners;
        fc.pre(winners.length === 1);
        const voice = Array.from({ length: options }, (_, one) => (one === winner ? 1 : null));
        const more = [...ballots, { count: 2, ranks: voice }];
        expect(countSchulze(tabulate(options, more), lot).winners).toEqual([winner]);
      }),
    );
  });

  test("a lot that forgets somebody is refused", () => {
    expect(() => countSchulze(tabulate(2, []), [0])).toThrow("lot");
  });
});
