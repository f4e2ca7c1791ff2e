import type { Problem, Vehicle } from "#domain/delivery/problem.ts";
import { estimatedTable, FIRST_GUESS } from "#domain/delivery/roads/estimated-table.ts";
import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import { matrixOf } from "#domain/delivery/roads/road-table.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { type Cents, cents, multiplyDivide } from "#domain/kernel/money.ts";
import { HUB } from "./fleet.ts";
import { aloneCents } from "./shares.ts";
import type { Tariff } from "./tariff.ts";

/** The last rounds that were counted: what all their orders would cost alone, and cost together. */
export interface CountedRounds {
  readonly alone: Cents;
  readonly share: Cents;
  /** Where they began, how long a door takes there, and what brought the crates. */
  readonly hub: EarthPoint;
  readonly arrivalMinutes: number;
  readonly homeMinutes: number;
  readonly vehicles: readonly { readonly profile: RoadProfile; readonly tariff: Tariff }[];
}

/** What a door's own order would cost alone, and its part of a common round. */
export interface OwnSaving {
  readonly alone: Cents;
  readonly share: Cents;
}

/**
 * What the common round saves for one door before its week is planned. The rule is that of
 * `orderShares`: alone is the way from the hub to this door and back with the vehicle that does it
 * cheapest, with the arrival and the hand-over; the part of the round is what the last rounds took
 * of what their orders would have cost alone. So an order like it, in those rounds, would have had
 * this very part, and part and saving add up to what it costs alone. Ways are guessed.
 * @returns null where nothing brought crates, or nothing was counted
 */
export function ownSaving(door: EarthPoint, last: CountedRounds): OwnSaving | null {
  if (last.alone <= 0 || last.vehicles.length === 0) return null;
  const problem = toOneDoor(door, last);
  const alone = aloneCents(problem, problem.vehicles, 1);
  return { alone, share: cents(multiplyDivide(alone, last.share, last.alone)) };
}

function toOneDoor(
  door: EarthPoint,
  { hub, vehicles, arrivalMinutes, homeMinutes }: CountedRounds,
): Problem {
  const profiles = [...new Set(vehicles.map(({ profile }) => profile))];
  const matrices = profiles.map(
    (profile) => [profile, matrixOf(estimatedTable([hub, door], FIRST_GUESS[profile]))] as const,
  );
  const stop = {
    type: "job" as const,
    id: 1,
    place: 1,
    setup: arrivalMinutes * 60,
    service: homeMinutes * 60,
    setupPerType: {},
    servicePerType: {},
    windows: [],
    leaves: [],
    takes: [],
  };
  return {
    vehicles: vehicles.map(vehicleOf),
    errands: [{ stops: [stop], skills: [], priority: 0 }],
    matrices: Object.fromEntries(matrices),
    places: 2,
    dimensions: 0,
  };
}

function vehicleOf({ profile, tariff }: CountedRounds["vehicles"][number], index: number): Vehicle {
  const { roundCents, hourCents, kmCents } = tariff;
  const costs = { fixed: roundCents, perHour: hourCents, perKm: kmCents, perTaskHour: hourCents };
  return { id: index + 1, profile, start: HUB, end: HUB, skills: [], breaks: [], costs };
}
