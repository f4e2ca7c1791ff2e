import { cents } from "#domain/kernel/money.ts";
import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import type { Tariff } from "./tariff.ts";

/** How a hub works on delivery day: what its rounds are timed by. Minutes of the Rome day. */
export interface RoundTerms {
  /** Collections are at the hub by then: the sorting begins. */
  readonly sortFromMinute: number;
  /** Crates for points and homes are sorted and loaded from then on. */
  readonly sortToMinute: number;
  /** Loading again at the hub, between two trips. */
  readonly reloadMinutes: number;
  /** Parking, ringing, finding the door: once for each place. */
  readonly arrivalMinutes: number;
  /** Handing over one order at a home, one more at a pickup point, and loading at a producer. */
  readonly homeMinutes: number;
  readonly pointMinutes: number;
  readonly producerMinutes: number;
  /** Longest time that cold goods may be on the way. */
  readonly coldRideMinutes: number;
  /** Times that a vehicle may come back to the hub in a shift. */
  readonly mostReloads: number;
  /** What a producer would drive if each brought its own: what sharing is compared with. */
  readonly ownVehicle: OwnVehicle;
}

export interface OwnVehicle {
  /** What its emissions are counted by. */
  readonly kind: string;
  readonly profile: RoadProfile;
  readonly tariff: Tariff;
}

/** What is taken until a hub says otherwise: a morning of collections, an evening of drops. */
export const FIRST_TERMS: RoundTerms = {
  sortFromMinute: 13 * 60,
  sortToMinute: 14 * 60 + 30,
  reloadMinutes: 8,
  arrivalMinutes: 2,
  homeMinutes: 3,
  pointMinutes: 1,
  producerMinutes: 8,
  coldRideMinutes: 120,
  mostReloads: 8,
  ownVehicle: {
    kind: "van-diesel",
    profile: "van",
    tariff: { roundCents: cents(0), hourCents: cents(1800), kmCents: cents(45) },
  },
};

/** When a producer's goods may be fetched, until it says otherwise. */
export const FIRST_COLLECTION = { fromMinute: 6 * 60, toMinute: 13 * 60 } as const;
