import { expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { addMonths, yearEndOf } from "./months.ts";

test("a month later is the same day, or the last there is", () => {
  expect(addMonths(civilDate("2026-06-15"), 1)).toBe("2026-07-15");
  expect(addMonths(civilDate("2026-01-31"), 1)).toBe("2026-02-28");
  expect(addMonths(civilDate("2028-01-31"), 1)).toBe("2028-02-29");
  expect(addMonths(civilDate("2026-11-30"), 3)).toBe("2027-02-28");
  expect(addMonths(civilDate("2026-12-01"), 12)).toBe("2027-12-01");
});

test("a year ends on its last day", () => {
  expect(yearEndOf(civilDate("2026-01-01"))).toBe("2026-12-31");
  expect(yearEndOf(civilDate("2026-12-31"))).toBe("2026-12-31");
});
