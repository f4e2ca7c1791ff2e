import { expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { firstDayOf, month, monthBefore, monthOf, monthsUpTo } from "./month.ts";

test("a day falls in its month, and a month begins on its first", () => {
  expect(monthOf(civilDate("2026-06-30"))).toBe("2026-06");
  expect(firstDayOf(month("2026-06"))).toBe("2026-06-01");
});

test("months are counted back over the end of a year, and forward again", () => {
  expect(monthBefore(month("2026-01"), 1)).toBe("2025-12");
  expect(monthBefore(month("2026-01"), 13)).toBe("2024-12");
  expect(monthBefore(month("2025-12"), -1)).toBe("2026-01");
});

test("twelve months up to June begin in the July before", () => {
  const year = monthsUpTo(month("2026-06"), 12);
  expect([year.length, year[0], year.at(-1)]).toEqual([12, "2025-07", "2026-06"]);
});

test.each(["2026-13", "2026-00", "2026-6", "26-06", "", "2026-06-01"])("%j is no month", (text) => {
  expect(() => month(text)).toThrow("is a month");
});
