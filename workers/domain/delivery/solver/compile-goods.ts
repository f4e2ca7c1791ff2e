import { invariant } from "#domain/kernel/invariant.ts";
import type { Problem, Stop } from "#domain/delivery/problem.ts";
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
  stops.forEach((stop, node) => {
    if (stop.release !== undefined) release[node] = relative(stop.release, origin);
  });
  return {
    ...compileLoads(problem, stops, width),
    ...compileRides(problem, frame),
    initialLoad: initialLoadOf(problem),
    release,
    hasReleases: stops.some((stop) => stop.release !== undefined),
    hasReturns: stops.some((stop) => stop.returns?.some((amount) => amount > 0)),
  };
}

function compileLoads({ dimensions }: Problem, stops: readonly Stop[], width: number) {
  const loadChange = new Int32Array(width * dimensions);
  const fromStart = new Int32Array(width * dimensions);
  const kept = new Int32Array(width * dimensions);
  stops.forEach((stop, node) => {
    for (let d = 0; d < dimensions; d++) {
      const leaves = stop.leaves[d] ?? 0;
      const takes = (stop.takes[d] ?? 0) + (stop.returns?.[d] ?? 0);
      invariant(Math.max(leaves, takes) <= NEVER, "a load fits the solver's 32 bits");
      loadChange[node * dimensions + d] = takes - leaves;
      if (stop.type === "job") fromStart[node * dimensions + d] = leaves;
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
    if (stop.type === "delivery" && mates.length === 0) return;
    maxRide[node] = Math.min(errand.maxRide, NEVER);
    rideFrom[node] = mates;
  });
  return { maxRide, rideFrom, hasRides: maxRide.some((most) => most >= 0) };
}

function initialLoadOf({ vehicles, errands, dimensions }: Problem): Int32Array {
  const load = new Int32Array(vehicles.length * dimensions);
  const indexOf = new Map(vehicles.map(({ id }, index) => [id, index]));
  for (const { stops, vehicle } of errands) {
    const index = vehicle === undefined ? undefined : indexOf.get(vehicle);
    const [first] = stops;
    if (index === undefined || first?.type !== "delivery") continue;
    for (let d = 0; d < dimensions; d++) {
      const cell = index * dimensions + d;
      load[cell] = (load[cell] ?? 0) + (first.leaves[d] ?? 0);
    }
  }
  return load;
}
