import { type CivilDate, type Instant, toRome, weekday } from "#domain/kernel/instant.ts";
import type { LetterLang } from "./letter.ts";

const WEEKDAYS: Readonly<Record<LetterLang, readonly string[]>> = {
  it: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};
const AT: Readonly<Record<LetterLang, string>> = { it: "alle", en: "at" };

/** A day as letters write it: `mercoledì 3/6`. The domain has no Intl. */
export function dayWords(lang: LetterLang, day: CivilDate): string {
  const [, month = "", date = ""] = day.split("-");
  return `${WEEKDAYS[lang][weekday(day) - 1] ?? ""} ${Number(date)}/${Number(month)}`;
}

/** A moment by the clocks of Rome: `mercoledì 3/6 alle 20:00`. */
export function momentWords(lang: LetterLang, at: Instant): string {
  const { date, minuteOfDay } = toRome(at);
  return `${dayWords(lang, date)} ${AT[lang]} ${clockWords(minuteOfDay)}`;
}

/** `17:15`. */
export function clockWords(minuteOfDay: number): string {
  return `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}
