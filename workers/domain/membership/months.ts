import { addDays, type CivilDate, civilDate, isCivilDate } from "#domain/kernel/instant.ts";

/** The same day so many months later; the last one of that month where it has no such day. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, "0")}-${pad((index % 12) + 1)}`;
  for (let last = day; last > 1; last--) {
    const text = `${first}-${pad(last)}`;
    if (isCivilDate(text)) return civilDate(text);
  }
  return civilDate(`${first}-01`);
}

/** The last day of the year that a day is in. */
export function yearEndOf(date: CivilDate): CivilDate {
  return addDays(civilDate(`${pad(Number(date.slice(0, 4)) + 1, 4)}-01-01`), -1);
}

function pad(number: number, places = 2): string {
  return String(number).padStart(places, "0");
}
