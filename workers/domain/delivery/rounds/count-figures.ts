import { type Driven, type EmissionFactor, footprintOf } from "#domain/delivery/footprint.ts";

/** What a version of a week's rounds comes to, as it is kept. */
export interface KeptFigures {
  /** With the way of producers that bring their goods themselves. */
  readonly planned: readonly Driven[];
  /** Each producer for itself. */
  readonly baseline: readonly Driven[];
  /** Of the rounds, in cents. */
  readonly totalCents: number;
}

/** A length, and the grams where every kind of vehicle has its factor. */
export interface Counted {
  readonly metres: number;
  readonly grams: number | null;
}

/** Counts what was or would be driven; without a factor nothing is said of grams. */
export function counted(driven: readonly Driven[], factors: readonly EmissionFactor[]): Counted {
  const metres = driven.reduce((sum, one) => sum + one.metres, 0);
  if (kindsWithout(driven, factors).length > 0) return { metres, grams: null };
  return { metres, grams: footprintOf(driven, factors).grams };
}

/** The kinds of vehicle that nobody noted a factor of. */
export function kindsWithout(
  driven: readonly Driven[],
  factors: readonly EmissionFactor[],
): string[] {
  const known = new Set(factors.map(({ vehicleKind }) => vehicleKind));
  return [...new Set(driven.map(({ vehicleKind }) => vehicleKind))].filter(
    (kind) => !known.has(kind),
  );
}

/** What sharing saves: below zero when it costs more. */
export function savedBy(baseline: Counted, driven: Counted): Counted {
  const grams =
    baseline.grams === null || driven.grams === null ? null : baseline.grams - driven.grams;
  return { metres: baseline.metres - driven.metres, grams };
}
