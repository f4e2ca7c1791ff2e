import type { Texts } from "#frontend/texts/texts.ts";

/** When crates change hands, in minutes of the Rome day: `17:00–19:30`. */
export function slotWords(
  t: Texts,
  { fromMinute, toMinute }: { readonly fromMinute: number; readonly toMinute: number },
): string {
  return t.catalogue.home.hours(clock(fromMinute), clock(toMinute));
}

/** A minute of the day as a clock shows it: `17:00`. */
export function clock(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${hours}:${String(minute % 60).padStart(2, "0")}`;
}
