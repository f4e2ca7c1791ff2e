import * as v from "valibot";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { NeighbourFailed } from "./neighbour.ts";
import { askRoads } from "./roads-http.ts";
import type { RoadAsked, RoadPlace, RoadTables } from "./road-tables.ts";

const cell = v.nullish(v.number(), null);
const Matrix = v.object({
  sources_to_targets: v.array(v.array(v.object({ time: cell, distance: cell }))),
});

const COSTINGS = { bike: "bicycle", van: "auto" } as const;

/** Asks Valhalla's matrix: `POST /sources_to_targets`; it tells kilometres. */
export async function tellValhalla(place: RoadPlace, asked: RoadAsked): Promise<RoadTables> {
  const { profile, from, to } = asked;
  const costing = COSTINGS[profile];
  const url = `${place.url.replace("{profile}", costing)}/sources_to_targets`;
  const body = {
    sources: from.map(located),
    targets: to.map(located),
    costing,
    units: "kilometers",
    verbose: true,
  };
  const headers = place.key === undefined ? {} : { Authorization: `Bearer ${place.key}` };
  const read = v.safeParse(Matrix, await askRoads({ url, body, headers }));
  if (!read.success) throw new NeighbourFailed("Valhalla tells no matrix");
  const table = read.output.sources_to_targets;
  return {
    seconds: table.map((row) => row.map(({ time }) => time)),
    metres: table.map((row) =>
      row.map(({ distance }) => (distance === null ? null : distance * 1000)),
    ),
  };
}

function located({ latMicrodegrees, lonMicrodegrees }: EarthPoint) {
  return { lat: latMicrodegrees / 1_000_000, lon: lonMicrodegrees / 1_000_000 };
}
