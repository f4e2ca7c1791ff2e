import { expect, test } from "vitest";
import { toldRound } from "#tests/told-round.ts";
import { csvOf } from "./route-csv.ts";

const columns = ["n", "nome", "cosa", "arrivo", "partenza", "lat", "lon", "note"] as const;
const [header, first, second] = csvOf(toldRound, columns).split("\r\n");

test("a row per stop, in civil time", () => {
  expect(header).toBe("n;nome;cosa;arrivo;partenza;lat;lon;note");
  expect(first).toContain(";Ritiro;17:05;17:09;45.438400;10.991600;");
});

test("quotes and semicolons stay in their cell", () => {
  expect(first).toContain('1;"Forno ""Da <Gigi> & figli""";');
  expect(second).toContain('2;"Lucia; scala B";');
});

test("no cell is run as a formula", () => {
  expect(second?.endsWith(";'=HYPERLINK(1)")).toBe(true);
});

test("a place in the west stays a number", () => {
  const stops = toldRound.stops.map((stop) => ({ ...stop, lonMicrodegrees: -5 }));
  expect(csvOf({ ...toldRound, stops }, columns)).toContain(";-0.000005;");
});
