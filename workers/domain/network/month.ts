import type { Brand } from "#domain/kernel/brand.ts";
import { type CivilDate, civilDate } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";

/** A month of the calendar, as `2026-06`. */
export type Month = Brand<string, "Month">;

/** @throws BrokenInvariant unless the text is a month. */
export function month(text: string): Month {
  invariant(/^\d{4}-(0[1-9]|1[0-2])$/.test(text), () => `"${text}" is a month`);
  return text as Month;
}

/** The month that a day falls in. */
export function monthOf(day: CivilDate): Month {
  return month(day.slice(0, 7));
}

export function firstDayOf(one: Month): CivilDate {
  return civilDate(`${one}-01`);
}

/** The month so many before this one; negative goes forward. */
export function monthBefore(one: Month, count: number): Month {
  const months = Number(one.slice(0, 4)) * 12 + Number(one.slice(5)) - 1 - count;
  const inYear = String((months % 12) + 1).padStart(2, "0");
  return month(`${String(Math.floor(months / 12)).padStart(4, "0")}-${inYear}`);
}

/** So many months in their order, this one the last. */
export function monthsUpTo(last: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => monthBefore(last, count - 1 - index));
}
