import type { Problem, Stop } from "#domain/delivery/problem.ts";
import { compileArcs, type Arcs, terminalsOf } from "./compile-arcs.ts";
import { compileFleet, type Fleet, typesOf } from "./compile-fleet.ts";
import { compileGoods, type Goods } from "./compile-goods.ts";
import { type Part, partsOf, windowsOf } from "./compile-parts.ts";
import { compilePromises, type Promises } from "./compile-promises.ts";
import { NEVER, relative } from "./scale.ts";

/**
 * A problem as flat arrays of integers. Nodes 0 to `nodes - 1` are the stops, part after part, the
 * delivery of a pair right after its pickup; frozen stops come last. From there on come the
 * terminals, where routes begin, end and load again.
 */
export interface Compiled extends Arcs, Fleet, Goods, Promises {
  readonly problem: Problem;
  readonly nodes: number;
  /** What is moved as one: the problem's errands, and after them each frozen stop. */
  readonly parts: readonly Part[];
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
  readonly priority: Int32Array;
  /** Nodes that each vehicle runs first. */
  readonly frozen: readonly (readonly number[])[];
  /** Something is in it that an insertion cannot judge at a glance: it is tried out. */
  readonly needsProof: boolean;
}

/** @throws BrokenInvariant when a number is too large for the solver's 32 bits. */
export function compile(problem: Problem): Compiled {
  const parts = partsOf(problem);
  const stops = parts.flatMap((part) => part.stops);
  const origin = originOf(problem, stops);
  const terminals = terminalsOf(problem);
  const arcs = compileArcs(problem, stops, terminals);
  const { costUnit, width } = arcs;
  const goods = compileGoods(problem, { parts, stops, width, origin });
  return {
    ...arcs,
    ...compileFleet(problem, { terminals, nodes: stops.length, origin, costUnit, parts }),
    ...compileStops(problem, { parts, stops, width, origin }),
    ...compileParts(problem, parts, stops.length),
    ...goods,
    ...compilePromises(problem, { parts, stops, origin, costUnit }),
    placeOf: Int32Array.from([...stops.map((stop) => stop.place), ...terminals]),
    needsProof: goods.hasRides || goods.hasReleases || goods.hasReturns,
    problem,
    origin,
    stops,
    parts,
    nodes: stops.length,
    errands: parts.length,
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

interface Frame {
  readonly parts: readonly Part[];
  readonly stops: readonly Stop[];
  readonly width: number;
  readonly origin: number;
}

function compileStops(problem: Problem, { parts, stops, width, origin }: Frame) {
  const types = typesOf(problem.vehicles);
  const windows = parts.flatMap((part) => {
    const errand = problem.errands[part.errand];
    return part.stops.map((stop) => (errand ? windowsOf(stop, errand) : stop.windows));
  });
  const bounded = Array.from({ length: width }, (_, node) => {
    const list = windows[node] ?? [];
    return list.length > 0 ? list : [always(origin)];
  });
  const firstWindow = new Int32Array(width + 1);
  bounded.forEach((list, node) => {
    firstWindow[node + 1] = (firstWindow[node] ?? 0) + list.length;
  });
  const flat = bounded.flat();
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

function compileParts(problem: Problem, parts: readonly Part[], nodes: number) {
  const firstNode = new Int32Array(parts.length + 1);
  const errandOf = new Int32Array(nodes);
  const frozen: number[][] = problem.vehicles.map(() => []);
  let node = 0;
  parts.forEach((part, index) => {
    const past = node + part.stops.length;
    errandOf.fill(index, node, past);
    if (part.isFrozen) frozen[part.boundTo]?.push(node);
    node = past;
    firstNode[index + 1] = node;
  });
  return {
    firstNode,
    errandOf,
    frozen,
    priority: Int32Array.from(parts, ({ errand }) => problem.errands[errand]?.priority ?? 0),
  };
}
