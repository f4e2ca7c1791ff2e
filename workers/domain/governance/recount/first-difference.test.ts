import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "#domain/kernel/digest.ts";
import { firstDifference } from "./first-difference.ts";

describe("two values", () => {
  test.each([
    ["another number", { yes: "6", no: "4" }, { yes: "6", no: "5" }, "no"],
    ["a part deep inside", { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] }, "a.1.b"],
    ["one that is missing", { a: 1, b: 2 }, { a: 1 }, "b"],
    ["one too many", ["a"], ["a", "b"], "1"],
    ["a list for an object", { a: [] }, { a: {} }, "a"],
    ["nothing for something", { a: null }, { a: [] }, "a"],
    ["a text for a number", 1, "1", ""],
  ])("differ by %s", (_, one, other, path) => {
    expect(firstDifference(one, other)).toBe(path);
  });

  test("differ exactly when their canonical texts do", () => {
    const value = fc.jsonValue({ maxDepth: 2 }).map(whole);
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(firstDifference(one, one)).toBeNull();
        expect(firstDifference(one, other) === null).toBe(
          canonicalText(one) === canonicalText(other),
        );
      }),
    );
  });
});

/** Whole numbers only, as everything that is sealed has. */
function whole(value: unknown): never {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "number" ? Math.trunc(part % 1000) + 0 : part,
  ) as never;
}
