import { expect, test } from "vitest";
import { tinyExtract } from "#tests/roads/tiny-extract.ts";
import { readExtract, UnreadableExtract } from "./read-osm.ts";

test("a street and its points are read, packed or not", () => {
  for (const raw of [true, false]) {
    const { ways, points } = readExtract(tinyExtract({ raw }));
    expect(ways).toEqual([{ points: [10, 11, 12], tags: { highway: "residential" } }]);
    expect(points.get(12)).toEqual({ latMicrodegrees: 45_001_800, lonMicrodegrees: -11_000_000 });
  }
});

test("a file that needs more than is read here is refused by name", () => {
  const extract = tinyExtract({ feature: "HistoricalInformation" });
  expect(() => readExtract(extract)).toThrow("HistoricalInformation");
});

test("what is cut, is no extract or has no street is refused", () => {
  const extract = tinyExtract();
  expect(() => readExtract(extract.subarray(0, extract.length - 5))).toThrow(UnreadableExtract);
  expect(() => readExtract(new TextEncoder().encode("<osm></osm>"))).toThrow(UnreadableExtract);
  expect(() => readExtract(new Uint8Array())).toThrow("no street");
});
