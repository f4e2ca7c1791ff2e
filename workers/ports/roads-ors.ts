import * as v from "valibot";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { NeighbourFailed } from "./neighbour.ts";
import { askRoads } from "./roads-http.ts";
import { type RoadAsked, type RoadPlace, RowsRead, type RoadTables } from "./road-tables.ts";

const Matrix = v.object({ durations: RowsRead, distances: RowsRead });

const PROFILES = { bike: "cycling-regular", van: "driving-car" } as const;

/** Asks openrouteservice: `POST /v2/matrix/{profile}`; its key is sent as it is. */
export async function tellOrs(place: RoadPlace, asked: RoadAsked): Promise<RoadTables> {
  const { from, to } = asked;
  const profile = PROFILES[asked.profile];
  const points = [...new Set([...from, ...to])];
  const index = new Map(points.map((point, i) => [point, i] as const));
  const body = {
    locations: points.map(located),
    sources: from.map((point) => index.get(point)),
    destinations: to.map((point) => index.get(point)),
    metrics: ["duration", "distance"],
    units: "m",
  };
  const headers = place.key === undefined ? {} : { Authorization: place.key };
  const url = `${place.url.replace("{profile}", profile)}/v2/matrix/${profile}`;
  const read = v.safeParse(Matrix, await askRoads({ url, body, headers }));
  if (!read.success) throw new NeighbourFailed("openrouteservice tells no matrix");
  return { seconds: read.output.durations, metres: read.output.distances };
}

function located({ latMicrodegrees, lonMicrodegrees }: EarthPoint): [number, number] {
  return [lonMicrodegrees / 1_000_000, latMicrodegrees / 1_000_000];
}
