import { type Driven, type EmissionFactor, footprintOf } from "#domain/delivery/footprint.ts";

/** What a version of a week's rounds comes to, as it is kept. */
export interface KeptFigures {
  /** With the way of producers that bring their goods themselves. */
  readonly planned: readonly Driven[];
  /** Each producer for itself. */
  readonly baseline: readonly Driven[];
  /** Of the rounds, in cents. */
  readonly totalCents: number;
  /** What the plan pays each shift, in seconds; absent in what was counted before hours were. */
  readonly paid?: readonly KeptHours[];
  /** What sharing hours fairly costs; null where nobody minds, or nobody shares a task. */
  readonly fairness?: KeptFairness | null;
}

export interface KeptHours {
  readonly shiftId: string;
  /** Of driving and work in this plan. */
  readonly seconds: number;
  /** Beyond the share of the weeks before, counted from who was furthest behind. */
  readonly ahead: number;
  /** Off the share of both together: below zero is too little. */
  readonly off: number;
}

export interface KeptFairness {
  readonly perHourCents: number;
  /** More than the shortest rounds that the same search finds when hours do not count. */
  readonly extraCents: number;
  readonly basisPoints: number;
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
