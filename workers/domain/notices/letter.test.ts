import { expect, test } from "vitest";
import { OPTIONAL_LETTERS } from "./choices.ts";
import { LETTERS, type LetterKind, traitsOf } from "./letter.ts";

test("who would lose access, goods or money is written to even at an address that fails", () => {
  const kinds = Object.keys(LETTERS) as LetterKind[];
  expect(kinds.filter((kind) => !traitsOf(kind).isEssential).toSorted()).toEqual([
    "closing-soon",
    "group-answer",
    "group-reminder",
    "group-request",
    "low-credit",
    "order-placed",
    "order-receipt",
    "pickup-day",
    "problem-reported",
    "vote-news",
    "week-opens",
  ]);
});

test("codes and invitations are not kept to be sent again", () => {
  const kinds = Object.keys(LETTERS) as LetterKind[];
  expect(kinds.filter((kind) => traitsOf(kind).isOnce)).toEqual(["sign-in-code", "invitation"]);
});

test("letters that somebody may do without are the ones that can be chosen", () => {
  const kinds = Object.keys(LETTERS) as LetterKind[];
  const optional = kinds.filter((kind) => traitsOf(kind).isOptional);
  expect(optional.toSorted()).toEqual([...OPTIONAL_LETTERS].toSorted());
  // Codice del consumo art. 51 (7): what the law wants confirmed asks nobody.
  expect(traitsOf("order-placed").isOptional).toBe(false);
});
