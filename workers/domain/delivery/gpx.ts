import { instantText } from "#domain/kernel/instant.ts";
import { degrees, type MapPoint, type ToldRoute, type ToldStop } from "./told-route.ts";

/**
 * GPX 1.1 for any navigator: each stop as a way point, all of them as a route in their order, and
 * the streets as a track where they are known.
 */
export function gpxOf(route: ToldRoute): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Filiera" xmlns="http://www.topografix.com/GPX/1/1">',
    ...route.stops.map((stop) => point("wpt", stop)),
    `<rte><name>${escaped(route.name)}</name>`,
    ...route.stops.map((stop) => point("rtept", stop)),
    "</rte>",
    ...track(route),
    "</gpx>",
    "",
  ].join("\n");
}

/** The elements of a point stand in the order that the schema of GPX asks for. */
function point(element: "wpt" | "rtept", stop: ToldStop): string {
  const words = [stop.task, ...(stop.note === undefined ? [] : [stop.note])].join(", ");
  const inside = [
    `<time>${instantText(stop.arrivesAt)}</time>`,
    `<name>${escaped(stop.name)}</name>`,
    `<desc>${escaped(words)}</desc>`,
  ].join("");
  return `<${element} ${at(stop)}>${inside}</${element}>`;
}

function track({ name, line }: ToldRoute): string[] {
  if (line === undefined || line.length === 0) return [];
  const points = line.map((spot) => `<trkpt ${at(spot)}/>`);
  return [`<trk><name>${escaped(name)}</name><trkseg>`, ...points, "</trkseg></trk>"];
}

function at({ latMicrodegrees, lonMicrodegrees }: MapPoint): string {
  return `lat="${degrees(latMicrodegrees)}" lon="${degrees(lonMicrodegrees)}"`;
}

/** As XML text; characters that XML does not know are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(NOT_IN_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
