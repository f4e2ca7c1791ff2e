import type { OpenCycle } from "./delivery.ts";
import type { Ordered } from "./ordering.ts";
import type { Readings } from "./readings.ts";
import type { Names } from "./set-up.ts";
import type { Week } from "./week-files.ts";

/** Everything that happened in a week, to be told in the words of `expected.json`. */
export interface Played {
  readonly week: Week;
  readonly names: Names;
  readonly cycle: OpenCycle;
  readonly ordered: Ordered;
  /** Household of the file → its wallet before the first order. */
  readonly openings: ReadonlyMap<string, number>;
  readonly readings: Readings;
}
