import { expect, test } from "vitest";
import { metresBetween } from "./earth.ts";

const at = (lat: number, lon: number) => ({
  latMicrodegrees: Math.round(lat * 1_000_000),
  lonMicrodegrees: Math.round(lon * 1_000_000),
});
const bosco = at(45.62, 11.03);
const toscana = at(45.4391, 11.0062);

test("from a mountain dairy to the square in town it is twenty kilometres, either way", () => {
  const there = metresBetween(bosco, toscana);
  expect(there).toBeGreaterThan(20_000);
  expect(there).toBeLessThan(20_500);
  expect(metresBetween(toscana, bosco)).toBe(there);
});

test("who is at the place itself has no way to go", () => {
  expect(metresBetween(bosco, bosco)).toBe(0);
});

test("a degree of the meridian is 111 km, and the far side of the earth is half its girth", () => {
  expect(Math.round(metresBetween(at(45, 11), at(46, 11)) / 100)).toBe(1112);
  expect(Math.round(metresBetween(at(0, 0), at(0, 180)) / 100_000)).toBe(200);
});
