import { describe, expect, test } from "vitest";
import { fraction, fractionText } from "./fraction.ts";
import { countScore, isOnScale } from "./score.ts";

const shape = { options: 3, seats: 1, scale: { least: 0, most: 5 } };

describe("score voting", () => {
  test("the highest total wins, also without being anybody's first", () => {
    const result = countScore(
      [
        { weight: fraction(2), scores: [5, 4, 0] },
        { weight: fraction(2), scores: [0, 4, 5] },
      ],
      shape,
      [0, 1, 2],
    );
    expect(result.totals.map(fractionText)).toEqual(["10", "16", "10"]);
    expect(result.elected).toEqual([1]);
  });

  test("no score gives nothing, and the ballot is still cast", () => {
    const result = countScore([{ weight: fraction(2), scores: [null, 1, null] }], shape, [0, 1, 2]);
    expect([...result.totals, result.cast].map(fractionText)).toEqual(["0", "2", "0", "2"]);
  });

  test("weights that are no whole numbers are multiplied exactly", () => {
    const result = countScore([{ weight: fraction(1, 3), scores: [5, 0, 0] }], shape, [0, 1, 2]);
    expect(result.totals.map(fractionText)).toEqual(["5/3", "0", "0"]);
  });

  test("the order of the ballots changes nothing", () => {
    const ballots = [
      { weight: fraction(1, 2), scores: [5, 1, null] },
      { weight: fraction(3), scores: [0, 2, 2] },
      { weight: fraction(1, 3), scores: [1, 1, 1] },
    ];
    const texts = (list: typeof ballots) =>
      countScore(list, shape, [0, 1, 2]).totals.map(fractionText);
    expect(texts(ballots.toReversed())).toEqual(texts(ballots));
  });

  test("both ends of the scale belong to it, beyond them nothing does", () => {
    expect([-1, 0, 5, 6, 2.5].map((score) => isOnScale(score, shape.scale))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(() => countScore([{ weight: fraction(1), scores: [6] }], shape, [0, 1, 2])).toThrow(
      "is a score",
    );
  });
});
