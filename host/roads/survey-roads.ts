import { layRoads, type Street } from "#domain/delivery/roads/lay-roads.ts";
import type { RoadGraph } from "#domain/delivery/roads/road-graph.ts";
import { readExtract } from "./read-osm.ts";
import { speedsOf } from "./street-speeds.ts";

/** Whoever shows a map or a way made of it has to say so (Open Database License 1.0, §4.3). */
const CREDIT = "© OpenStreetMap contributors, ODbL 1.0";

/**
 * The streets of an extract, as a graph.
 * @param area a short name, part of the graph's version
 * @throws UnreadableExtract
 */
export function surveyRoads(extract: Uint8Array, area: string): RoadGraph {
  const { ways, points, day } = readExtract(extract);
  const streets = ways.flatMap(({ points: row, tags }): Street[] => {
    const speeds = { bike: speedsOf(tags, "bike"), van: speedsOf(tags, "van") };
    const isOpen = Object.values(speeds).some(({ along, against }) => along + against > 0);
    return isOpen && row.length > 1 ? [{ points: row, speeds }] : [];
  });
  return layRoads({ area, day, credit: CREDIT }, streets, points);
}
