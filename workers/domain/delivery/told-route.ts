import { invariant } from "#domain/kernel/invariant.ts";
import type { Instant } from "#domain/kernel/instant.ts";

/** A place on earth, in millionths of a degree. */
export interface MapPoint {
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
}

/** A courier's round as it leaves the planner: for a navigator, a map or a sheet of paper. */
export interface ToldRoute {
  readonly name: string;
  readonly stops: readonly ToldStop[];
  /** The way along the streets, where it is known. */
  readonly line?: readonly MapPoint[];
}

export interface ToldStop extends MapPoint {
  readonly name: string;
  /** What is done there: fetch, leave, load again … in the reader's language. */
  readonly task: string;
  readonly note?: string;
  readonly arrivesAt: Instant;
  readonly leavesAt: Instant;
}

/** `45.438400`, as every map format wants it. */
export function degrees(microdegrees: number): string {
  invariant(Number.isSafeInteger(microdegrees), "a place is in whole millionths of a degree");
  const size = Math.abs(microdegrees);
  const whole = Math.floor(size / 1_000_000);
  const rest = String(size % 1_000_000).padStart(6, "0");
  return `${microdegrees < 0 ? "-" : ""}${whole}.${rest}`;
}
