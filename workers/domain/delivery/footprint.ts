import { allotWhole } from "#domain/kernel/allot.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { multiplyDivide } from "#domain/kernel/money.ts";

/** What a kilometre of a vehicle emits; the cooperative keeps the table, with its sources. */
export interface EmissionFactor {
  readonly vehicleKind: string;
  /** Milligrams of CO2 equivalent per kilometre, well to wheel. */
  readonly milligramsPerKm: number;
  readonly source: string;
  readonly year: number;
}

export interface Driven {
  readonly vehicleKind: string;
  readonly metres: number;
}

export interface Footprint {
  readonly metres: number;
  /** Grams of CO2 equivalent. */
  readonly grams: number;
}

/**
 * Metres and grams of what was or would be driven. Each kind is rounded once.
 * @throws BrokenInvariant for a kind that has no factor: nothing is counted as zero by mistake.
 */
export function footprintOf(
  driven: readonly Driven[],
  factors: readonly EmissionFactor[],
): Footprint {
  const perKind = new Map<string, number>();
  for (const { vehicleKind, metres } of driven) {
    perKind.set(vehicleKind, (perKind.get(vehicleKind) ?? 0) + metres);
  }
  let metres = 0;
  let grams = 0;
  for (const [kind, length] of perKind) {
    const factor = factors.find(({ vehicleKind }) => vehicleKind === kind);
    invariant(factor !== undefined, () => `${kind} has an emission factor`);
    metres += length;
    grams += multiplyDivide(length, factor.milligramsPerKm, 1_000_000);
  }
  return { metres, grams };
}

/** The three figures that are only shown together, and what sharing saves. */
export interface RoundFigures {
  /** What was driven, once it is known. */
  readonly actual?: Footprint;
  readonly planned: Footprint;
  /** Each producer brings their own orders: solved with the same solver and budget. */
  readonly baseline: Footprint;
  /** Baseline less actual, or less planned before the day; below zero when sharing costs more. */
  readonly saved: Footprint;
}

export function roundFigures(figures: Omit<RoundFigures, "saved">): RoundFigures {
  const { actual, planned, baseline } = figures;
  const driven = actual ?? planned;
  const saved = {
    metres: baseline.metres - driven.metres,
    grams: baseline.grams - driven.grams,
  };
  return { ...figures, saved };
}

/** What an order weighs and how far it is from where the round begins, by the shortest way. */
export interface Carried {
  readonly weightGrams: number;
  readonly metresFromHub: number;
}

/**
 * Each order's part of a round's grams, which add up to it: by transport activity, mass times the
 * shortest feasible distance, as ISO 14083 has it, not by the order of the stops.
 */
export function gramsPerOrder(round: Footprint, orders: readonly Carried[]): number[] {
  const activity = orders.map(({ weightGrams, metresFromHub }) => weightGrams * metresFromHub);
  const isStill = activity.every((amount) => amount === 0);
  return allotWhole(round.grams, isStill ? activity.map(() => 1) : activity);
}
