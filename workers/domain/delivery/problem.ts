/**
 * What the planner is asked: errands to run, vehicles to run them with, and how far apart places
 * are. A superset of VROOM's JSON, which `read-problem.ts` reads.
 *
 * Units: seconds since any fixed instant, metres, and whatever the problem counts its goods in.
 * All numbers are integers.
 */
export interface Problem {
  readonly vehicles: readonly Vehicle[];
  readonly errands: readonly Errand[];
  readonly matrices: Readonly<Record<string, Matrix>>;
  /** How many places the matrices know; a place is an index below it. */
  readonly places: number;
  /** How many quantities are counted: weight, volume, cold boxes … */
  readonly dimensions: number;
}

/** `null` stands for a pair that cannot be travelled: it is forbidden, never free. */
export interface Matrix {
  readonly durations: readonly Row[];
  readonly distances?: readonly Row[];
  /** Replaces what hours and kilometres cost. */
  readonly costs?: readonly Row[];
}

type Row = readonly (number | null)[];

/** Both ends belong to it. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

export interface Vehicle {
  readonly id: number;
  readonly profile: string;
  /** Chooses among `setupPerType` and `servicePerType` of a stop. */
  readonly type?: string;
  /** Without a start it begins at its first stop; without an end it stays at its last. */
  readonly start?: number;
  readonly end?: number;
  /** Absent: it carries nothing that weighs. */
  readonly capacity?: readonly number[];
  readonly skills: readonly number[];
  readonly shift?: TimeWindow;
  readonly breaks: readonly Break[];
  readonly maxTasks?: number;
  readonly maxTravelTime?: number;
  readonly maxDistance?: number;
  readonly costs: Costs;
}

export interface Costs {
  readonly fixed: number;
  readonly perHour: number;
  readonly perKm: number;
  readonly perTaskHour: number;
}

/** A rest of `service` seconds that begins within one of its windows, also in mid-journey. */
export interface Break {
  readonly id: number;
  readonly windows: readonly TimeWindow[];
  readonly service: number;
  readonly maxLoad?: readonly number[];
}

/**
 * What is done wholly or not at all, by one vehicle: a job is one stop, a shipment a pickup and,
 * later on the same route, its delivery.
 */
export interface Errand {
  /** One stop, or a pickup and its delivery. */
  readonly stops: readonly Stop[];
  readonly skills: readonly number[];
  /** 0 to 100, counted once for each stop. */
  readonly priority: number;
}

export type StopType = "job" | "pickup" | "delivery";

export interface Stop {
  readonly type: StopType;
  readonly id: number;
  readonly place: number;
  /** Paid when the vehicle comes from another place. */
  readonly setup: number;
  readonly service: number;
  readonly setupPerType: Readonly<Record<string, number>>;
  readonly servicePerType: Readonly<Record<string, number>>;
  /** Empty: at any time. The start of setup and service lies in one of them. */
  readonly windows: readonly TimeWindow[];
  /** Left here: aboard since the start of the round (job), or since its pickups. */
  readonly leaves: readonly number[];
  /** Taken aboard here: until the end of the round (job), or to the delivery. */
  readonly takes: readonly number[];
}

/** `pickup:7`: how a stop is named in plans and complaints. */
export type StopKey = `${StopType}:${number}`;

export function keyOf(stop: { readonly type: StopType; readonly id: number }): StopKey {
  return `${stop.type}:${stop.id}`;
}
