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
  readonly stability?: Stability;
  readonly fairness?: Fairness;
}

/** What it costs, when a day is planned again, that people were told something else. */
export interface Stability {
  /** For each stop that another vehicle runs than was planned. */
  readonly moved: number;
  /** For each stop that begins more than `tolerance` seconds from when it was planned. */
  readonly shifted: number;
  readonly tolerance: number;
}

/**
 * What an hour costs by which a courier's paid time (driving and work; neither waiting nor breaks)
 * is off their share in their crew. Shares are by length of shift; all are alike when a shift is
 * missing.
 */
export interface Fairness {
  readonly perHour: number;
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
  /** Where it may load again what jobs leave, and put off what they take. */
  readonly reload?: Reload;
  /** Stops that come first, in this order, whatever else changes; it is late for none of them. */
  readonly frozen?: readonly StopKey[];
  /** Seconds paid to its courier in this period before this plan. */
  readonly paidBefore?: number;
  /** Paid time is shared among those of a crew; without a word all are one. */
  readonly crew?: number;
}

/** A vehicle makes as many trips as reloads and one. Goods of shipments stay aboard. */
export interface Reload {
  readonly place: number;
  readonly service: number;
  /** At most so many reloads. */
  readonly most: number;
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
 * What is done wholly or not at all, by one vehicle: a job is one stop, a shipment one or more
 * pickups in any order and, later on the same route, their delivery.
 */
export interface Errand {
  /** One job; pickups and then their delivery; or a delivery of what is already aboard. */
  readonly stops: readonly Stop[];
  readonly skills: readonly number[];
  /** 0 to 100, counted once for each stop. */
  readonly priority: number;
  /** The only vehicle that may run it. A delivery without pickup is aboard of this one. */
  readonly vehicle?: number;
  /**
   * Seconds that the goods may be on the way: from the end of work at each pickup, or from leaving
   * the start or the reload, to the beginning of work where they are left.
   */
  readonly maxRide?: number;
  /**
   * Since when goods that are already aboard have been on the way. A job's are then in its
   * `vehicle` before the route begins; of an order those that its pickups do not name any more.
   */
  readonly aboardSince?: number;
  /** What people were told: who comes, and when work at the last stop begins. */
  readonly planned?: { readonly vehicle?: number; readonly at?: number };
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
  /** Taken aboard at a delivery: empties that ride to the end of the round, or to a reload. */
  readonly returns?: readonly number[];
  /** A job's goods are at the start, or the reload, only from then on. */
  readonly release?: number;
}

/** `pickup:7`: how a stop is named in plans and complaints. */
export type StopKey = `${StopType}:${number}`;

export function keyOf(stop: { readonly type: StopType; readonly id: number }): StopKey {
  return `${stop.type}:${stop.id}`;
}

/** Whether a word, such as a step's type, is that of a stop. */
export function isStopType(word: string): word is StopType {
  return word === "job" || word === "pickup" || word === "delivery";
}

/** How much of an errand's goods is in its vehicle before the route begins. */
export function aboardOf({ stops, vehicle, aboardSince }: Errand, dimension: number): number {
  const last = stops.at(-1);
  if (vehicle === undefined || last === undefined) return 0;
  const leaves = last.leaves[dimension] ?? 0;
  if (last.type === "job") return aboardSince === undefined ? 0 : leaves;
  return stops.reduce((left, { takes }) => left - (takes[dimension] ?? 0), leaves);
}
