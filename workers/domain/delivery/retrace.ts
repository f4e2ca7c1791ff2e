import type { Step } from "./plan.ts";
import type { Errand, Problem, Stop, StopKey, Vehicle } from "./problem.ts";

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
  | "break-with-too-much-aboard";

/** A step that serves a stop, with the stop and its errand. */
export interface Visit {
  readonly step: Step;
  readonly stop: Stop;
  readonly errand: Errand;
}

export function visitsOf(problem: Problem, steps: readonly Step[]): Visit[] {
  return steps.flatMap((step) => {
    const errand = problem.errands.find(({ stops }) => stops.some((stop) => serves(step, stop)));
    const stop = errand?.stops.find((candidate) => serves(step, candidate));
    return errand && stop ? [{ step, stop, errand }] : [];
  });
}

function serves(step: Step, stop: Stop): boolean {
  return step.type === stop.type && step.id === stop.id;
}

/** What jobs are to receive is aboard from the start. */
export function atStart(visits: readonly Visit[], dimension: number): number {
  return visits
    .filter(({ stop }) => stop.type === "job")
    .reduce((sum, { stop }) => sum + (stop.leaves[dimension] ?? 0), 0);
}

/** Places in the order in which they are passed, start and end included where there are any. */
function placesOf(vehicle: Vehicle, visits: readonly Visit[]): number[] {
  const stops = visits.map(({ stop }) => stop.place);
  return [vehicle.start, ...stops, vehicle.end].filter((place) => place !== undefined);
}

/** Seconds and metres of a route; its cost where the matrix states costs. */
export function lengthOf(problem: Problem, vehicle: Vehicle, visits: readonly Visit[]) {
  const matrix = problem.matrices[vehicle.profile];
  const places = placesOf(vehicle, visits);
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
  const visits = visitsOf(problem, steps);
  if (visits.length === 0) return 0;
  const { fixed, perHour, perKm, perTaskHour } = vehicle.costs;
  const { travel, distance, given } = lengthOf(problem, vehicle, visits);
  const way = given ?? (travel * perHour) / 3600 + (distance * perKm) / 1000;
  let from = vehicle.start;
  let work = 0;
  for (const { stop } of visits) {
    work += workOf(vehicle, stop, from);
    from = stop.place;
  }
  return fixed + way + (work * perTaskHour) / 3600;
}

/** Setup and service of a stop; no setup for who is already there. */
export function workOf(vehicle: Vehicle, stop: Stop, from: number | undefined): number {
  const kind = vehicle.type ?? "";
  const setup = from === stop.place ? 0 : (stop.setupPerType[kind] ?? stop.setup);
  return setup + (stop.servicePerType[kind] ?? stop.service);
}
