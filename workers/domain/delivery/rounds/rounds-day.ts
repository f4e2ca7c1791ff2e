import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import type { CarriedLine } from "./goods.ts";
import type { RoundTerms } from "./round-terms.ts";
import type { Tariff } from "./tariff.ts";

/** Everything of a cycle that its rounds are made of. */
export interface RoundsDay {
  readonly deliveryDay: CivilDate;
  /** Null while the hub has not said where it is. */
  readonly hub: EarthPoint | null;
  readonly terms: RoundTerms;
  readonly orders: readonly DayOrder[];
  readonly lines: readonly CarriedLine[];
  readonly points: readonly DayPoint[];
  readonly producers: readonly DayProducer[];
  readonly shifts: readonly DayShift[];
  /** What an hour may cost by which paid time is off a share; 0 where nobody minds. */
  readonly fairnessCents: Cents;
}

/** Minutes since midnight in Rome, as slots are told. */
export interface DayWindow {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface DayOrder {
  readonly orderId: string;
  /** A pickup point's id, or "home". */
  readonly place: string;
  /** Where its household lives; null where nobody knows, and for what is fetched at a point. */
  readonly door: EarthPoint | null;
  /** Null for an order that named none: any time of the shift. */
  readonly window: DayWindow | null;
}

export interface DayPoint extends EarthPoint {
  readonly pointId: string;
  /** When it opens first; crates are there by then. */
  readonly opensMinute: number | null;
}

export interface DayProducer {
  readonly enterpriseId: string;
  readonly door: EarthPoint | null;
  /** Brings its goods to the hub by itself: nothing is fetched there. */
  readonly brings: boolean;
  /** When its goods may be fetched on delivery day. */
  readonly window: DayWindow;
  /** When its goods are ready at the soonest: the producers were told, and it needs its days. */
  readonly readyAt: Instant;
}

/** A courier with a vehicle, from when to when, for what. */
export interface DayShift {
  readonly shiftId: string;
  readonly task: "collect" | "deliver";
  readonly from: Instant;
  readonly to: Instant;
  readonly vehicle: DayVehicle;
  /** Seconds that its courier was paid beyond their share of the last weeks; absent: none. */
  readonly ahead?: number;
}

export interface DayVehicle {
  readonly vehicleId: string;
  /** What its emissions are counted by: "cargo-bike", "van-diesel" … */
  readonly kind: string;
  readonly profile: RoadProfile;
  readonly capacityGrams: number;
  readonly capacityMillilitres: number;
  readonly capacityCrates: number;
  /** Of its crates, how many travel cold. */
  readonly coldCrates: number;
  /** How far it goes in one shift; null where nothing limits it. */
  readonly rangeMetres: number | null;
  readonly tariff: Tariff;
}
