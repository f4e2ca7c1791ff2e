import { instantText } from "#domain/kernel/instant.ts";
import { degrees, type MapPoint, type ToldRoute } from "./told-route.ts";

/** GeoJSON (RFC 7946): the way as a line, where it is known, and each stop as a point. */
export function geoJsonOf(route: ToldRoute): string {
  const stops = route.stops.map((stop, index) => {
    const { name, task, note, arrivesAt, leavesAt } = stop;
    const times = { arrivesAt: instantText(arrivesAt), leavesAt: instantText(leavesAt) };
    const noted = note === undefined ? {} : { note };
    return feature(`"Point","coordinates":${position(stop)}`, {
      order: index + 1,
      name,
      task,
      ...noted,
      ...times,
    });
  });
  const line = route.line ?? [];
  // A line has two ends at least.
  const way = line.length < 2 ? [] : [lineFeature(route.name, line)];
  return `{"type":"FeatureCollection","features":[${[...way, ...stops].join(",")}]}`;
}

function lineFeature(name: string, line: readonly MapPoint[]): string {
  return feature(`"LineString","coordinates":[${line.map(position).join(",")}]`, { name });
}

function feature(geometry: string, properties: object): string {
  const told = JSON.stringify(properties);
  return `{"type":"Feature","geometry":{"type":${geometry}},"properties":${told}}`;
}

/** Longitude first. Written by hand, so that no digit is lost or added. */
function position({ latMicrodegrees, lonMicrodegrees }: MapPoint): string {
  return `[${degrees(lonMicrodegrees)},${degrees(latMicrodegrees)}]`;
}
