import { expect, test } from "vitest";
import { DAY, instant } from "#domain/kernel/instant.ts";
import { forgottenBefore, KEPT_DAYS, RETAINED } from "./retention.ts";

const now = instant(Date.UTC(2026, 5, 2, 8));

test("a letter's words are forgotten seven days later, to the millisecond", () => {
  expect(forgottenBefore("letter-words", now)).toBe(now - 7 * DAY);
});

test("nothing is forgotten before time began", () => {
  expect(forgottenBefore("sessions", instant(5))).toBe(0);
});

test("every kind is kept for at least a day and at most a year", () => {
  for (const days of Object.values(KEPT_DAYS)) {
    expect(days).toBeGreaterThanOrEqual(1);
    expect(days).toBeLessThanOrEqual(365);
  }
});

test("the books stay for the ten years of the civil code", () => {
  expect(RETAINED).toContainEqual({ what: "books", years: 10 });
});
