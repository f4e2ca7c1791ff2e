import type { Brand } from "./brand.ts";
import { invariant } from "./invariant.ts";

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, "Instant">;
/** A day on the wall calendar, as `2026-06-05`. */
export type CivilDate = Brand<string, "CivilDate">;

/** A moment as the clocks of Rome show it. */
export interface RomeTime {
  readonly date: CivilDate;
  /** Minutes since midnight on the wall clock, 0 to 1439. */
  readonly minuteOfDay: number;
}

const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const LAST = Date.UTC(9999, 11, 31);

/** @throws BrokenInvariant unless `ms` is whole milliseconds between 1970 and 9999. */
export function instant(ms: number): Instant {
  invariant(Number.isSafeInteger(ms) && ms >= 0 && ms <= LAST, () => `${ms} is an instant`);
  return ms as Instant;
}

/** Reads an RFC 3339 time with its offset; `null` when the text is none. */
export function instantFromText(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || ms < 0 ? null : instant(ms);
}

export function instantText(at: Instant): string {
  return new Date(at).toISOString();
}

export function later(at: Instant, by: number): Instant {
  return instant(at + by);
}

/** @throws BrokenInvariant unless the text is a day that exists. */
export function civilDate(text: string): CivilDate {
  invariant(isCivilDate(text), `"${text}" is a day`);
  return text as CivilDate;
}

export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(new Date(noonOf(date) + days * DAY).toISOString().slice(0, 10));
}

/** Whole days from one date to another; negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((noonOf(to) - noonOf(from)) / DAY);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(date: CivilDate): number {
  return ((new Date(noonOf(date)).getUTCDay() + 6) % 7) + 1;
}

export function toRome(at: Instant): RomeTime {
  const shifted = new Date(at + romeOffset(at));
  return {
    date: civilDate(shifted.toISOString().slice(0, 10)),
    minuteOfDay: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/**
 * The instant at which the clocks of Rome show this time.
 * When the clocks go back the hour comes twice: the first one is meant. When they go forward the
 * hour does not exist: the same number of minutes after the change is meant (RFC 5545 §3.3.5).
 */
export function fromRome(time: RomeTime): Instant {
  const naive = Date.parse(`${time.date}T00:00:00Z`) + time.minuteOfDay * MINUTE;
  const before = romeOffset(naive - DAY);
  const early = naive - before;
  if (romeOffset(early) === before) return instant(early);
  const after = naive - romeOffset(naive + DAY);
  return instant(romeOffset(after) === naive - after ? after : early);
}

const rome = new Intl.DateTimeFormat("en-US", {
  timeZone: "Europe/Rome",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

/** Offsets change on the hour only, so each hour is asked of `Intl` once. */
const offsets = new Map<number, number>();

function romeOffset(ms: number): number {
  const hour = Math.floor(ms / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset = askRome(hour * HOUR) - hour * HOUR;
  if (offsets.size > 2000) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

function askRome(ms: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of rome.formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Midday of a day in UTC, in milliseconds: a day may lie before 1970, so it is no instant. */
export function noonOf(date: CivilDate): number {
  return Date.parse(`${date}T12:00:00Z`);
}
