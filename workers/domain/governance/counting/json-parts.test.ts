import { describe, expect, test } from "vitest";
import { fraction } from "./fraction.ts";
import {
  fieldsOf,
  fractionOf,
  indexesOf,
  listOf,
  pairsOf,
  textsOf,
  wholeNumber,
} from "./json-parts.ts";

describe("parts of a file from outside", () => {
  test("an object is no list and no null", () => {
    expect(fieldsOf({ seats: 1 })).toEqual({ seats: 1 });
    expect([fieldsOf([]), fieldsOf(null), fieldsOf("seats")]).toEqual([null, null, null]);
    expect(listOf([1])).toEqual([1]);
    expect(listOf({ 0: 1 })).toBeNull();
  });

  test("whole numbers keep to their bounds", () => {
    const bounds = { least: 1, most: 3 };
    const read = [0, 1, 3, 4, 1.5, "2", Number.NaN].map((value) => wholeNumber(value, bounds));
    expect(read).toEqual([null, 1, 3, null, null, null, null]);
  });

  test("names are texts, and there is at least one", () => {
    expect(textsOf(["Anna", "Bruno"])).toEqual(["Anna", "Bruno"]);
    expect([textsOf([]), textsOf(["Anna", 2]), textsOf("Anna")]).toEqual([null, null, null]);
  });

  test("weights are whole, fractions or decimals, and never below zero", () => {
    expect(fractionOf(3)).toEqual(fraction(3));
    expect(fractionOf("3/4")).toEqual(fraction(3, 4));
    expect(fractionOf(45.25)).toEqual(fraction(4525, 100));
    const unread = ["-1/2", -1, Number.NaN, 1e-9, "x", null].map(fractionOf);
    expect(new Set(unread)).toEqual(new Set([null]));
  });

  test("numbers of candidates become indexes, each at most once", () => {
    expect(indexesOf([3, 1], 3)).toEqual([2, 0]);
    expect(indexesOf([], 3)).toEqual([]);
    expect([[0], [4], [1, 1], ["1"], "1"].map((value) => indexesOf(value, 3))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("a list of pairs names the first that cannot be read", () => {
    const read = (first: unknown, second: unknown): string | null =>
      typeof first === "number" ? `${first}${String(second)}` : null;
    expect(pairsOf([[1, "a"]], read)).toEqual(["1a"]);
    expect(
      pairsOf(
        [
          [1, "a"],
          ["b", 2],
        ],
        read,
      ),
    ).toBe(1);
    expect(pairsOf([[1, "a", "b"]], read)).toBe(0);
    expect(pairsOf(null, read)).toBe(0);
  });
});
