import { expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { type BookEntry, whyNotEligible } from "./eligibility.ts";

const opensOn = civilDate("2026-11-22");

function entry(change: Partial<BookEntry> = {}): BookEntry {
  return {
    memberId: "rosa",
    enrolledOn: civilDate("2020-01-01"),
    state: "active",
    hasVote: true,
    isInArrears: false,
    isElector: true,
    ...change,
  };
}

test("on the ninetieth day in the book one may vote, on the day before not yet", () => {
  const since = (day: string) => whyNotEligible(entry({ enrolledOn: civilDate(day) }), opensOn, 90);
  expect(since("2026-08-24")).toBeNull();
  expect(since("2026-08-25")).toBe("enrolled-too-late");
});

test("who is not eligible is told the first reason", () => {
  const reason = (change: Partial<BookEntry>) => whyNotEligible(entry(change), opensOn, 90);
  expect(reason({})).toBeNull();
  expect(reason({ enrolledOn: null, state: "applicant" })).toBe("not-a-member");
  expect(reason({ state: "exited" })).toBe("left");
  expect(reason({ state: "excluded" })).toBe("left");
  expect(reason({ state: "suspended", isInArrears: true })).toBe("suspended");
  expect(reason({ hasVote: false })).toBe("class-without-vote");
  expect(reason({ isElector: false })).toBe("not-on-the-board");
  expect(reason({ isInArrears: true })).toBe("in-arrears");
});
