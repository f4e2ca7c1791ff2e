import {
  type CivilDate,
  DAY,
  fromRome,
  HOUR,
  type Instant,
  MINUTE,
} from "#domain/kernel/instant.ts";
import type { Break, TimeWindow, Vehicle } from "#domain/delivery/problem.ts";
import type { DayShift } from "./rounds-day.ts";
import type { RoundTerms } from "./round-terms.ts";

/** The hub is the first place of every problem of rounds. */
export const HUB = 0;
/** What a vehicle must be able to do for a stop. */
export const SKILLS = { collect: 1, deliver: 2 } as const;

/** D.Lgs. 66/2003, art. 8: who works more than six hours rests at least ten minutes. */
const LONG_SHIFT = 6 * HOUR;
const REST_SECONDS = 600;

/** The planner's time: seconds of the epoch. */
export function seconds(at: Instant): number {
  return Math.floor(at / 1000);
}

/** A minute of a Rome day in the planner's time; midnight after it is minute 1440. */
export function secondsAt(date: CivilDate, minuteOfDay: number): number {
  const isNextDay = minuteOfDay * MINUTE >= DAY;
  const at = fromRome({ date, minuteOfDay: isNextDay ? minuteOfDay - 1 : minuteOfDay });
  return seconds(at) + (isNextDay ? 60 : 0);
}

/**
 * A shift as a vehicle of the planner: from the hub and back to it, in as many trips as its time
 * allows. Who collects is back before the sorting begins.
 * @returns undefined for a shift of which nothing is left.
 */
export function vehicleOf(
  id: number,
  shift: DayShift,
  day: { readonly deliveryDay: CivilDate; readonly terms: RoundTerms },
): Vehicle | undefined {
  const { vehicle, task } = shift;
  const { terms } = day;
  const sortFrom = secondsAt(day.deliveryDay, terms.sortFromMinute);
  const end = task === "collect" ? Math.min(seconds(shift.to), sortFrom) : seconds(shift.to);
  const hours = { from: seconds(shift.from), to: end };
  if (hours.to <= hours.from) return undefined;
  const { roundCents, hourCents, kmCents } = vehicle.tariff;
  const { capacityGrams, capacityMillilitres, capacityCrates, coldCrates } = vehicle;
  return {
    id,
    profile: vehicle.profile,
    type: vehicle.kind,
    start: HUB,
    end: HUB,
    capacity: [capacityGrams, capacityMillilitres, capacityCrates, coldCrates],
    skills: [SKILLS[task]],
    shift: hours,
    breaks: restsOf(id, hours),
    ...(vehicle.rangeMetres === null ? {} : { maxDistance: vehicle.rangeMetres }),
    costs: { fixed: roundCents, perHour: hourCents, perKm: kmCents, perTaskHour: hourCents },
    crew: SKILLS[task],
    ...(shift.ahead === undefined ? {} : { paidBefore: shift.ahead }),
    reload: { place: HUB, service: terms.reloadMinutes * 60, most: terms.mostReloads },
  };
}

function restsOf(id: number, { from, to }: TimeWindow): Break[] {
  const long = LONG_SHIFT / 1000;
  if (to - from <= long) return [];
  const windows = [{ from: from + long / 3, to: from + long - REST_SECONDS }];
  return [{ id, windows, service: REST_SECONDS }];
}
