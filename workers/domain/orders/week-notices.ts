import { addDays, type CivilDate, DAY, type Instant, toRome } from "#domain/kernel/instant.ts";
import { cycleState, type CycleTimes } from "./cycle-state.ts";

/** Letters about a cycle that go out by themselves, each once. */
export type WeekNotice = "week-opens" | "closing-soon" | "pickup-day";

/** Crates are on their way from early morning on. */
const MORNING = 7 * 60;

/**
 * Which letters about a cycle are due now. One that was missed goes out as long as it still helps:
 * the opening until the last day begins, the reminder until the close, the day until its evening.
 * A cycle that is open for a day or less is told of once, at its opening.
 */
export function noticesDue(
  cycle: CycleTimes & { readonly deliveryDay: CivilDate },
  now: Instant,
): readonly WeekNotice[] {
  const state = cycleState(cycle, now);
  if (state === "open") {
    const isLastDay = now >= cycle.closesAt - DAY;
    const isShort = cycle.closesAt - cycle.opensAt <= DAY;
    return isLastDay && !isShort ? ["closing-soon"] : ["week-opens"];
  }
  if (!["sent", "receiving", "delivered"].includes(state)) return [];
  const { date, minuteOfDay } = toRome(now);
  const isToday = date >= cycle.deliveryDay && date < addDays(cycle.deliveryDay, 1);
  return isToday && minuteOfDay >= MORNING ? ["pickup-day"] : [];
}
