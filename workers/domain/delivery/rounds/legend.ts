import type { EarthPoint } from "#domain/kernel/earth.ts";

/**
 * What the numbers of a problem stand for. It holds no address and no name: who may see a round
 * finds them by these identifiers, for as long as they are there.
 */
export interface Legend {
  /** By the index of a place. */
  readonly places: readonly PlaceRef[];
  readonly stops: readonly StopRef[];
  readonly vehicles: readonly VehicleRef[];
  readonly leftOut: readonly LeftOut[];
}

export type PlaceKind = "hub" | "point" | "home" | "producer";

export interface PlaceRef {
  readonly kind: PlaceKind;
  /** Of the point, the producer, or an order that goes to this door; "" for the hub. */
  readonly ref: string;
}

export interface StopRef {
  /** Of the planner's job. */
  readonly id: number;
  readonly kind: "point" | "home" | "collection";
  /** The order that is left there, or the producer whose goods are fetched. */
  readonly ref: string;
  readonly place: number;
  readonly grams: number;
  readonly crates: number;
  readonly coldCrates: number;
  /** Its producer wants more days than there were: somebody had better call. */
  readonly isHurried?: true;
}

export interface VehicleRef {
  /** Of the planner's vehicle. */
  readonly id: number;
  readonly shiftId: string;
  readonly vehicleKind: string;
  readonly task: "collect" | "deliver";
}

/**
 * What no round can carry, and why: nobody knows where it goes (`no-door`) or where it is fetched
 * (`no-yard`), nobody drives for it (`no-shift`), or it is in a vehicle that drives no more
 * (`stranded`).
 */
export interface LeftOut {
  readonly kind: "order" | "producer";
  readonly ref: string;
  readonly reason: LeftOutReason;
}

export type LeftOutReason = "no-door" | "no-yard" | "no-shift" | "stranded";

/** A place with where it is, before distances are known. */
export interface DraftPlace extends EarthPoint {
  readonly place: PlaceRef;
}
