import type { Problem, Stop } from "#domain/delivery/problem.ts";
import type { Part } from "./compile-parts.ts";
import { NEVER, relative } from "./scale.ts";

/** What was promised before, to couriers and to households, and what breaking it costs. */
export interface Promises {
  /** Per part: the vehicle it was planned on, -1 for none, -2 for one that is not here. */
  readonly plannedOn: Int32Array;
  /** What a stop costs on another vehicle than planned, in the solver's unit. */
  readonly movedCost: number;
  /** Per node: when it was planned to begin, or UNPLANNED. */
  readonly plannedAt: Int32Array;
  readonly shiftedCost: number;
  readonly tolerance: number;
  /** What a second costs by which paid time is off its share; 0 when nobody asks. */
  readonly fairnessPerSecond: number;
  readonly paidBefore: Float64Array;
  /** What shares are in proportion to. */
  readonly availability: Float64Array;
  /** Per vehicle: the first vehicle of its crew, among whom paid time is shared. */
  readonly crewOf: Int32Array;
}

export const UNPLANNED: number = -NEVER - 1;

interface Frame {
  readonly parts: readonly Part[];
  readonly stops: readonly Stop[];
  readonly origin: number;
  readonly costUnit: number;
}

export function compilePromises(problem: Problem, frame: Frame): Promises {
  const { vehicles, stability, fairness } = problem;
  const { parts, stops, origin, costUnit } = frame;
  const indexOf = new Map(vehicles.map(({ id }, index) => [id, index]));
  const plannedAt = new Int32Array(stops.length).fill(UNPLANNED);
  let node = 0;
  for (const part of parts) {
    const errand = problem.errands[part.errand];
    for (const stop of part.stops) {
      const at = errand?.planned?.at;
      const isLast = stop.type !== "pickup";
      if (at !== undefined && isLast) plannedAt[node] = relative(at, origin);
      node++;
    }
  }
  const isBounded = vehicles.every(({ shift }) => shift !== undefined);
  return {
    plannedOn: Int32Array.from(parts, ({ errand }) => {
      const id = problem.errands[errand]?.planned?.vehicle;
      return id === undefined ? -1 : (indexOf.get(id) ?? -2);
    }),
    movedCost: (stability?.moved ?? 0) * costUnit,
    plannedAt,
    shiftedCost: (stability?.shifted ?? 0) * costUnit,
    tolerance: stability?.tolerance ?? 0,
    fairnessPerSecond: ((fairness?.perHour ?? 0) * costUnit) / 3600,
    paidBefore: Float64Array.from(vehicles, ({ paidBefore }) => paidBefore ?? 0),
    crewOf: Int32Array.from(vehicles, ({ crew = 0 }) =>
      vehicles.findIndex((one) => (one.crew ?? 0) === crew),
    ),
    availability: Float64Array.from(vehicles, ({ shift }) =>
      isBounded && shift ? shift.to - shift.from : 1,
    ),
  };
}
