import type { StopKey } from "./problem.ts";

/** What is known in the middle of a day. */
export interface DayNews {
  readonly now: number;
  /** Stops that are done, and when work there ended. */
  readonly done: ReadonlyMap<StopKey, number>;
  /** Stops that were tried in vain: their errand is over, and what was fetched rides along. */
  readonly failed: ReadonlySet<StopKey>;
  /** Vehicles that run no more today. */
  readonly out: ReadonlySet<number>;
  /** Stops that were planned to begin by then stay as they are. */
  readonly frozenUntil: number;
  /** Where a vehicle is, or will be free next, where that is known. */
  readonly whereabouts?: ReadonlyMap<number, { readonly place: number; readonly at: number }>;
}
