import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elections } from "#tests/voting/elections.ts";
import { countApproval } from "./approval.ts";
import { fraction, fractionText } from "./fraction.ts";

describe("approval voting", () => {
  test("the option that most approve of wins", () => {
    const result = countApproval(
      [
        { weight: fraction(3), approved: [0, 1] },
        { weight: fraction(2), approved: [1] },
        { weight: fraction(1), approved: [2, 0] },
      ],
      { options: 3, seats: 1 },
      [0, 1, 2],
    );
    expect(result.totals.map(fractionText)).toEqual(["4", "5", "1"]);
    expect(result.elected).toEqual([1]);
  });

  test("weights that are no whole numbers are added exactly", () => {
    const third = fraction(1, 3);
    const result = countApproval(
      [third, third, third].map((weight) => ({ weight, approved: [1] })),
      { options: 2, seats: 1 },
      [0, 1],
    );
    expect(result.totals.map(fractionText)).toEqual(["0", "1"]);
  });

  test("a blank ballot is cast and changes no total; naming twice counts once", () => {
    const result = countApproval(
      [
        { weight: fraction(2), approved: [] },
        { weight: fraction(1), approved: [0, 0] },
      ],
      { options: 2, seats: 1 },
      [1, 0],
    );
    expect([...result.totals, result.cast].map(fractionText)).toEqual(["1", "0", "3"]);
  });

  test("the order of the ballots changes nothing", () => {
    fc.assert(
      fc.property(elections, ({ candidates, seats, ballots, shuffled, lot }) => {
        const count = (list: typeof ballots) =>
          countApproval(
            list.map((one) => ({ weight: fraction(one.count), approved: one.ranking })),
            { options: candidates, seats },
            lot,
          );
        expect(count(shuffled)).toEqual(count(ballots));
        expect(count(ballots).elected).toHaveLength(seats);
      }),
    );
  });
});
