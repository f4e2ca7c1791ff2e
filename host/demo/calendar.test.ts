import { expect, test } from "vitest";
import {
  civilDate,
  DAY,
  fromRome,
  HOUR,
  instant,
  instantText,
  toRome,
} from "#domain/kernel/instant.ts";
import { month, monthBefore, monthOf } from "#domain/network/month.ts";
import { demoCalendar, spread } from "./calendar.ts";

const rome = (date: string, hour: number) =>
  fromRome({ date: civilDate(date), minuteOfDay: hour * 60 });

test("loaded at noon on a Tuesday, this week closes tonight and last week was delivered", () => {
  const calendar = demoCalendar(rome("2026-06-02", 12));
  expect(calendar.thisWeek).toEqual({
    code: "Settimana 23/2026",
    opensAt: rome("2026-05-31", 8),
    closesAt: rome("2026-06-02", 20),
    deliveryDay: "2026-06-04",
  });
  expect(calendar.lastWeek.deliveryDay).toBe("2026-05-28");
  expect(calendar.todaysRound).toMatchObject({ deliveryDay: "2026-06-02" });
  expect(calendar.nextWeek.code).toBe("Settimana 24/2026");
});

test("whatever the hour, it closes in 6 to 30 hours and all the rest is in order", () => {
  const start = rome("2026-03-27", 0);
  // Over the night on which the clocks go forward.
  for (let hour = 0; hour < 96; hour += 1) {
    const now = instant(start + hour * HOUR + 1);
    const c = demoCalendar(now);
    expect(c.thisWeek.closesAt - now, instantText(now)).toBeGreaterThanOrEqual(6 * HOUR);
    expect(c.thisWeek.closesAt - now, instantText(now)).toBeLessThanOrEqual(30 * HOUR);
    const weeks = [...c.earlier, c.lastWeek].flatMap((week) => {
      const { arrivesAt, handedOutAt, settledAt } = week;
      const begin = week === c.lastWeek ? [c.welcomedAt] : [];
      return [...begin, week.opensAt, week.closesAt, arrivesAt, handedOutAt, settledAt];
    });
    const { opensAt, closesAt } = c.todaysRound;
    const then = [opensAt, closesAt, c.countedAt, c.thisWeek.opensAt];
    const order = [c.foundedAt, ...weeks, ...then, c.nextWeek.opensAt, now, c.nextWeek.closesAt];
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
  }
});

test("whatever the day, each of four months before last week's has a settled week", () => {
  const start = rome("2026-11-01", 12);
  for (let day = 0; day < 120; day += 1) {
    const { earlier, lastWeek } = demoCalendar(instant(start + day * DAY));
    const [last, ...before] = [lastWeek, ...earlier.toReversed()].map(({ settledAt }) =>
      monthOf(toRome(settledAt).date),
    );
    expect(before).toEqual([1, 2, 3, 4].map((count) => monthBefore(last ?? month(""), count)));
  }
});

test("orders are spread between two moments, and none falls on an end", () => {
  expect(spread(instant(0), instant(100), 3)).toEqual([25, 50, 75]);
  expect(spread(instant(0), instant(3), 9).every((at) => at >= 0 && at < 3)).toBe(true);
});
