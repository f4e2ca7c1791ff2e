import type { DayNews } from "./day-news.ts";
import { frozenAreRunnable } from "./frozen.ts";
import type { Plan } from "./plan.ts";
import {
  aboardOf,
  type Errand,
  keyOf,
  type Problem,
  type StopKey,
  type Vehicle,
} from "./problem.ts";
import { isPast, type Whereabouts, whereaboutsOf } from "./whereabouts.ts";

export interface RestOfDay {
  readonly problem: Problem;
  /** Stops whose goods are in a vehicle that is out: somebody must fetch them there. */
  readonly stranded: readonly StopKey[];
}

/**
 * What is left to plan of a day: what is done is gone, what is aboard stays with its vehicle, the
 * next stops are frozen, and what people were told is written down as a promise. The problem may
 * hold new errands already, or lack cancelled ones. The old plan is then where a solver begins.
 */
export function restOfDay(problem: Problem, plan: Plan, news: DayNews): RestOfDay {
  const known = problem.vehicles.map((vehicle) => whereaboutsOf(problem, vehicle, plan, news));
  const at = new Map(known.flatMap((one) => one.stops.map((key) => [key, one] as const)));
  const rest = problem.errands.map((errand) => restOfErrand(errand, at, news));
  const left = rest.filter((errand) => errand !== undefined);
  const isStranded = ({ vehicle, aboardSince }: Errand) =>
    vehicle !== undefined && aboardSince !== undefined && news.out.has(vehicle);
  const errands = left.filter((errand) => !isStranded(errand)).map(unbound(news.out));
  const lost = problem.errands.filter((_, index) => rest[index] === undefined);
  const vehicles = known
    .filter(({ vehicle }) => !news.out.has(vehicle.id))
    .map((one) => restOfVehicle(one, lost, news));
  return {
    problem: frozen({ ...problem, vehicles, errands }, known, news),
    stranded: left.filter(isStranded).flatMap(({ stops }) => stops.map(keyOf)),
  };
}

/** What is still to run of an errand, with who has its goods; undefined when it is over. */
function restOfErrand(
  errand: Errand,
  at: ReadonlyMap<StopKey, Whereabouts>,
  { done, failed }: DayNews,
): Errand | undefined {
  const keys = errand.stops.map(keyOf);
  const stops = errand.stops.filter((stop) => !done.has(keyOf(stop)));
  const last = errand.stops.at(-1);
  if (last === undefined || stops.length === 0 || keys.some((key) => failed.has(key))) {
    return undefined;
  }
  const where = at.get(keyOf(last));
  if (where === undefined) return errand;
  const { id } = where.vehicle;
  const begin = where.begins.get(keyOf(last));
  const planned = { vehicle: id, ...(begin === undefined ? {} : { at: begin }) };
  const fetched = keys.flatMap((key) => done.get(key) ?? []);
  const since = last.type === "job" ? where.loadedAt.get(keyOf(last)) : fetched[0];
  if (since === undefined) return { ...errand, planned };
  const aboardSince = errand.aboardSince ?? Math.min(since, ...fetched);
  return { ...errand, stops, planned, vehicle: id, aboardSince };
}

/** An errand that only a vehicle which is out could run is open to all. */
function unbound(out: ReadonlySet<number>): (errand: Errand) => Errand {
  return (errand) => {
    const { vehicle, ...open } = errand;
    return vehicle !== undefined && out.has(vehicle) ? open : errand;
  };
}

/** A vehicle from where it is, with what time, way, stops and room it has left. */
function restOfVehicle(where: Whereabouts, lost: readonly Errand[], news: DayNews): Vehicle {
  const { vehicle, free, driven, tasks, reloads } = where;
  const { maxTasks, maxTravelTime, maxDistance, reload, shift, capacity } = vehicle;
  const from = Math.max(news.now, shift?.from ?? 0, free?.at ?? 0);
  const filled = (d: number) => goodsLeft(lost, where, news, d);
  return {
    ...vehicle,
    frozen: [],
    ...(free === undefined ? {} : { start: free.place }),
    shift: { from, to: Math.max(from, shift?.to ?? LAST) },
    breaks: vehicle.breaks.filter(({ id }) => !where.rested.has(id)),
    ...less("maxTasks", maxTasks, tasks),
    ...less("maxTravelTime", maxTravelTime, driven.travel),
    ...less("maxDistance", maxDistance, driven.distance),
    ...(reload ? { reload: { ...reload, most: Math.max(0, reload.most - reloads) } } : {}),
    ...(capacity ? { capacity: capacity.map((room, d) => Math.max(0, room - filled(d))) } : {}),
  };
}

function less(name: keyof Vehicle, most: number | undefined, used: number): Partial<Vehicle> {
  return most === undefined ? {} : { [name]: Math.max(0, most - used) };
}

/** Later than any day of the planner, and still exact. */
const LAST = 4_000_000_000;

/** What rides along and is nobody's any more: empties, and goods that could not be left. */
function goodsLeft(
  lost: readonly Errand[],
  { vehicle, stops, loadedAt }: Whereabouts,
  { done, failed }: DayNews,
  d: number,
): number {
  let goods = 0;
  for (const errand of lost) {
    if (!errand.stops.some((stop) => stops.includes(keyOf(stop)))) continue;
    goods += aboardOf({ ...errand, vehicle: vehicle.id }, d);
    for (const stop of errand.stops) {
      const key = keyOf(stop);
      const isLoaded = stop.type === "job" && errand.aboardSince === undefined;
      if (isLoaded && failed.has(key) && loadedAt.has(key)) goods += stop.leaves[d] ?? 0;
      if (!done.has(key)) continue;
      const wasAboard = stop.type === "delivery" || (stop.type === "job" && !isLoaded);
      goods += (stop.takes[d] ?? 0) + (stop.returns?.[d] ?? 0);
      if (wasAboard) goods -= stop.leaves[d] ?? 0;
    }
  }
  return Math.max(0, goods);
}

/** The next stops of each route, as far as they can be run as they stand. */
function frozen(problem: Problem, known: readonly Whereabouts[], news: DayNews): Problem {
  const keys = new Set(problem.errands.flatMap(({ stops }) => stops.map(keyOf)));
  let pinned: Problem = problem;
  problem.vehicles.forEach((vehicle, index) => {
    const where = known.find((one) => one.vehicle.id === vehicle.id);
    const soon = (where?.next ?? []).filter(
      (key) =>
        keys.has(key) &&
        (isPast(where?.begins.get(key), news.frozenUntil) ||
          where?.vehicle.frozen?.includes(key) === true),
    );
    for (let count = soon.length; count > 0; count--) {
      const frozenNow = { ...onItsWay(vehicle, where), frozen: soon.slice(0, count) };
      const vehicles = pinned.vehicles.with(index, frozenNow);
      const tried = { ...pinned, vehicles };
      if (!frozenAreRunnable(tried, index)) continue;
      pinned = tried;
      return;
    }
  });
  return pinned;
}

/** Who has left for the next stop did so when the last one was done, not now. */
function onItsWay(vehicle: Vehicle, where: Whereabouts | undefined): Vehicle {
  const { shift } = vehicle;
  const free = where?.free;
  return shift && free ? { ...vehicle, shift: { ...shift, from: free.at } } : vehicle;
}
