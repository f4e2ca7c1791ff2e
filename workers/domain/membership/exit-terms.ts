import { type CivilDate, DAY, type Instant, later, toRome } from "#domain/kernel/instant.ts";
import { EXIT_ANSWER_DAYS, EXIT_NOTICE_MONTHS } from "./legal-limits.ts";
import { addMonths, yearEndOf } from "./months.ts";

/** Until when the board answers who asked to leave (art. 2532 c.2 c.c.). */
export function exitAnswerBy(askedAt: Instant): Instant {
  return later(askedAt, EXIT_ANSWER_DAYS * DAY);
}

/**
 * When trade with the network ends for who asked to leave: with the year, where they asked three
 * months before its end, else with the next (art. 2532 c.3 c.c.).
 */
export function tradeEndsOn(askedAt: Instant): CivilDate {
  const { date } = toRome(askedAt);
  const end = yearEndOf(date);
  const isInTime = addMonths(date, EXIT_NOTICE_MONTHS) <= end;
  return isInTime ? end : yearEndOf(addMonths(date, 12));
}
