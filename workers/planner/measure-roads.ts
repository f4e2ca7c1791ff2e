import { questionsFor } from "#domain/delivery/roads/ask-roads.ts";
import { calibrate } from "#domain/delivery/roads/calibrate.ts";
import { estimatedTable, FIRST_GUESS } from "#domain/delivery/roads/estimated-table.ts";
import { patchedTable, type TableCell } from "#domain/delivery/roads/patched-table.ts";
import type { RoadGraph, RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import { cellName, type RoadTable } from "#domain/delivery/roads/road-table.ts";
import { streetTable } from "#domain/delivery/roads/street-table.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { NeighbourFailed } from "#ports/neighbour.ts";
import type { RoadService } from "#ports/roads.ts";
import { keepCells, knownCells } from "#store/road-cells.ts";
import { readBatch } from "#store/statement.ts";
import { logFailure } from "./log.ts";
import type { PlannerPorts } from "./ports.ts";

/**
 * How many questions a run asks. Where a browser plans, the platform allows fifty a run, and the
 * database needs some of them; elsewhere it is patience that ends.
 */
const MOST_QUESTIONS = { here: 300, inBrowser: 30 } as const;
/** So many cells are written at once: a statement stays below a few hundred kilobytes. */
const CELLS_AT_ONCE = 5000;

/**
 * Seconds and metres between places: what a service knows, asked for only where it is not kept;
 * else the area's own streets; else the crow's way, longer by a factor. Each cell says whose it is.
 * A service that fails is no reason not to plan: the rest stays as good as it is without it.
 */
export async function measureRoads(
  ports: PlannerPorts,
  profile: RoadProfile,
  points: readonly EarthPoint[],
): Promise<RoadTable> {
  const own = ownTable(await streetsOrNone(ports), profile, points);
  const { roads } = ports;
  if (roads === null || points.length < 2) return own;
  const cells = await serviceCells(ports, roads, profile, points);
  return patchedTable(own, cells, { name: roads.source, quality: "streets" });
}

async function streetsOrNone({ streets }: PlannerPorts): Promise<RoadGraph | null> {
  try {
    return await streets();
  } catch (error) {
    if (!(error instanceof NeighbourFailed)) throw error;
    logFailure("streets", error);
    return null;
  }
}

function ownTable(graph: RoadGraph | null, profile: RoadProfile, points: readonly EarthPoint[]) {
  if (graph === null) return estimatedTable(points, FIRST_GUESS[profile]);
  return streetTable(graph, profile, points, calibrate(graph)[profile]);
}

async function serviceCells(
  { database, clock, plansHere }: PlannerPorts,
  roads: RoadService,
  profile: RoadProfile,
  points: readonly EarthPoint[],
): Promise<TableCell[]> {
  const shelf = { profile, source: roads.source };
  const names = points.map(cellName);
  const { known } = await readBatch(database, { known: knownCells(shelf, names) });
  const asked = await askWhatIsMissing(roads, {
    profile,
    points,
    known,
    most: plansHere ? MOST_QUESTIONS.here : MOST_QUESTIONS.inBrowser,
  });
  for (let from = 0; from < asked.length; from += CELLS_AT_ONCE) {
    const part = asked.slice(from, from + CELLS_AT_ONCE).map((cell) => {
      return [names[cell.from] ?? "", names[cell.to] ?? "", cell.seconds, cell.metres] as const;
    });
    await database.write([keepCells(shelf, part, clock.now())]);
  }
  return [...known, ...asked];
}

async function askWhatIsMissing(
  roads: RoadService,
  asked: {
    readonly profile: RoadProfile;
    readonly points: readonly EarthPoint[];
    readonly known: readonly TableCell[];
    readonly most: number;
  },
): Promise<TableCell[]> {
  const { profile, points, known, most } = asked;
  const width = points.length;
  const kept = new Set(known.map(({ from, to }) => from * width + to));
  const isKnown = (from: number, to: number) => kept.has(from * width + to);
  const questions = questionsFor(width, isKnown, roads.limits).slice(0, most);
  const at = (place: number) => points[place] as EarthPoint;
  const cells: TableCell[] = [];
  try {
    for (const { from, to } of questions) {
      const told = await roads.ask({ profile, from: from.map(at), to: to.map(at) });
      from.forEach((start, row) => {
        to.forEach((end, column) => {
          const cell = row * to.length + column;
          const [seconds, metres] = [told.seconds[cell] ?? -1, told.metres[cell] ?? -1];
          if (start !== end) cells.push({ from: start, to: end, seconds, metres });
        });
      });
    }
  } catch (error) {
    if (!(error instanceof NeighbourFailed)) throw error;
    logFailure("roads", error);
  }
  return cells;
}
