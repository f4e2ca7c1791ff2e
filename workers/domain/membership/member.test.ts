import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { isInBook, memberStateOf } from "./member.ts";

const at = instant(1000);
const waiting = { decision: null, ending: null, suspendedAt: null } as const;
const active = { ...waiting, decision: "admitted" } as const;

test("a membership stands where its deeds have brought it", () => {
  expect(memberStateOf(waiting)).toBe("applicant");
  expect(memberStateOf({ ...waiting, decision: "refused" })).toBe("refused");
  expect(memberStateOf({ ...waiting, decision: "withdrawn" })).toBe("withdrawn");
  expect(memberStateOf(active)).toBe("active");
  expect(memberStateOf({ ...active, suspendedAt: at })).toBe("suspended");
});

test("who left has left, suspended before or not", () => {
  for (const ending of ["exited", "excluded", "died"] as const) {
    expect(memberStateOf({ ...active, suspendedAt: at, ending })).toBe(ending);
  }
});

test("in the book is who was admitted and has not left", () => {
  expect(isInBook(active)).toBe(true);
  expect(isInBook(waiting)).toBe(false);
  expect(isInBook({ ...active, ending: "exited" })).toBe(false);
});
