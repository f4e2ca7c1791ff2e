import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Failure } from "#domain/delivery/rounds/round-event.ts";
import type { RouteFacts, StopFacts } from "#frontend/ui/route-facts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

/** One of the rounds that somebody rides. */
export interface ListedRide {
  readonly href: string;
  readonly vehicle: string;
  readonly code: string;
  readonly deliveryDay: CivilDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly task: "collect" | "deliver";
  readonly courier: string;
  readonly plan: "none" | "unread" | "read";
}

export interface RidesFacts {
  readonly rides: readonly ListedRide[];
  readonly seesAll: boolean;
}

/** What a new plan changes for who rides it. */
export interface RideNews {
  readonly planId: string;
  readonly version: number;
  readonly vehicle: number;
  readonly savedAt: Instant;
  /** Nothing of this round was read before. */
  readonly isFirst: boolean;
  readonly changes: readonly RideChange[];
}

/** A stop that comes, goes, or moves by a quarter of an hour or more. */
export interface RideChange {
  readonly name: string;
  readonly before: Instant | null;
  readonly after: Instant | null;
}

/** What is to be done now: a stop, or another load at the hub. */
export type NextDeed =
  | { readonly kind: "stop"; readonly stop: StopFacts; readonly number: number }
  | {
      readonly kind: "load";
      readonly at: Instant;
      readonly trip: number;
      readonly crates: number;
      readonly coldCrates: number;
    };

/** A stop that was told. */
export interface PastStop {
  readonly name: string;
  readonly at: Instant;
  readonly kind: "done" | "failed";
  readonly reason: Failure | null;
}

export interface RideFacts {
  readonly cycleId: string;
  readonly shiftId: string;
  readonly code: string;
  readonly deliveryDay: CivilDate;
  readonly vehicle: string;
  readonly courier: string;
  readonly task: "collect" | "deliver";
  readonly from: Instant;
  readonly to: Instant;
  readonly plan: "none" | "waiting" | "solving" | "solved" | "set-aside";
  readonly hub: { readonly latMicrodegrees: number; readonly lonMicrodegrees: number } | null;
  readonly route: RouteFacts | null;
  readonly news: RideNews | null;
  /** Null before the day, for who may not tell, and once everything was told. */
  readonly next: NextDeed | null;
  readonly mayTell: boolean;
  readonly isOut: boolean;
  readonly past: readonly PastStop[];
  /** The address of everybody's rounds, for who may see them. */
  readonly week: string | null;
  readonly key: string;
  readonly done: string | null;
  readonly errors: readonly FieldError[];
}
