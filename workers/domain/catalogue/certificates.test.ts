import { expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { isInForce } from "./certificates.ts";

const organic = {
  issuedOn: civilDate("2025-03-01"),
  expiresOn: civilDate("2026-02-28"),
  isWithdrawn: false,
};

test("a certificate is shown from the day it is issued to the day it expires", () => {
  const shown = (day: string) => isInForce(organic, civilDate(day));
  expect(shown("2025-02-28")).toBe(false);
  expect(shown("2025-03-01")).toBe(true);
  expect(shown("2026-02-28")).toBe(true);
  expect(shown("2026-03-01")).toBe(false);
});

test("a withdrawn certificate is not shown on any day", () => {
  expect(isInForce({ ...organic, isWithdrawn: true }, civilDate("2025-06-01"))).toBe(false);
});
