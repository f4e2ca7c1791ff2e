import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, editsAllowed } from "./edit-distance.ts";

test.each([
  ["formaggio", "formagio", 1],
  ["radicchio", "radichio", 1],
  ["mela", "meal", 1],
  ["valpolicella", "valpolicela", 1],
  ["valpolicella", "valpollicela", 2],
  ["pane", "pane", 0],
  ["", "uva", 3],
  ["ca", "abc", 3],
])("%s and %s are %d edits apart", (one, other, edits) => {
  expect(editDistance(one, other, 5)).toBe(edits);
});

test("beyond what is allowed, it only says that it is more", () => {
  expect(editDistance("mela", "pomodoro", 1)).toBe(2);
  expect(editDistance("melo", "pera", 2)).toBe(3);
});

test("words of four to seven letters may have one edit, from eight on two, figures none", () => {
  expect(["uva", "uova", "ricotta", "formaggi", "1000", "37129000"].map(editsAllowed)).toEqual([
    0, 1, 1, 2, 0, 0,
  ]);
});

test("it is the same both ways, zero only for equals, and at most the longer word", () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const edits = editDistance(one, other, 50);
      expect(editDistance(other, one, 50)).toBe(edits);
      expect(edits === 0).toBe(one === other);
      expect(edits).toBeLessThanOrEqual(Math.max(Array.from(one).length, Array.from(other).length));
    }),
  );
});

test("a limit changes nothing below it", () => {
  const word = fc.stringMatching(/^[a-c]{0,8}$/);
  fc.assert(
    fc.property(word, word, fc.nat(4), (one, other, most) => {
      const edits = editDistance(one, other, 50);
      expect(editDistance(one, other, most)).toBe(Math.min(edits, most + 1));
    }),
  );
});
