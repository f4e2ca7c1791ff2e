import { type Instant, toRome } from "#domain/kernel/instant.ts";
import { degrees, type ToldRoute } from "./told-route.ts";

/** What stands above the columns, in the reader's language, in their order. */
export type RouteColumns = readonly [
  order: string,
  name: string,
  task: string,
  arrives: string,
  leaves: string,
  latitude: string,
  longitude: string,
  note: string,
];

/**
 * A sheet of the stops: semicolons, as spreadsheets that write decimals with a comma expect, and
 * civil times of Rome. Texts that a spreadsheet would run as a formula get an apostrophe.
 */
export function csvOf(route: ToldRoute, columns: RouteColumns): string {
  const rows = route.stops.map((stop, index) => [
    String(index + 1),
    stop.name,
    stop.task,
    clock(stop.arrivesAt),
    clock(stop.leavesAt),
    degrees(stop.latMicrodegrees),
    degrees(stop.lonMicrodegrees),
    stop.note ?? "",
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("");
}

function clock(at: Instant): string {
  const { minuteOfDay } = toRome(at);
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, "0");
  return `${hours}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}

function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
