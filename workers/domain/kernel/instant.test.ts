import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  civilDate,
  DAY,
  daysBetween,
  fromRome,
  HOUR,
  instant,
  instantFromText,
  instantText,
  isCivilDate,
  later,
  toRome,
  weekday,
} from "./instant.ts";

const at = (text: string) => instantFromText(text) ?? instant(0);

test("Rome is two hours ahead in June and one in December", () => {
  const noon = { date: civilDate("2026-06-05"), minuteOfDay: 720 };
  expect(toRome(at("2026-06-05T10:00:00Z"))).toEqual(noon);
  expect(fromRome(noon)).toBe(at("2026-06-05T12:00:00+02:00"));
  expect(toRome(at("2026-12-05T23:30:00Z")).date).toBe("2026-12-06");
});

test("the night the clocks go back, half past two comes twice and the first is meant", () => {
  const halfPastTwo = { date: civilDate("2026-10-25"), minuteOfDay: 150 };
  const first = fromRome(halfPastTwo);
  expect(first).toBe(at("2026-10-25T00:30:00Z"));
  expect(toRome(first)).toEqual(halfPastTwo);
  expect(toRome(later(first, HOUR))).toEqual(halfPastTwo);
});

test("the night the clocks go forward, half past two is half past three", () => {
  const missing = { date: civilDate("2026-03-29"), minuteOfDay: 150 };
  expect(fromRome(missing)).toBe(at("2026-03-29T01:30:00Z"));
  expect(toRome(fromRome(missing)).minuteOfDay).toBe(210);
});

test("every wall-clock time that exists once comes back as it was", () => {
  const from = at("2020-01-01T00:00:00Z");
  fc.assert(
    fc.property(fc.nat(20 * 365 * 24 * 4), (quarters) => {
      const moment = instant(from + quarters * 15 * 60_000);
      const wall = toRome(moment);
      expect([moment, moment - HOUR]).toContain(fromRome(wall));
      expect(toRome(fromRome(wall))).toEqual(wall);
    }),
  );
});

test("days are counted on the calendar, across the change of the clocks too", () => {
  expect(addDays(civilDate("2026-03-28"), 2)).toBe("2026-03-30");
  expect(addDays(civilDate("2028-02-28"), 1)).toBe("2028-02-29");
  expect(daysBetween(civilDate("2026-10-24"), civilDate("2026-10-26"))).toBe(2);
  expect(daysBetween(civilDate("2026-10-26"), civilDate("2026-10-24"))).toBe(-2);
  expect(weekday(civilDate("2026-06-05"))).toBe(5);
  expect(weekday(civilDate("2026-06-07"))).toBe(7);
});

test("a day that does not exist is no day", () => {
  for (const bad of ["2026-02-30", "2026-13-01", "2026-1-1", "", "2026-06-05T00:00:00Z"]) {
    expect(isCivilDate(bad)).toBe(false);
    expect(() => civilDate(bad)).toThrow("is a day");
  }
});

test("a time without its offset is refused", () => {
  expect(instantFromText("2026-06-01T08:00:00")).toBeNull();
  expect(instantFromText("2026-06-01")).toBeNull();
  expect(instantFromText("not a time")).toBeNull();
  expect(instantFromText("2026-02-40T08:00:00Z")).toBeNull();
  expect(instantText(at("2026-06-01T08:00:00+02:00"))).toBe("2026-06-01T06:00:00.000Z");
  expect(() => instant(-DAY)).toThrow("instant");
});
