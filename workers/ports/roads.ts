import type { RoadLimits } from "#domain/delivery/roads/ask-roads.ts";
import { NeighbourFailed } from "./neighbour.ts";
import type { RoadAsked, RoadPlace, RoadTables, Rows } from "./road-tables.ts";
import { tellOrs } from "./roads-ors.ts";
import { tellOsrm } from "./roads-osrm.ts";
import { tellValhalla } from "./roads-valhalla.ts";

/** Row by row, from each to each: whole seconds and metres, both -1 where no way leads. */
export interface RoadAnswer {
  readonly seconds: readonly number[];
  readonly metres: readonly number[];
}

/** A service that knows the streets. */
export interface RoadService {
  /** Under which name its cells are kept: other streets, another name. */
  readonly source: string;
  readonly limits: RoadLimits;
  /** @throws NeighbourFailed when it does not answer, or not in the way it promised. */
  ask(asked: RoadAsked): Promise<RoadAnswer>;
}

/** What the operator sets of roads (docs/deploy.md). */
export interface RoadSettings {
  /** "osrm", "valhalla" or "ors"; absent or empty: none is asked. */
  readonly ROADS_SERVICE?: string;
  readonly ROADS_URL?: string;
  readonly ROADS_KEY?: string;
  /** Changed when the service gets newer streets: what was kept of the older ones is not used. */
  readonly ROADS_VERSION?: string;
}

type Teller = (place: RoadPlace, asked: RoadAsked) => Promise<RoadTables>;

const SERVICES: Readonly<Record<string, { readonly limits: RoadLimits; readonly tell: Teller }>> = {
  // Its own default: 100 places (--max-table-size).
  osrm: { limits: { places: 100, cells: 10_000 }, tell: tellOsrm },
  // Its own default for bicycles: 2500 pairs (max_matrix_location_pairs).
  valhalla: { limits: { places: 100, cells: 2500 }, tell: tellValhalla },
  // Its own default: 2500 routes (maximum_routes).
  ors: { limits: { places: 100, cells: 2500 }, tell: tellOrs },
};

/**
 * Opens the service that the operator named.
 * @returns null where none is named, and where the name is none of ours.
 */
export function openRoads(settings: RoadSettings): RoadService | null {
  const { ROADS_SERVICE = "", ROADS_URL = "", ROADS_KEY, ROADS_VERSION = "1" } = settings;
  const service = SERVICES[ROADS_SERVICE];
  if (service === undefined || ROADS_URL === "") return null;
  const place = { url: ROADS_URL.replace(/\/$/, ""), key: ROADS_KEY };
  return {
    source: `${ROADS_SERVICE} ${ROADS_VERSION}`.slice(0, 120),
    limits: service.limits,
    ask: async (asked) => answerOf(asked, await service.tell(place, asked)),
  };
}

/**
 * What a service said, once it is seen to be what was asked: as many rows and columns, no negative
 * number, no way from a place to itself, seconds and metres known together. What cannot be
 * travelled is forbidden, never free.
 */
function answerOf({ from, to }: RoadAsked, { seconds, metres }: RoadTables): RoadAnswer {
  const isSized = (table: Rows) =>
    table.length === from.length && table.every((row) => row.length === to.length);
  if (!isSized(seconds) || !isSized(metres)) fault("a table of another size");
  const answer = { seconds: cellsOf(seconds), metres: cellsOf(metres) };
  from.forEach((start, row) => {
    to.forEach((end, column) => {
      const at = row * to.length + column;
      const time = answer.seconds[at] ?? -1;
      const length = answer.metres[at] ?? -1;
      if ((time === -1) !== (length === -1)) fault("a way that is half known");
      if (start === end && (time !== 0 || length !== 0)) fault("a way from a place to itself");
    });
  });
  return answer;
}

function cellsOf(table: Rows): number[] {
  return table.flat().map((cell) => {
    if (cell === null) return -1;
    if (!(cell >= 0) || cell > 1e9) fault("a negative or endless way");
    return Math.round(cell);
  });
}

function fault(what: string): never {
  throw new NeighbourFailed(`the service of roads tells ${what}`);
}
