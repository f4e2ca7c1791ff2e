import { type Errand, keyOf, type Problem, type Stop } from "#domain/delivery/problem.ts";

/** What the search moves as one: the stops of an errand, or a single frozen one. */
export interface Part {
  /** Index among the problem's errands. */
  readonly errand: number;
  /** Empty when all stops of the errand are frozen. */
  readonly stops: readonly Stop[];
  /** Index of the only vehicle that may run it, or -1. */
  readonly boundTo: number;
  readonly isFrozen: boolean;
}

/**
 * One part per errand, in their order, with the stops that are still free; then one for each
 * frozen stop, vehicle after vehicle. Who runs a frozen stop runs the rest of its errand.
 */
export function partsOf(problem: Problem): Part[] {
  const indexOf = new Map(problem.vehicles.map(({ id }, index) => [id, index]));
  const keeper = new Map(
    problem.vehicles.flatMap(({ frozen = [] }, index) => frozen.map((key) => [key, index])),
  );
  const loose = problem.errands.map((errand, index): Part => {
    const holders = errand.stops.map((stop) => keeper.get(keyOf(stop)) ?? -1);
    const named = errand.vehicle === undefined ? -1 : (indexOf.get(errand.vehicle) ?? -1);
    const stops = errand.stops.filter((_, at) => holders[at] === -1);
    return { errand: index, stops, boundTo: Math.max(named, ...holders), isFrozen: false };
  });
  const frozen = problem.vehicles.flatMap((vehicle, boundTo) =>
    (vehicle.frozen ?? []).flatMap((key): Part[] => {
      const errand = problem.errands.findIndex(({ stops }) =>
        stops.some((stop) => keyOf(stop) === key),
      );
      const stop = problem.errands[errand]?.stops.find((one) => keyOf(one) === key);
      return stop ? [{ errand, stops: [withoutHaste(stop)], boundTo, isFrozen: true }] : [];
    }),
  );
  return [...loose, ...frozen];
}

/** What is frozen is run even when its last window is over. */
function withoutHaste(stop: Stop): Stop {
  const last = stop.windows.at(-1);
  if (last === undefined) return stop;
  const open = { from: last.from, to: Number.MAX_SAFE_INTEGER };
  return { ...stop, windows: [...stop.windows.slice(0, -1), open] };
}

/** The windows of an errand's stop; goods that are under way already must not ride too long. */
export function windowsOf(stop: Stop, errand: Errand): Stop["windows"] {
  const { aboardSince, maxRide } = errand;
  if (aboardSince === undefined || maxRide === undefined) return stop.windows;
  const due = aboardSince + maxRide;
  const windows = stop.windows.length > 0 ? stop.windows : [{ from: 0, to: due }];
  const open = windows
    .filter(({ from }) => from <= due)
    .map(({ from, to }) => ({ from, to: Math.min(to, due) }));
  return open.length > 0 ? open : [CLOSED];
}

/** A window that nobody can meet. */
const CLOSED = { from: Number.MIN_SAFE_INTEGER, to: Number.MIN_SAFE_INTEGER };
