import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballots, electionOf, elections, inOrder, letters } from "#tests/voting/elections.ts";
import { compare, fraction, fractionText, sum } from "./fraction.ts";
import { countWigm } from "./wigm.ts";

describe("exact WIGM", () => {
  test("a third of a vote passes on as a third", () => {
    // 12 valid, 3 seats: quota 3. A has 9, surplus 6: each paper passes on 2/3.
    const election = electionOf(
      { candidates: 4, seats: 3 },
      ballots("7 AB", "2 AC", "1 B", "1 C", "1 D"),
    );
    const { stages, elected } = countWigm(election, inOrder(4));
    expect(stages[1]?.votes.map(fractionText)).toEqual(["3", "17/3", "7/3", "1"]);
    expect(letters(elected)).toBe("ABC");
  });

  test("exactly the quota does not elect: one has to have more", () => {
    // 9 valid, 2 seats: quota 3.
    const election = electionOf({ candidates: 4, seats: 2 }, ballots("3 A", "3 B", "2 CA", "1 D"));
    const { stages } = countWigm(election, inOrder(4));
    expect(stages[0]?.elected).toEqual([]);
    expect(stages[1]?.action).toEqual({ kind: "exclude", candidate: 3 });
  });

  test("papers that rank somebody lose nothing on their way", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const everyone = inOrder(drawn.candidates);
        const full = drawn.ballots.map(({ count, ranking }) => ({
          count,
          ranking: [...new Set([...ranking, ...everyone])],
        }));
        const { stages, valid } = countWigm(electionOf(drawn, full), drawn.lot);
        for (const { votes } of stages) {
          expect(compare(sum(votes), fraction(valid))).toBe(0);
        }
      }),
    );
  });
});
