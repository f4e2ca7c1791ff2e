import { expect, test } from "vitest";
import { LETTERS, type LetterKind, traitsOf } from "./letter.ts";

test("who would lose access, goods or money is written to even at an address that fails", () => {
  const kinds = Object.keys(LETTERS) as LetterKind[];
  expect(kinds.filter((kind) => !traitsOf(kind).isEssential).toSorted()).toEqual([
    "group-answer",
    "group-reminder",
    "group-request",
    "low-credit",
    "order-placed",
    "order-receipt",
    "problem-reported",
  ]);
});

test("codes and invitations are not kept to be sent again", () => {
  const kinds = Object.keys(LETTERS) as LetterKind[];
  expect(kinds.filter((kind) => traitsOf(kind).isOnce)).toEqual(["sign-in-code", "invitation"]);
});

test("a reminder goes only to who agreed; what the law wants confirmed asks nobody", () => {
  const kinds = Object.keys(LETTERS) as LetterKind[];
  expect(kinds.filter((kind) => traitsOf(kind).consent !== null)).toEqual(["low-credit"]);
  expect(traitsOf("order-placed").consent).toBeNull();
});
