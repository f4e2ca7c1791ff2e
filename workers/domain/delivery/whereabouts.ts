import type { DayNews } from "./day-news.ts";
import type { Plan, Step } from "./plan.ts";
import { isStopType, keyOf, type Problem, type StopKey, type Vehicle } from "./problem.ts";
import { lengthOf } from "./retrace.ts";

/** How far a vehicle has come with its route. */
export interface Whereabouts {
  readonly vehicle: Vehicle;
  /** All stops of its route, and those that it has not run, as far as the next reload. */
  readonly stops: readonly StopKey[];
  readonly next: readonly StopKey[];
  /** When work at each stop was planned to begin. */
  readonly begins: ReadonlyMap<StopKey, number>;
  /** Since when the goods of jobs are aboard, of those that were loaded. */
  readonly loadedAt: ReadonlyMap<StopKey, number>;
  /** Where and when it is free; undefined when it has not left. */
  readonly free: { readonly place: number; readonly at: number } | undefined;
  /** Seconds and metres behind it, stops run, reloads made, breaks begun. */
  readonly driven: { readonly travel: number; readonly distance: number };
  readonly tasks: number;
  readonly reloads: number;
  readonly rested: ReadonlySet<number>;
}

/** By the plan and by what is known to be done. */
export function whereaboutsOf(
  problem: Problem,
  vehicle: Vehicle,
  plan: Plan,
  news: DayNews,
): Whereabouts {
  const steps = plan.routes.find((route) => route.vehicle === vehicle.id)?.steps ?? [];
  const behind = steps.filter((step) => isBehind(step, news));
  const open = steps.filter((step) => keyIn(step) !== undefined && !behind.includes(step));
  const nextReload = steps.findIndex((step) => step.type === "reload" && !behind.includes(step));
  const ahead = nextReload < 0 ? open : open.filter((step) => steps.indexOf(step) < nextReload);
  const { end: _end, ...wayOut } = vehicle;
  const { travel, distance } = lengthOf(problem, wayOut, behind);
  return {
    vehicle,
    stops: steps.flatMap((step) => keyIn(step) ?? []),
    next: ahead.flatMap((step) => keyIn(step) ?? []),
    begins: new Map(steps.flatMap((step) => beginOf(step))),
    loadedAt: loadedAt(vehicle, steps, news),
    free: news.whereabouts?.get(vehicle.id) ?? lastPlace(vehicle, behind, news),
    driven: { travel, distance },
    tasks: behind.filter((step) => keyIn(step) !== undefined).length,
    reloads: behind.filter(({ type }) => type === "reload").length,
    rested: new Set(behind.flatMap(({ type, id }) => (type === "break" ? (id ?? []) : []))),
  };
}

/** A stop is behind when it is done; a start, a reload or a break when its time has come. */
function isBehind(step: Step, { done, now }: DayNews): boolean {
  const key = keyIn(step);
  if (key !== undefined) return done.has(key);
  return step.type !== "end" && isPast(step.arrival + step.waiting, now);
}

export function isPast(instant: number | undefined, now: number): boolean {
  return instant !== undefined && instant <= now;
}

function keyIn({ type, id }: Step): StopKey | undefined {
  return isStopType(type) && id !== undefined ? keyOf({ type, id }) : undefined;
}

function beginOf(step: Step): [StopKey, number][] {
  const key = keyIn(step);
  return key === undefined ? [] : [[key, step.arrival + step.waiting]];
}

/** Jobs are loaded where their trip begins, once it has begun. */
function loadedAt(vehicle: Vehicle, steps: readonly Step[], news: DayNews): Map<StopKey, number> {
  const loaded = new Map<StopKey, number>();
  let since: number | undefined;
  const hasLeft = steps.some((step) => isBehind(step, news));
  if (hasLeft) since = steps[0]?.arrival;
  for (const step of steps) {
    if (step.type === "reload") {
      const ready = step.arrival + step.waiting + (vehicle.reload?.service ?? 0);
      since = isBehind(step, news) ? ready : undefined;
    }
    const key = keyIn(step);
    if (step.type === "job" && key !== undefined && since !== undefined) loaded.set(key, since);
  }
  return loaded;
}

/** Where the last thing was done, and when it could leave there, breaks since then included. */
function lastPlace(vehicle: Vehicle, behind: readonly Step[], { done }: DayNews) {
  const at = behind.findLastIndex(({ type }) => type !== "break");
  const last = behind[at];
  const place = last?.place ?? (last?.type === "reload" ? vehicle.reload?.place : vehicle.start);
  if (last === undefined || place === undefined) return undefined;
  const key = keyIn(last);
  const ended = (key === undefined ? undefined : done.get(key)) ?? endOf(last);
  const [rest, ...others] = behind.slice(at + 1);
  if (rest === undefined) return { place, at: ended };
  // Whoever rode on before resting is that much nearer to the next stop: as if it left so much
  // earlier than the rest ended.
  const ridden = Math.max(0, rest.arrival - endOf(last));
  const rested = Math.max(...[rest, ...others].map(endOf));
  return { place, at: Math.max(ended, rested - ridden) };
}

function endOf({ arrival, waiting, setup, service }: Step): number {
  return arrival + waiting + setup + service;
}
