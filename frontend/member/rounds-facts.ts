import type { UnassignedReason } from "#domain/delivery/plan.ts";
import type { Failure, RoundEventKind } from "#domain/delivery/rounds/round-event.ts";
import type { LeftOutReason } from "#domain/delivery/rounds/legend.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import type { CycleState } from "#domain/orders/cycle-state.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { RouteFacts } from "#frontend/ui/route-facts.ts";

/** What no round carries, and why. */
export interface LeftFacts {
  readonly name: string;
  readonly code: string;
  readonly reason: UnassignedReason | LeftOutReason;
  /** Of an order whose door can be told here. */
  readonly orderId: string | null;
}

/** A length or an amount of carbon dioxide, with how far off it may be. */
export interface FigureFacts {
  readonly metres: number;
  /** Null where a kind of vehicle has no factor. */
  readonly grams: number | null;
}

export interface FiguresFacts {
  readonly planned: FigureFacts;
  readonly actual: FigureFacts | null;
  readonly baseline: FigureFacts;
  readonly saved: FigureFacts;
  /** Per cent by which each may be off; null where distances are those of streets. */
  readonly offPerCent: number | null;
  readonly sources: readonly { readonly kind: string; readonly words: string }[];
  /** Who said how far it is; some of them by the streets of OpenStreetMap. */
  readonly distances: { readonly names: readonly string[]; readonly areStreets: boolean };
  readonly withoutFactor: readonly string[];
  readonly totalCents: Cents;
  readonly producers: readonly {
    readonly name: string;
    readonly alone: Cents;
    readonly share: Cents;
  }[];
}

/** Hours of who drives in a week, and how far they are off a fair share. */
export interface HoursFacts {
  readonly drivers: readonly {
    readonly name: string;
    readonly vehicle: string;
    readonly task: "collect" | "deliver";
    /** Minutes of driving and work. */
    readonly minutes: number;
    /** Beyond the share of the four weeks before. */
    readonly aheadMinutes: number;
    /** Off the share of all of it: below zero is too little. */
    readonly offMinutes: number;
  }[];
  /** What that costs; null where hours do not count. */
  readonly cost: {
    readonly extraCents: Cents;
    readonly part: BasisPoints;
    readonly perHourCents: Cents;
  } | null;
}

/** One plan among those of a week. */
export interface VersionFacts {
  /** As the address names it: "2.1". */
  readonly key: string;
  readonly savedAt: Instant;
  readonly source: "planner" | "browser" | "hand";
  readonly costCents: Cents;
  /** Null where it was not worked out for this page. */
  readonly metres: number | null;
  readonly unserved: number;
}

export interface ComparisonFacts {
  readonly one: VersionFacts;
  readonly other: VersionFacts;
  /** Stops that another round has, or another hour by a quarter or more. */
  readonly moved: readonly {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface ShiftFacts {
  readonly shiftId: string;
  readonly vehicle: string;
  readonly courier: string;
  readonly task: "collect" | "deliver";
  readonly from: Instant;
  readonly to: Instant;
  readonly isOut: boolean;
}

/** What was told on the day. */
export interface EventFacts {
  readonly at: Instant;
  readonly vehicle: string;
  readonly kind: RoundEventKind;
  /** Of a stop; "" for what is of the whole round. */
  readonly name: string;
  readonly minutes: number | null;
  readonly reason: Failure | null;
}

export interface RoundsWeekFacts {
  /** The newest first. */
  readonly events: readonly EventFacts[];
  readonly cycleId: string;
  readonly code: string;
  readonly deliveryDay: CivilDate;
  readonly state: CycleState;
  readonly plan: "none" | "waiting" | "solving" | "solved" | "set-aside";
  readonly planWords: string | null;
  /** How far the search is; null where none is going on. */
  readonly thousandths: number | null;
  /** Nothing is planned any more once crates were delivered, nor before orders are closed. */
  readonly mayAsk: boolean;
  readonly mayManage: boolean;
  readonly mayTell: boolean;
  readonly hub: {
    readonly name: string;
    readonly latMicrodegrees: number;
    readonly lonMicrodegrees: number;
  } | null;
  readonly routes: readonly RouteFacts[];
  readonly left: readonly LeftFacts[];
  readonly figures: FiguresFacts | null;
  /** Null until they are counted. */
  readonly hours: HoursFacts | null;
  readonly versions: readonly VersionFacts[];
  readonly shown: string | null;
  readonly comparison: ComparisonFacts | null;
  readonly shifts: readonly ShiftFacts[];
  readonly vehicles: readonly { readonly id: string; readonly name: string }[];
  /** Who may be put on a shift, for whoever plans. */
  readonly drivers: readonly { readonly id: string; readonly name: string }[];
  readonly keys: {
    readonly ask: string;
    readonly shift: string;
    readonly event: string;
    readonly door: string;
    readonly off: string;
  };
  /** What a browser takes to plan these rounds by itself; null where nothing is to be planned. */
  readonly inBrowser: {
    readonly planId: string;
    readonly thread: string;
    readonly core: string;
    readonly key: string;
  } | null;
  readonly done: string | null;
  readonly errors: readonly FieldError[];
}
