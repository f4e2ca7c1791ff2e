import { expect, test } from "vitest";
import { DAY, HOUR, instant, MINUTE } from "#domain/kernel/instant.ts";
import { isAlive, isToBeSeen, lifeOf, sessionKindOf } from "./session.ts";

const start = Date.UTC(2026, 5, 2, 8);
const seenAfter = (kind: "member" | "officer", ms: number) => ({
  kind,
  startedAt: instant(start),
  seenAt: instant(start + ms),
});
const after = (ms: number) => instant(start + ms);

test("a member who stays away for seven days is signed out, not a moment sooner", () => {
  const session = seenAfter("member", 2 * DAY);
  expect(isAlive(session, after(9 * DAY - 1))).toBe(true);
  expect(isAlive(session, after(9 * DAY))).toBe(false);
});

test("a member is signed out after thirty days however busy", () => {
  expect(isAlive(seenAfter("member", 30 * DAY - 1), after(30 * DAY - 1))).toBe(true);
  expect(isAlive(seenAfter("member", 30 * DAY - 1), after(30 * DAY))).toBe(false);
  expect(lifeOf("member")).toBe(30 * DAY);
});

test("an officer is signed out after half an hour away, and after twelve hours in any case", () => {
  expect(isAlive(seenAfter("officer", 0), after(30 * MINUTE - 1))).toBe(true);
  expect(isAlive(seenAfter("officer", 0), after(30 * MINUTE))).toBe(false);
  expect(isAlive(seenAfter("officer", 12 * HOUR - 1), after(12 * HOUR - 1))).toBe(true);
  expect(isAlive(seenAfter("officer", 12 * HOUR - 1), after(12 * HOUR))).toBe(false);
});

test("who holds an office has an officer's session", () => {
  expect(sessionKindOf([])).toBe("member");
  expect(sessionKindOf([{ role: "member", subject: "" }])).toBe("member");
  for (const role of ["officer", "treasurer", "supervisor", "auditor"] as const) {
    expect(sessionKindOf([{ role, subject: "" }])).toBe("officer");
  }
});

test("that somebody was seen is written down once a minute", () => {
  expect(isToBeSeen(instant(start), after(MINUTE - 1))).toBe(false);
  expect(isToBeSeen(instant(start), after(MINUTE))).toBe(true);
});
