import type { VNode } from "preact";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { addDays, DAY, daysBetween, HOUR, MINUTE, toRome } from "#domain/kernel/instant.ts";
import { ClosingTime } from "#frontend/islands/closing-time.tsx";
import type { Texts } from "#frontend/texts/texts.ts";

/** One cycle as the week bar needs it. */
export interface CycleFacts {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  /** Orders are over, but boxes that are not full are completed until `closesAt`. */
  readonly isCompleting?: boolean;
}

/** A week that can be looked at instead: a link. */
export interface WeekChoice {
  readonly href: string;
  readonly isShown: boolean;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
}

interface WeekBarProps {
  readonly t: Texts;
  /** Absent when no cycle is open or near. */
  readonly cycle?: CycleFacts;
  readonly now: Instant;
  /** All weeks that take orders; absent where there is nothing to choose. */
  readonly choices?: readonly WeekChoice[];
}

/** A day on the ruler. */
export interface RulerDay {
  readonly day: CivilDate;
  readonly state: "done" | "today" | "ahead";
  readonly event: "opens" | "closes" | "prepares" | "delivers" | null;
}

/** The ruler shows every day of a week; a longer cycle shows only the days that matter. */
const LONGEST_RULER = 7;

/** The week as a ruler, from the day orders open to the day of delivery. */
export function WeekBar({ t, cycle, now, choices }: WeekBarProps): VNode {
  const { week } = t.frame;
  return (
    <section class="week" aria-label={week.label}>
      <div>
        <p>
          <strong>{cycle === undefined ? week.none : sentence(t, cycle, now)}</strong>
          {cycle === undefined || !isOpen(cycle, now) ? null : (
            <ClosingTime
              id="closing"
              when="idle"
              props={{
                lang: t.lang,
                closesAt: cycle.closesAt,
                words: t.format.left(now, cycle.closesAt),
                mostMs: mostLeft(cycle.closesAt - now),
                over: week.justClosed,
              }}
            />
          )}
        </p>
        {choices === undefined ? null : <Choices t={t} choices={choices} />}
        {cycle === undefined ? null : (
          <ol>
            {rulerOf(cycle, now).map((entry) => (
              <Day t={t} entry={entry} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

function Choices({ t, choices }: { readonly t: Texts; readonly choices: readonly WeekChoice[] }) {
  const { week } = t.frame;
  const { format } = t;
  return (
    <nav aria-label={week.choose}>
      <ul class="row">
        {choices.map(({ href, isShown, closesAt, deliveryDay }) => (
          <li>
            <a
              href={href}
              data-act="choose-week"
              {...(isShown ? { "aria-current": "true" as const } : {})}
            >
              {week.choice(format.day(deliveryDay), format.dayAndHour(closesAt))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isOpen(cycle: CycleFacts, now: Instant): boolean {
  return now >= cycle.opensAt && now < cycle.closesAt;
}

/** The most that can be left where the page says so many days, hours or minutes. */
function mostLeft(ms: number): number {
  const unit = ms >= 2 * DAY ? DAY : ms >= HOUR ? HOUR : MINUTE;
  return (Math.floor(ms / unit) + 1) * unit;
}

/** Where the week stands, in one sentence. */
export function sentence(t: Texts, cycle: CycleFacts, now: Instant): string {
  const { week } = t.frame;
  const { format } = t;
  if (now < cycle.opensAt) return week.opensOn(format.dayAndHour(cycle.opensAt));
  const isOpenYet = now < cycle.closesAt;
  if (isOpenYet && cycle.isCompleting === true) {
    return week.completing(format.dayAndHour(cycle.closesAt));
  }
  if (isOpenYet) return week.openUntil(format.dayAndHour(cycle.closesAt));
  const wait = daysBetween(toRome(now).date, cycle.deliveryDay);
  if (wait > 0) return week.closed(format.day(cycle.deliveryDay));
  return wait === 0 ? week.delivering : week.delivered(format.day(cycle.deliveryDay));
}

/** The days of the cycle, each behind us, today or ahead. */
export function rulerOf(cycle: CycleFacts, now: Instant): readonly RulerDay[] {
  const first = toRome(cycle.opensAt).date;
  const today = toRome(now).date;
  const length = daysBetween(first, cycle.deliveryDay) + 1;
  const days = Array.from({ length }, (_, offset): RulerDay => {
    const day = addDays(first, offset);
    return { day, state: stateOf(day, today), event: eventOn(day, cycle) };
  });
  return days.length <= LONGEST_RULER ? days : days.filter(({ event }) => event !== null);
}

function stateOf(day: CivilDate, today: CivilDate): RulerDay["state"] {
  if (day === today) return "today";
  return day < today ? "done" : "ahead";
}

function eventOn(day: CivilDate, cycle: CycleFacts): RulerDay["event"] {
  if (day === cycle.deliveryDay) return "delivers";
  if (day === toRome(cycle.closesAt).date) return "closes";
  if (day === toRome(cycle.opensAt).date) return "opens";
  return day > toRome(cycle.closesAt).date ? "prepares" : null;
}

function Day({ t, entry }: { readonly t: Texts; readonly entry: RulerDay }) {
  const classes = [entry.state, ...(entry.event === null ? [] : ["event"])].join(" ");
  const today = entry.state === "today";
  return (
    <li class={classes} {...(today ? { "aria-current": "date" as const } : {})}>
      {t.format.shortDay(entry.day)}
      <span>{noteOf(t, entry)}</span>
    </li>
  );
}

function noteOf({ frame }: Texts, { event, state }: RulerDay): string {
  if (event !== null) return frame.week[event];
  return state === "today" ? frame.week.today : "";
}
