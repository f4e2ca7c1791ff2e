import { invariant } from "#domain/kernel/invariant.ts";
import type { Matrix, Problem, Stop, Vehicle } from "#domain/delivery/problem.ts";
import { FORBIDDEN } from "./scale.ts";

/** Square tables over nodes and terminals, row by row. */
export interface Arcs {
  /** Nodes and terminals. */
  readonly width: number;
  /** One table per profile. */
  readonly durations: readonly Int32Array[];
  readonly distances: readonly Int32Array[];
  /** One table per pair of profile and prices, in `1 / costUnit` of the problem's cost. */
  readonly arcCosts: readonly Float64Array[];
  /** The same turned over: a row holds what it costs to come to its node. */
  readonly costsTo: readonly Float64Array[];
  readonly costUnit: number;
}

/** What decides what an arc costs a vehicle. */
export function tariffOf(vehicle: Vehicle): string {
  return `${vehicle.profile} ${vehicle.costs.perHour} ${vehicle.costs.perKm}`;
}

/** Distinct values in order of appearance, as an index. */
export function ranksOf(values: readonly string[]): Map<string, number> {
  return new Map([...new Set(values)].map((value, rank) => [value, rank]));
}

/** Places where routes begin, end or load again; -1 is nowhere, for a route without that end. */
export function terminalsOf(problem: Problem): number[] {
  const places = problem.vehicles.flatMap(({ start, end, reload }) => [
    start ?? -1,
    end ?? -1,
    ...(reload ? [reload.place] : []),
  ]);
  return [...new Set(places)];
}

export function compileArcs(
  problem: Problem,
  stops: readonly Stop[],
  terminals: readonly number[],
): Arcs {
  const places = [...stops.map((stop) => stop.place), ...terminals];
  const profiles = [...ranksOf(problem.vehicles.map(({ profile }) => profile)).keys()];
  const matrices = profiles.map((profile) => matrixOf(problem, profile));
  const tariffs = ranksOf(problem.vehicles.map(tariffOf));
  const payers = [...tariffs.keys()].map((tariff) =>
    problem.vehicles.find((vehicle) => tariffOf(vehicle) === tariff),
  );
  const costUnit = costUnitOf(problem);
  const arcCosts = payers.flatMap((payer) =>
    payer ? [costsFor(problem, payer, places, costUnit)] : [],
  );
  return {
    width: places.length,
    durations: matrices.map(({ durations }) => expand(places, durations)),
    distances: matrices.map(({ durations, distances }) => expand(places, distances ?? durations)),
    arcCosts,
    costsTo: arcCosts.map((table) => turned(table, places.length)),
    costUnit,
  };
}

function matrixOf(problem: Problem, profile: string): Matrix {
  const matrix = problem.matrices[profile];
  invariant(matrix !== undefined, "every profile has its matrix");
  return matrix;
}

type Rows = Matrix["durations"];

function expand(places: readonly number[], rows: Rows): Int32Array {
  const table = new Int32Array(places.length ** 2);
  forEachArc(places, (from, to, arc) => {
    const value = rows[from]?.[to] ?? FORBIDDEN;
    invariant(value <= FORBIDDEN, "a duration or a distance fits the solver's 32 bits");
    table[arc] = value;
  });
  return table;
}

/** Calls for each arc between two different places that exist: staying put is free. */
function forEachArc(
  places: readonly number[],
  visit: (from: number, to: number, arc: number) => void,
): void {
  places.forEach((from, row) =>
    places.forEach((to, column) => {
      if (from !== to && from >= 0 && to >= 0) visit(from, to, row * places.length + column);
    }),
  );
}

/**
 * Costs per hour and per kilometre are fractions of a cost per second and metre: all are counted
 * in the largest unit that makes them whole, so that sums are exact.
 */
function costUnitOf(problem: Problem): number {
  let divisor = UNIT;
  for (const { costs } of problem.vehicles) {
    const parts = [costs.perHour * 1000, costs.perKm * 3600, costs.perTaskHour * 1000];
    for (const part of parts) divisor = greatestCommonDivisor(divisor, part);
  }
  divisor = greatestCommonDivisor(divisor, (problem.fairness?.perHour ?? 0) * 1000);
  return UNIT / divisor;
}

const UNIT = 3_600_000;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function costsFor(
  problem: Problem,
  payer: Vehicle,
  places: readonly number[],
  costUnit: number,
): Float64Array {
  const { durations, distances, costs } = matrixOf(problem, payer.profile);
  const perSecond = (payer.costs.perHour * costUnit) / 3600;
  const perMetre = (payer.costs.perKm * costUnit) / 1000;
  const table = new Float64Array(places.length ** 2);
  forEachArc(places, (from, to, arc) => {
    const given = costs?.[from]?.[to];
    const metres = perMetre > 0 ? (distances?.[from]?.[to] ?? FORBIDDEN) * perMetre : 0;
    const seconds = (durations[from]?.[to] ?? FORBIDDEN) * perSecond;
    table[arc] = costs ? (given ?? FORBIDDEN) * costUnit : Math.round(seconds + metres);
  });
  return table;
}

function turned(table: Float64Array, width: number): Float64Array {
  return table.map((_, arc) => table[(arc % width) * width + Math.floor(arc / width)] ?? 0);
}
