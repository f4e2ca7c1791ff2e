import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ballots,
  electionOf,
  elections,
  inOrder,
  letters,
  renamedIndexes,
} from "#tests/voting/elections.ts";
import { compare, decimalText, fraction, fractionText, sum } from "./fraction.ts";
import { countMeek } from "./meek.ts";

describe("Meek's count", () => {
  test("by hand: A keeps half, the other half makes B fall one billionth short of C", () => {
    // 6 ballots, 2 seats: quota 2.000000001. A has 4 and keeps 0.500000001 of each ballot.
    const { rounds, elected, finalQuota } = countMeek(
      electionOf({ candidates: 3, seats: 2 }, ballots("4 AB", "2 C")),
      inOrder(3),
    );
    expect(decimalText(finalQuota, 9)).toBe("2.000000001");
    expect(rounds[0]).toMatchObject({ iterations: 1, elected: [0], defeated: null });
    expect(rounds[1]).toMatchObject({ iterations: 2, elected: [], defeated: 1 });
    expect(rounds[1]?.votes.map((votes) => decimalText(votes, 9))).toEqual([
      "2.000000004",
      "1.999999996",
      "2.000000000",
    ]);
    expect(letters(elected)).toBe("AC");
  });

  test("the quota falls as ballots run out", () => {
    const { rounds } = countMeek(
      electionOf({ candidates: 4, seats: 1 }, ballots("4 A", "3 B", "2 C", "1 D")),
      inOrder(4),
    );
    expect(rounds.map(({ quota }) => decimalText(quota, 1))).toEqual(["5.0", "4.5", "3.5"]);
  });

  test("in no round does the quota rise, but for the last digit that rounding up adds", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const { rounds } = countMeek(electionOf(drawn, drawn.ballots), drawn.lot);
        const quotas = rounds.map(({ quota }) => Number(quota.num));
        for (const [at, quota] of quotas.entries()) {
          // Each of at most 48 ballots may add a billionth per candidate.
          expect(quota).toBeLessThanOrEqual((quotas[at - 1] ?? quota) + 48 * 6);
        }
      }),
    );
  });

  test("two who could still be last are tied, and the lot decides", () => {
    const { draws, elected } = countMeek(
      electionOf({ candidates: 3, seats: 1 }, ballots("3 A", "2 B", "2 C")),
      [2, 1, 0],
    );
    expect(draws[0]).toEqual({ purpose: "exclude", among: [2, 1], taken: 2 });
    expect(letters(elected)).toBe("A");
  });

  test("a lead smaller than the surplus still to be given out is a tie", () => {
    // C leads A by 0.000000306 while B still has 0.000000509 to give: the lot takes C.
    const { draws, rounds, elected } = countMeek(
      electionOf(
        { candidates: 3, seats: 2 },
        ballots("3 BA", "3 BAC", "4 B", "3 CAB", "2 A", "2 CA"),
      ),
      [2, 1, 0],
    );
    const votes = rounds[1]?.votes.map((one) => decimalText(one, 9));
    expect(votes).toEqual(["4.999999694", "5.000000510", "5.000000000"]);
    expect(draws).toEqual([{ purpose: "exclude", among: [2, 0], taken: 2 }]);
    expect(letters(elected)).toBe("BA");
  });

  test("no round gives out more than the valid ballots", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const { rounds } = countMeek(electionOf(drawn, drawn.ballots), drawn.lot);
        const cast = drawn.ballots.reduce((total, { count }) => total + count, 0);
        for (const { votes } of rounds) {
          expect(compare(sum(votes), fraction(cast))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test("exactly the seats are filled, whatever the order and names of the ballots", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const { renaming } = drawn;
        const one = countMeek(electionOf(drawn, drawn.ballots), drawn.lot);
        const other = countMeek(electionOf(drawn, drawn.shuffled), drawn.lot);
        const renamed = drawn.ballots.map((ballot) => ({
          ...ballot,
          ranking: renamedIndexes(ballot.ranking, renaming),
        }));
        const lot = renamedIndexes(drawn.lot, renaming);
        expect(new Set(one.elected).size).toBe(drawn.seats);
        expect(other.elected).toEqual(one.elected);
        expect(fractionText(other.finalQuota)).toBe(fractionText(one.finalQuota));
        expect(countMeek(electionOf(drawn, renamed), lot).elected).toEqual(
          renamedIndexes(one.elected, renaming),
        );
      }),
    );
  });

  test("a lot that forgets somebody, or no seat at all, is refused", () => {
    const election = electionOf({ candidates: 3, seats: 1 }, ballots("2 AB", "1 C"));
    expect(() => countMeek(election, [0, 1])).toThrow("lot");
    expect(() => countMeek({ ...election, seats: 0 }, inOrder(3))).toThrow("seats");
  });
});
