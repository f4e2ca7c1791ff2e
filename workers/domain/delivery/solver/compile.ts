import { invariant } from "#domain/kernel/invariant.ts";
import type { Errand, Problem, Stop } from "#domain/delivery/problem.ts";
import { compileArcs, type Arcs, terminalsOf } from "./compile-arcs.ts";
import { compileFleet, type Fleet, typesOf } from "./compile-fleet.ts";
import { NEVER, relative } from "./scale.ts";

/**
 * A problem as flat arrays of integers. Nodes 0 to `nodes - 1` are the stops, errand after errand,
 * the delivery of a pair right after its pickup;
 * from there on come the terminals, where routes begin and end.
 */
export interface Compiled extends Arcs, Fleet {
  readonly problem: Problem;
  readonly nodes: number;
  readonly errands: number;
  readonly dimensions: number;
  /** Instants are counted from here, so that they fit 32 bits. */
  readonly origin: number;
  readonly stops: readonly Stop[];
  /** Nodes of errand `e`: from `firstNode[e]` to before `firstNode[e + 1]`. */
  readonly firstNode: Int32Array;
  readonly errandOf: Int32Array;
  /** -1 for a terminal that is nowhere. */
  readonly placeOf: Int32Array;
  /** Windows of node v: `windowFrom[i]` to `windowTo[i]`, i from `firstWindow[v]`. */
  readonly firstWindow: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowTo: Int32Array;
  /** `[type * nodes + node]`. */
  readonly setup: Int32Array;
  readonly service: Int32Array;
  /** Change of load at a node, and what a job has aboard from the start: `[node * dims + d]`. */
  readonly loadChange: Int32Array;
  readonly fromStart: Int32Array;
  readonly priority: Int32Array;
}

/** @throws BrokenInvariant when a number is too large for the solver's 32 bits. */
export function compile(problem: Problem): Compiled {
  const stops = problem.errands.flatMap((errand) => errand.stops);
  const origin = originOf(problem, stops);
  const terminals = terminalsOf(problem);
  const arcs = compileArcs(problem, stops, terminals);
  return {
    ...arcs,
    ...compileFleet(problem, { terminals, nodes: stops.length, origin, costUnit: arcs.costUnit }),
    ...compileStops(problem, stops, origin),
    ...compileErrands(problem.errands, stops.length),
    ...compileLoads(stops, problem.dimensions),
    placeOf: Int32Array.from([...stops.map((stop) => stop.place), ...terminals]),
    problem,
    origin,
    stops,
    nodes: stops.length,
    errands: problem.errands.length,
    dimensions: problem.dimensions,
  };
}

function originOf(problem: Problem, stops: readonly Stop[]): number {
  let origin = Number.POSITIVE_INFINITY;
  for (const { shift } of problem.vehicles) if (shift) origin = Math.min(origin, shift.from);
  for (const { windows } of stops) for (const { from } of windows) origin = Math.min(origin, from);
  const unbound = problem.vehicles.some(({ shift }) => shift === undefined);
  return Number.isFinite(origin) && !unbound ? origin : Math.min(0, origin);
}

function compileStops(problem: Problem, stops: readonly Stop[], origin: number) {
  const types = typesOf(problem.vehicles);
  const windows = stops.map((stop) => (stop.windows.length > 0 ? stop.windows : [always(origin)]));
  const firstWindow = new Int32Array(stops.length + 1);
  windows.forEach((list, node) => {
    firstWindow[node + 1] = (firstWindow[node] ?? 0) + list.length;
  });
  const flat = windows.flat();
  return {
    firstWindow,
    windowFrom: Int32Array.from(flat, ({ from }) => relative(from, origin)),
    windowTo: Int32Array.from(flat, ({ to }) => relative(to, origin)),
    setup: Int32Array.from(
      types.flatMap((type) => stops.map((stop) => stop.setupPerType[type] ?? stop.setup)),
    ),
    service: Int32Array.from(
      types.flatMap((type) => stops.map((stop) => stop.servicePerType[type] ?? stop.service)),
    ),
  };
}

function always(origin: number) {
  return { from: origin - NEVER, to: origin + NEVER };
}

function compileErrands(errands: readonly Errand[], nodes: number) {
  const firstNode = new Int32Array(errands.length + 1);
  const errandOf = new Int32Array(nodes);
  let node = 0;
  errands.forEach((errand, index) => {
    const last = node + errand.stops.length - 1;
    errandOf.fill(index, node, last + 1);
    node = last + 1;
    firstNode[index + 1] = node;
  });
  return {
    firstNode,
    errandOf,
    priority: Int32Array.from(errands, ({ priority }) => priority),
  };
}

function compileLoads(stops: readonly Stop[], dimensions: number) {
  const loadChange = new Int32Array(stops.length * dimensions);
  const fromStart = new Int32Array(stops.length * dimensions);
  stops.forEach((stop, node) => {
    for (let d = 0; d < dimensions; d++) {
      const leaves = stop.leaves[d] ?? 0;
      const takes = stop.takes[d] ?? 0;
      invariant(Math.max(leaves, takes) <= NEVER, "a load fits the solver's 32 bits");
      loadChange[node * dimensions + d] = takes - leaves;
      if (stop.type === "job") fromStart[node * dimensions + d] = leaves;
    }
  });
  return { loadChange, fromStart };
}
