import { expect, test } from "vitest";
import { civilDate, fromRome } from "#domain/kernel/instant.ts";
import { clockWords, dayWords, momentWords } from "./when-words.ts";

test("a letter names days and hours as its reader's clock shows them", () => {
  const closing = fromRome({ date: civilDate("2026-06-03"), minuteOfDay: 20 * 60 });
  expect(momentWords("it", closing)).toBe("mercoledì 3/6 alle 20:00");
  expect(momentWords("en", closing)).toBe("Wednesday 3/6 at 20:00");
  expect(dayWords("it", civilDate("2026-11-29"))).toBe("domenica 29/11");
  expect(clockWords(9 * 60 + 5)).toBe("9:05");
});
