import { expect, test } from "vitest";
import { id, type PersonId } from "#domain/kernel/ids.ts";
import { HOUR, instant } from "#domain/kernel/instant.ts";
import { canBeStopped, officerToHelp, pauseUntil } from "./recovery.ts";

const anna = {
  personId: id<PersonId>("01jd3x5k7m9npqrstvwxyz0125"),
  folded: ["anna@example.org"],
  passkeys: 1,
};
const bruno = {
  ...anna,
  personId: id<PersonId>("01jd3x5k7m9npqrstvwxyz0126"),
  folded: ["b@x.org"],
};

test("a recovery pauses acts for three days and never shortens an earlier pause", () => {
  expect(pauseUntil(instant(0), instant(0))).toBe(72 * HOUR);
  expect(pauseUntil(instant(0), instant(80 * HOUR))).toBe(80 * HOUR);
});

test("a recovery can be stopped until its pause is over", () => {
  expect(canBeStopped(instant(0), instant(72 * HOUR - 1))).toBe(true);
  expect(canBeStopped(instant(0), instant(72 * HOUR))).toBe(false);
});

test("the operator helps the only officer who could act, and no one past another", () => {
  expect(officerToHelp([anna], null)).toEqual({ ok: true, value: anna });
  expect(officerToHelp([anna], "anna@example.org").ok).toBe(true);
  const unknown = { ok: false, refusal: { code: "officer-unknown" } };
  expect(officerToHelp([anna], "b@x.org")).toEqual(unknown);
  expect(officerToHelp([anna, bruno], null)).toEqual(unknown);
  expect(officerToHelp([], null)).toEqual(unknown);
  expect(officerToHelp([anna, bruno], "anna@example.org")).toEqual({
    ok: false,
    refusal: { code: "officer-can-act" },
  });
  expect(officerToHelp([anna, { ...bruno, passkeys: 0 }], "anna@example.org").ok).toBe(true);
});
