import type { Step } from "./plan.ts";
import {
  aboardOf,
  type Errand,
  type Problem,
  type Stop,
  type StopKey,
  type Vehicle,
} from "./problem.ts";

/** What is wrong with a plan, and where. */
export interface Complaint {
  readonly code: ComplaintCode;
  readonly vehicle?: number;
  readonly stop?: StopKey;
  /** The quantity that is too much, or the break. */
  readonly index?: number;
}

export type ComplaintCode =
  | "unknown-vehicle"
  | "vehicle-twice"
  | "unknown-stop"
  | "served-twice"
  | "served-and-left"
  | "left-twice"
  | "forgotten"
  | "torn-apart"
  | "nothing-to-do"
  | "skill"
  | "capacity"
  | "too-many-tasks"
  | "too-much-travel"
  | "too-far"
  | "no-way"
  | "drop-before-pickup"
  | "not-dropped"
  | "too-early"
  | "outside-window"
  | "outside-shift"
  | "unknown-break"
  | "break-not-taken"
  | "outside-break-window"
  | "break-with-too-much-aboard"
  | "wrong-vehicle"
  | "frozen-not-first"
  | "reload-not-allowed"
  | "before-release"
  | "too-long-on-the-way";

/** A step that serves a stop, with the stop and its errand. */
export interface Visit {
  readonly step: Step;
  readonly stop: Stop;
  readonly errand: Errand;
}

export function visitsOf(problem: Problem, steps: readonly Step[]): Visit[] {
  return tripsOf(problem, steps).flat();
}

/** What a vehicle runs before its first reload, between reloads and after the last. */
export function tripsOf(problem: Problem, steps: readonly Step[]): Visit[][] {
  const trips: Visit[][] = [[]];
  for (const step of steps) {
    if (step.type === "reload") trips.push([]);
    const errand = problem.errands.find(({ stops }) => stops.some((stop) => serves(step, stop)));
    const stop = errand?.stops.find((candidate) => serves(step, candidate));
    if (errand && stop) trips.at(-1)?.push({ step, stop, errand });
  }
  return trips;
}

function serves(step: Step, stop: Stop): boolean {
  return step.type === stop.type && step.id === stop.id;
}

/** What jobs are to receive is aboard from the start of their trip. */
export function loadedFor(trip: readonly Visit[], dimension: number): number {
  return trip
    .filter(({ stop, errand }) => stop.type === "job" && errand.aboardSince === undefined)
    .reduce((sum, { stop }) => sum + (stop.leaves[dimension] ?? 0), 0);
}

/** What jobs gave and empties, put off when the trip ends. */
export function keptFrom(trip: readonly Visit[], dimension: number): number {
  return trip.reduce((sum, { stop }) => {
    const given = stop.type === "job" ? (stop.takes[dimension] ?? 0) : 0;
    return sum + given + (stop.returns?.[dimension] ?? 0);
  }, 0);
}

/** Goods that are in a vehicle before it begins. */
export function aboardAlready({ errands }: Problem, vehicle: Vehicle, dimension: number): number {
  return errands
    .filter((errand) => errand.vehicle === vehicle.id)
    .reduce((sum, errand) => sum + aboardOf(errand, dimension), 0);
}

/** How much more is aboard after a stop. */
export function changeAt({ takes, leaves, returns }: Stop, dimension: number): number {
  return (takes[dimension] ?? 0) + (returns?.[dimension] ?? 0) - (leaves[dimension] ?? 0);
}

/** Places in the order in which they are passed, start and end included where there are any. */
function placesOf(vehicle: Vehicle, trips: readonly (readonly Visit[])[]): number[] {
  const stops = trips.flatMap((trip, index) => [
    ...(index > 0 ? [vehicle.reload?.place] : []),
    ...trip.map(({ stop }) => stop.place),
  ]);
  return [vehicle.start, ...stops, vehicle.end].filter((place) => place !== undefined);
}

/** Seconds and metres of a route; its cost where the matrix states costs. */
export function lengthOf(problem: Problem, vehicle: Vehicle, steps: readonly Step[]) {
  const matrix = problem.matrices[vehicle.profile];
  const places = placesOf(vehicle, tripsOf(problem, steps));
  const sum = (table: Table | undefined) =>
    places.slice(1).reduce((total, to, index) => total + arc(table, places[index] ?? to, to), 0);
  return {
    travel: sum(matrix?.durations),
    distance: sum(matrix?.distances ?? matrix?.durations),
    given: matrix?.costs ? sum(matrix.costs) : undefined,
  };
}

type Table = readonly (readonly (number | null)[])[];

/** Infinite where there is no way; staying costs nothing. */
export function arc(table: Table | undefined, from: number, to: number): number {
  return from === to ? 0 : (table?.[from]?.[to] ?? Number.POSITIVE_INFINITY);
}

/** What a route costs: the vehicle, its way and its work. 0 for a route that serves nothing. */
export function routeCost(problem: Problem, vehicle: Vehicle, steps: readonly Step[]): number {
  if (visitsOf(problem, steps).length === 0) return 0;
  const { fixed, perHour, perKm, perTaskHour } = vehicle.costs;
  const { travel, distance, given } = lengthOf(problem, vehicle, steps);
  const way = given ?? (travel * perHour) / 3600 + (distance * perKm) / 1000;
  return fixed + way + (workOfRoute(problem, vehicle, steps) * perTaskHour) / 3600;
}

/** Seconds of setup and service of a route, reloads aside. */
export function workOfRoute(problem: Problem, vehicle: Vehicle, steps: readonly Step[]): number {
  let from = vehicle.start;
  let work = 0;
  tripsOf(problem, steps).forEach((trip, index) => {
    if (index > 0) from = vehicle.reload?.place;
    for (const { stop } of trip) {
      work += workOf(vehicle, stop, from);
      from = stop.place;
    }
  });
  return work;
}

/** Setup and service of a stop; no setup for who is already there. */
export function workOf(vehicle: Vehicle, stop: Stop, from: number | undefined): number {
  const kind = vehicle.type ?? "";
  const setup = from === stop.place ? 0 : (stop.setupPerType[kind] ?? stop.setup);
  return setup + (stop.servicePerType[kind] ?? stop.service);
}
