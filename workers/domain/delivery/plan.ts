import type { StopType } from "./problem.ts";

/** Routes for vehicles, in VROOM's words, so that who uses VROOM can read them. */
export interface Plan {
  readonly routes: readonly PlannedRoute[];
  readonly unassigned: readonly UnassignedStop[];
}

export interface PlannedRoute {
  /** The vehicle's id. */
  readonly vehicle: number;
  readonly steps: readonly Step[];
}

export type StepType = StopType | "start" | "end" | "break" | "reload";

export interface Step {
  readonly type: StepType;
  /** The stop's or the break's; start, end and reload have none. */
  readonly id?: number;
  /** Seconds. Work begins at `arrival + waiting`; a start's arrival is when the vehicle leaves. */
  readonly arrival: number;
  readonly waiting: number;
  readonly setup: number;
  readonly service: number;
  /** The place, where the step has one. */
  readonly place?: number;
  readonly load: readonly number[];
}

export interface UnassignedStop {
  readonly type: StopType;
  readonly id: number;
  readonly reason: UnassignedReason;
}

/** `crowded-out`: each could be served alone, but not all together. */
export type UnassignedReason = Impossibility | "crowded-out";

/**
 * Why no vehicle could serve an errand even with nothing else to do: `ride` is too long on the way,
 * `release` is ready too late.
 */
export type Impossibility = "skill" | "capacity" | "range" | "ride" | "release" | "window";
