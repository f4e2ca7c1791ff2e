import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrder, moved, polls, renamedIndexes } from "#tests/voting/elections.ts";
import { countDebian, type DebianRule } from "./debian.ts";
import { fraction } from "./fraction.ts";
import { condorcetWinner } from "./pairwise.ts";
import { tabulate } from "./rank-table.ts";

/** Options A, B and "further discussion". */
const rule: DebianRule = {
  defaultOption: 2,
  quorum: fraction(4),
  ratios: [fraction(3), fraction(1), fraction(1)],
  isStrict: false,
};

function vote(forA: number, against: number, changes: Partial<DebianRule> = {}) {
  const table = tabulate(3, [
    ...(forA > 0 ? [{ count: forA, ranks: [1, 2, 2] }] : []),
    ...(against > 0 ? [{ count: against, ranks: [3, 3, 1] }] : []),
  ]);
  return countDebian(table, { ...rule, ...changes }, inOrder(3));
}

describe("Debian's vote", () => {
  test("an option with its majority and its quorum wins", () => {
    expect(vote(7, 2)).toMatchObject({ winner: 0, winners: [0] });
  });

  test("as many as the quorum are enough, one less is not", () => {
    expect(vote(4, 0).dropped).not.toContainEqual({ option: 0, reason: "quorum" });
    expect(vote(3, 0).dropped).toContainEqual({ option: 0, reason: "quorum" });
  });

  test("three to one, exactly: enough where it has to be reached, not where to be passed", () => {
    expect(vote(6, 2).winner).toBe(0);
    expect(vote(6, 2, { isStrict: true }).dropped).toContainEqual({
      option: 0,
      reason: "majority",
    });
    expect(vote(7, 2, { isStrict: true }).winner).toBe(0);
    expect(vote(5, 2).dropped).toContainEqual({ option: 0, reason: "majority" });
  });

  test("when everything is dropped things stay as they are", () => {
    const result = vote(0, 5);
    expect(result.dropped.map(({ option }) => option)).toEqual([0, 1]);
    expect(result.winner).toBe(2);
  });

  test("between two equal options the lot decides, and says so", () => {
    const table = tabulate(3, [
      { count: 3, ranks: [1, 2, 3] },
      { count: 3, ranks: [2, 1, 3] },
    ]);
    const equal = { ...rule, ratios: [fraction(1), fraction(1), fraction(1)] };
    const result = countDebian(table, equal, [1, 0, 2]);
    expect(result).toMatchObject({ winners: [0, 1], winner: 1 });
    expect(result.draws).toEqual([{ purpose: "elect", among: [0, 1], taken: 1 }]);
  });

  describe("in a circle", () => {
    const ratios = Array.from({ length: 4 }, () => fraction(1));
    const free = { ...rule, defaultOption: 3, ratios };
    const winners = (...given: readonly [number, readonly [number, number, number]][]) => {
      const cast = given.map(([count, ranks]) => ({ count, ranks: [...ranks, 4] }));
      return countDebian(tabulate(4, cast), free, inOrder(4)).winners;
    };

    test("the defeat with the fewest ballots for it is dropped", () => {
      // A over B 6 to 3, B over C 7 to 2, C over A 5 to 4.
      expect(winners([4, [1, 2, 3]], [3, [3, 1, 2]], [2, [2, 3, 1]])).toEqual([0]);
    });

    test("of defeats with as many for them, the one with most against it is", () => {
      // A over B 4 to 2, B over C 4 to 2, C over A 4 to 3.
      const few = winners(
        [1, [2, 2, 1]],
        [1, [3, 2, 2]],
        [1, [2, 3, 1]],
        [1, [3, 1, 2]],
        [3, [1, 2, 3]],
      );
      expect(few).toEqual([0]);
    });

    test("defeats that are equally weak are dropped together", () => {
      // A over B and C over A are both 4 to 3, B over C 6 to 1.
      expect(winners([1, [2, 3, 1]], [3, [1, 2, 3]], [3, [3, 1, 2]])).toEqual([0, 1]);
    });
  });

  test("who beats all that were not dropped wins, and the default is never dropped", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots, lot }) => {
        const ratios = Array.from({ length: options }, () => fraction(1));
        const given = { ...rule, defaultOption: options - 1, ratios, isStrict: true };
        const { matrix, dropped, winner } = countDebian(tabulate(options, ballots), given, lot);
        const isOut = new Set(dropped.map(({ option }) => option));
        expect(isOut.has(options - 1)).toBe(false);
        expect(isOut.has(winner)).toBe(false);
        const left = [...matrix.keys()].filter((option) => !isOut.has(option));
        expect(winner).toBe(condorcetWinner(matrix, left) ?? winner);
      }),
    );
  });

  test("the order of the ballots changes nothing; other numbers give the same options", () => {
    fc.assert(
      fc.property(polls, ({ options, ballots, shuffled, lot, renaming }) => {
        const ratios = Array.from({ length: options }, () => fraction(1));
        const given = { ...rule, defaultOption: 0, ratios };
        const one = countDebian(tabulate(options, ballots), given, lot);
        const renamed = ballots.map(({ count, ranks }) => ({
          count,
          ranks: moved(ranks, renaming),
        }));
        const defaultOption = renaming[0] ?? 0;
        const other = countDebian(
          tabulate(options, renamed),
          { ...given, defaultOption },
          renamedIndexes(lot, renaming),
        );
        expect(countDebian(tabulate(options, shuffled), given, lot)).toEqual(one);
        expect(other.winner).toBe(renaming[one.winner]);
      }),
    );
  });

  test("a majority for every option, and everybody in the lot", () => {
    const table = tabulate(3, []);
    expect(() => countDebian(table, { ...rule, ratios: [] }, inOrder(3))).toThrow("majority");
    expect(() => countDebian(table, rule, [0])).toThrow("lot");
  });
});
