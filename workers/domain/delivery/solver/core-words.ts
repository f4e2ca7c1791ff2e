import type { Compiled } from "./compile.ts";
import type { Shelf } from "./shelf.ts";
import type { Tours } from "./tours.ts";

/** What the core keeps for itself. */
export interface CoreTables {
  readonly near: Int32Array;
  readonly nearWidth: number;
  readonly emptyIn: Int32Array;
  readonly answer: Float64Array;
}

/** Numbers and addresses that `begin` of `core.as` reads, in its order. */
export function wordsFor(tours: Tours, shelf: Shelf, own: CoreTables): number[] {
  const { problem, stride } = tours;
  const { width, dimensions, nodes, vehicles, errands } = problem;
  const scratch = [shelf.float64(stride + 1), shelf.float64(stride + 1)];
  const tables: readonly Table[] = [
    ...tablesOf(tours, TOUR_TABLES),
    ...addressesPerRoute(problem, shelf),
    ...tablesOf(problem, PROBLEM_TABLES),
    own.near,
    own.emptyIn,
    ...scratch,
    own.answer,
  ];
  const numbers = [width, stride, dimensions, nodes, vehicles, errands, own.nearWidth];
  return [...numbers, ...tables.map(({ byteOffset }) => byteOffset)];
}

interface Table {
  readonly byteOffset: number;
}

function tablesOf<Key extends string>(
  owner: Readonly<Record<Key, Table>>,
  names: readonly Key[],
): Table[] {
  return names.map((name) => owner[name]);
}

/** For each route where its profile's or its tariff's tables begin. */
function addressesPerRoute(problem: Compiled, shelf: Shelf): Table[] {
  const { profileOf, tariffIndex, durations, distances, arcCosts, costsTo } = problem;
  const kinds: readonly (readonly [readonly Table[], Int32Array])[] = [
    [durations, profileOf],
    [distances, profileOf],
    [arcCosts, tariffIndex],
    [costsTo, tariffIndex],
  ];
  return kinds.map(([tables, indexOf]) => {
    const addresses = shelf.int32(problem.vehicles);
    indexOf.forEach((index, route) => (addresses[route] = tables[index]?.byteOffset ?? 0));
    return addresses;
  });
}

const TOUR_TABLES = [
  "nodeAt",
  "arcAt",
  "length",
  "routeOf",
  "positionOf",
  "floor",
  "departure",
  "latestWithSetup",
  "latestWithout",
  "load",
  "peakBefore",
  "peakAfter",
  "travel",
  "distance",
  "cost",
  "paid",
] as const;

const PROBLEM_TABLES = [
  "firstWindow",
  "windowFrom",
  "windowTo",
  "setup",
  "service",
  "placeOf",
  "typeOf",
  "loadChange",
  "fromStart",
  "capacity",
  "initialLoad",
  "maxTasks",
  "maxTravel",
  "maxDistance",
  "fixedCost",
  "perTaskSecond",
  "startNode",
  "endNode",
  "shiftFrom",
  "shiftTo",
  "suits",
  "errandOf",
  "sortOf",
] as const;

/** Whether the core does what a problem asks: nothing but windows, room, range and work. */
export function isCovered(problem: Compiled): boolean {
  return (
    problem.mostBreaks === 0 &&
    !problem.needsProof &&
    problem.movedCost === 0 &&
    problem.shiftedCost === 0 &&
    problem.fairnessPerSecond === 0 &&
    problem.mostReloads.every((most) => most === 0)
  );
}

/** Enough memory for the problem, the tours and what the core keeps, in bytes. */
export function bytesFor(problem: Compiled, nearMost: number): number {
  const { width, vehicles, dimensions, maxTasks } = problem;
  const cells = vehicles * (Math.max(...maxTasks, 0) + 2);
  const arcs = problem.durations.length * 8 + problem.arcCosts.length * 16;
  const perNode = 192 + 4 * nearMost + 16 * dimensions;
  const perStop = 8 * (problem.windowFrom.length + problem.setup.length);
  const perCell = 8 + 16 + 12 * dimensions;
  const perVehicle = 256 + problem.errands + 8 * dimensions;
  const grids = width * width * arcs + cells * perCell;
  return grids + vehicles * perVehicle + width * perNode + perStop + PADDING;
}

/** Each array begins at a round address, and a few are made twice. */
const PADDING = 65_536;
