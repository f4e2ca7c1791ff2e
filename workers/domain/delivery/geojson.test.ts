import { expect, test } from "vitest";
import { toldRound } from "#tests/told-round.ts";
import { geoJsonOf } from "./geojson.ts";

test("a map gets the way and the stops, longitude first", () => {
  const map = JSON.parse(geoJsonOf(toldRound)) as { type: string; features: object[] };
  expect(map.type).toBe("FeatureCollection");
  expect(map.features).toHaveLength(3);
  expect(map.features[0]).toMatchObject({
    geometry: { type: "LineString", coordinates: [[10.9916, 45.4384], expect.any(Array)] },
  });
  expect(map.features[2]).toMatchObject({
    geometry: { type: "Point", coordinates: [11.001, 45.440001] },
    properties: { order: 2, name: "Lucia; scala B", task: "Consegna", note: "=HYPERLINK(1)" },
  });
});

test("a line needs two ends; the stops do without", () => {
  const line = toldRound.line?.slice(0, 1) ?? [];
  const map = JSON.parse(geoJsonOf({ ...toldRound, line })) as { features: object[] };
  expect(map.features).toHaveLength(2);
});
