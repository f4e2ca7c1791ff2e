import * as v from "valibot";
import { degrees } from "#domain/delivery/told-route.ts";
import { NeighbourFailed } from "./neighbour.ts";
import { askRoads } from "./roads-http.ts";
import { type RoadAsked, type RoadPlace, RowsRead, type RoadTables } from "./road-tables.ts";

const Table = v.object({ code: v.literal("Ok"), durations: RowsRead, distances: RowsRead });

/** A server of OSRM has the streets of one profile; its name in the path says nothing to it. */
const PROFILES = { bike: "bike", van: "driving" } as const;

/** Asks the table service of OSRM 5: `GET /table/v1/{profile}/{lon,lat;…}`. */
export async function tellOsrm(place: RoadPlace, asked: RoadAsked): Promise<RoadTables> {
  const { profile, from, to } = asked;
  const points = [...new Set([...from, ...to])];
  const index = new Map(points.map((point, i) => [point, i] as const));
  const where = points.map(
    ({ lonMicrodegrees, latMicrodegrees }) =>
      `${degrees(lonMicrodegrees)},${degrees(latMicrodegrees)}`,
  );
  const base = place.url.replace("{profile}", PROFILES[profile]);
  const sources = from.map((point) => index.get(point)).join(";");
  const destinations = to.map((point) => index.get(point)).join(";");
  const url =
    `${base}/table/v1/${PROFILES[profile]}/${where.join(";")}` +
    `?annotations=duration,distance&sources=${sources}&destinations=${destinations}`;
  const read = v.safeParse(Table, await askRoads({ url }));
  if (!read.success) throw new NeighbourFailed("OSRM tells no table");
  return { seconds: read.output.durations, metres: read.output.distances };
}
