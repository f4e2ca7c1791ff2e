import { describe, expect, test } from "vitest";
import { fillSeats } from "./fill-seats.ts";
import { fraction } from "./fraction.ts";

const totals = (...counts: readonly number[]) => counts.map((count) => fraction(count));

describe("filling places by totals", () => {
  test("the highest totals take them, best first", () => {
    expect(fillSeats(totals(3, 9, 5), 2, [0, 1, 2])).toEqual({ elected: [1, 2], draws: [] });
  });

  test("equals who all get a place need no lot", () => {
    expect(fillSeats(totals(5, 5, 1), 2, [1, 0, 2])).toEqual({ elected: [1, 0], draws: [] });
  });

  test("a tie for the last place goes to the lot, which is published", () => {
    expect(fillSeats(totals(5, 9, 5, 5), 3, [3, 0, 1, 2])).toEqual({
      elected: [1, 3, 0],
      draws: [
        { purpose: "elect", among: [3, 0, 2], taken: 3 },
        { purpose: "elect", among: [0, 2], taken: 0 },
      ],
    });
  });

  test("more places than options: all of them, best first", () => {
    expect(fillSeats(totals(1, 2), 5, [0, 1]).elected).toEqual([1, 0]);
  });

  test("a lot that forgets somebody is refused", () => {
    expect(() => fillSeats(totals(1, 2), 1, [0])).toThrow("lot");
  });
});
