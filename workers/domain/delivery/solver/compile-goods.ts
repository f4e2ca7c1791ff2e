import { invariant } from "#domain/kernel/invariant.ts";
import { aboardOf, type Problem, type Stop } from "#domain/delivery/problem.ts";
import type { Part } from "./compile-parts.ts";
import { NEVER, relative } from "./scale.ts";

/** What is aboard and since when, per node or vehicle. At terminals nothing changes. */
export interface Goods {
  /** Change of load at a node, and what a job has aboard from the start: `[node * dims + d]`. */
  readonly loadChange: Int32Array;
  readonly fromStart: Int32Array;
  /** What is taken aboard at a node and stays to the end of the trip: `[node * dims + d]`. */
  readonly kept: Int32Array;
  /** Goods of shipments aboard when the route begins: `[vehicle * dims + d]`. */
  readonly initialLoad: Int32Array;
  /** The trip of a node does not begin before. */
  readonly release: Int32Array;
  readonly hasReleases: boolean;
  /** The longest ride to a node, or -1; from these nodes, or from where the trip begins. */
  readonly maxRide: Int32Array;
  readonly rideFrom: readonly (readonly number[])[];
  readonly hasRides: boolean;
  readonly hasReturns: boolean;
}

interface Frame {
  readonly parts: readonly Part[];
  readonly stops: readonly Stop[];
  readonly width: number;
  readonly origin: number;
}

export function compileGoods(problem: Problem, frame: Frame): Goods {
  const { stops, width, origin } = frame;
  const release = new Int32Array(width).fill(-NEVER);
  const errandIndex = frame.parts.flatMap((part) => part.stops.map(() => part.errand));
  stops.forEach((stop, node) => {
    const isAboard = problem.errands[errandIndex[node] ?? -1]?.aboardSince !== undefined;
    if (stop.release !== undefined && !isAboard) release[node] = relative(stop.release, origin);
  });
  return {
    ...compileLoads(problem, frame),
    ...compileRides(problem, frame),
    initialLoad: initialLoadOf(problem),
    release,
    hasReleases: stops.some((stop) => stop.release !== undefined),
    hasReturns: stops.some((stop) => stop.returns?.some((amount) => amount > 0)),
  };
}

function compileLoads({ dimensions, errands }: Problem, { parts, stops, width }: Frame) {
  const isAboard = parts.flatMap((part) =>
    part.stops.map(() => errands[part.errand]?.aboardSince !== undefined),
  );
  const loadChange = new Int32Array(width * dimensions);
  const fromStart = new Int32Array(width * dimensions);
  const kept = new Int32Array(width * dimensions);
  stops.forEach((stop, node) => {
    for (let d = 0; d < dimensions; d++) {
      const leaves = stop.leaves[d] ?? 0;
      const takes = (stop.takes[d] ?? 0) + (stop.returns?.[d] ?? 0);
      invariant(Math.max(leaves, takes) <= NEVER, "a load fits the solver's 32 bits");
      loadChange[node * dimensions + d] = takes - leaves;
      const isLoadedAtStart = stop.type === "job" && !isAboard[node];
      if (isLoadedAtStart) fromStart[node * dimensions + d] = leaves;
      if (stop.type !== "pickup") kept[node * dimensions + d] = takes;
    }
  });
  return { loadChange, fromStart, kept };
}

function compileRides(problem: Problem, { parts, stops, width }: Frame) {
  const maxRide = new Int32Array(width).fill(-1);
  const rideFrom: number[][] = stops.map(() => []);
  const errandOf = parts.flatMap((part) => part.stops.map(() => part.errand));
  stops.forEach((stop, node) => {
    const errand = problem.errands[errandOf[node] ?? -1];
    if (errand?.maxRide === undefined || stop.type === "pickup") return;
    const mates = errandOf.flatMap((other, mate) =>
      other === errandOf[node] && mate !== node ? [mate] : [],
    );
    const isUnderWay = errand.aboardSince !== undefined || stop.type === "delivery";
    if (isUnderWay && mates.length === 0) return;
    maxRide[node] = Math.min(errand.maxRide, NEVER);
    rideFrom[node] = mates;
  });
  return { maxRide, rideFrom, hasRides: maxRide.some((most) => most >= 0) };
}

function initialLoadOf({ vehicles, errands, dimensions }: Problem): Int32Array {
  const load = new Int32Array(vehicles.length * dimensions);
  const indexOf = new Map(vehicles.map(({ id }, index) => [id, index]));
  for (const errand of errands) {
    const index = errand.vehicle === undefined ? undefined : indexOf.get(errand.vehicle);
    if (index === undefined) continue;
    for (let d = 0; d < dimensions; d++) {
      const cell = index * dimensions + d;
      load[cell] = (load[cell] ?? 0) + aboardOf(errand, d);
    }
  }
  return load;
}
