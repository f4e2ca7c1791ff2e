import type { Instant } from "#domain/kernel/instant.ts";

/** A place on a round: what is left or fetched there, and when. */
export interface StopFacts {
  /** What its pin carries: the round's letter and its number. */
  readonly mark: string;
  readonly kind: "home" | "point" | "collection";
  readonly name: string;
  readonly street: string;
  readonly phone: string;
  readonly note: string;
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
  readonly arrivesAt: Instant;
  readonly leavesAt: Instant;
  readonly orders: number;
  readonly crates: number;
  readonly coldCrates: number;
  readonly grams: number;
  /** Its producer wants more days than there were. */
  readonly isHurried: boolean;
  readonly told: "done" | "failed" | null;
  /** What of it nobody told yet, as a form names it: `order:ID`, `producer:ID`. */
  readonly subjects: readonly string[];
}

/** From the hub to the next return to it. */
export interface TripFacts {
  readonly leavesAt: Instant;
  readonly stops: readonly StopFacts[];
}

export interface RouteFacts {
  /** The planner's number of its vehicle: in the address of its sheet. */
  readonly vehicle: number;
  readonly letter: string;
  readonly name: string;
  readonly courier: string;
  readonly task: "collect" | "deliver";
  readonly leavesAt: Instant;
  readonly backAt: Instant;
  readonly metres: number;
  readonly grams: number;
  readonly crates: number;
  readonly isRead: boolean;
  readonly trips: readonly TripFacts[];
}
