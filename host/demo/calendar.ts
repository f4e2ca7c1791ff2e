import {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  fromRome,
  HOUR,
  type Instant,
  instant,
  later,
  MINUTE,
  toRome,
  weekday,
} from "#domain/kernel/instant.ts";
import { firstDayOf, type Month, monthBefore, monthOf } from "#domain/network/month.ts";

/** When a cycle of the demo takes orders, and when its crates are handed out. */
export interface DemoCycle {
  readonly code: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
}

/** A cycle that is over: in the morning at the warehouse, in the evening at the counter, paid. */
export interface DeliveredCycle extends DemoCycle {
  readonly arrivesAt: Instant;
  readonly handedOutAt: Instant;
  readonly settledAt: Instant;
}

/** The demo's days, told from the moment at which it is loaded. */
export interface DemoCalendar {
  readonly today: CivilDate;
  /** Before everything else. */
  readonly foundedAt: Instant;
  /** One in each of the four months before last week's, the oldest first. */
  readonly earlier: readonly DeliveredCycle[];
  /** When the people come whom a newcomer can be: just before last week. */
  readonly welcomedAt: Instant;
  /** Ordered, delivered and settled by now. */
  readonly lastWeek: DeliveredCycle;
  /** A short round of bread, which is handed out today. */
  readonly todaysRound: DemoCycle;
  /** Open, and closing soon: in 6 to 30 hours. */
  readonly thisWeek: DemoCycle;
  /** Open already, for another week. */
  readonly nextWeek: DemoCycle;
  /** When the households pay in, and the stocks are counted for this week. */
  readonly countedAt: Instant;
  readonly now: Instant;
}

const EVENING = 20 * 60;
const MORNING = 8 * 60;
const SOONEST = 6 * HOUR;
const EARLIER_MONTHS = [4, 3, 2, 1] as const;

/**
 * Lays the demo's weeks around `now`, which is an instant in Rome like any other: each week takes
 * orders for three days until eight in the evening, and delivers two days later.
 */
export function demoCalendar(now: Instant): DemoCalendar {
  const { date: today } = toRome(now);
  const tonight = fromRome({ date: today, minuteOfDay: EVENING });
  const lastDay = tonight - now >= SOONEST ? today : addDays(today, 1);
  const lastWeek = delivered(weekClosing(addDays(lastDay, -7)));
  const thisWeek = weekClosing(lastDay);
  const settledIn = monthOf(toRome(lastWeek.settledAt).date);
  const earlier = EARLIER_MONTHS.map((count) => weekIn(monthBefore(settledIn, count), lastDay));
  return {
    today,
    now,
    foundedAt: later((earlier[0] ?? lastWeek).opensAt, -HOUR),
    earlier,
    welcomedAt: later(lastWeek.opensAt, -HOUR),
    lastWeek,
    todaysRound: {
      code: `Giro del pane ${isoWeek(today)}`,
      opensAt: later(lastWeek.settledAt, HOUR),
      closesAt: at(addDays(lastDay, -3), EVENING),
      deliveryDay: today,
    },
    thisWeek,
    nextWeek: {
      ...weekClosing(addDays(lastDay, 7)),
      opensAt: later(thisWeek.opensAt, 30 * MINUTE),
    },
    countedAt: later(thisWeek.opensAt, -HOUR),
  };
}

function weekClosing(day: CivilDate): DemoCycle {
  const deliveryDay = addDays(day, 2);
  return {
    code: `Settimana ${isoWeek(deliveryDay)}`,
    opensAt: at(addDays(day, -2), MORNING),
    closesAt: at(day, EVENING),
    deliveryDay,
  };
}

function delivered(cycle: DemoCycle): DeliveredCycle {
  const { deliveryDay } = cycle;
  return {
    ...cycle,
    arrivesAt: at(deliveryDay, 9 * 60),
    handedOutAt: at(deliveryDay, 17 * 60 + 15),
    settledAt: at(addDays(deliveryDay, 1), 10 * 60),
  };
}

/** Closes on the same weekday as `day`, in the middle of the month: it is settled in it too. */
function weekIn(one: Month, day: CivilDate): DeliveredCycle {
  const tenth = addDays(firstDayOf(one), 9);
  return delivered(weekClosing(addDays(tenth, (weekday(day) - weekday(tenth) + 7) % 7)));
}

/** The week of a day as calendars number it (ISO 8601): its Thursday's year, and which one. */
function isoWeek(day: CivilDate): string {
  const thursday = addDays(day, 4 - weekday(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(civilDate(`${year}-01-01`), thursday) / 7) + 1;
  return `${number}/${year}`;
}

function at(date: CivilDate, minuteOfDay: number): Instant {
  return fromRome({ date, minuteOfDay });
}

/** `count` moments between two, in order, none of them at an end. */
export function spread(from: Instant, until: Instant, count: number): Instant[] {
  const step = Math.floor((until - from) / (count + 1));
  return Array.from({ length: count }, (_, index) => instant(from + step * (index + 1)));
}
