import { expect, test } from "vitest";
import { BLOCK, corner, gridTown } from "#tests/grid-town.ts";
import { FIRST_GUESS } from "./estimated-table.ts";
import { faultOfTable } from "./road-table.ts";
import { streetTable } from "./street-table.ts";

const town = gridTown(6);

test("between corners it is as far as the streets are long", () => {
  const table = streetTable(town, "bike", [corner(0, 0), corner(2, 3)], FIRST_GUESS.bike);
  expect(table.metres[1]).toBe(500);
  expect(table.seconds[1]).toBe(150);
  expect([...table.cells]).toEqual([0, 0, 0, 0]);
  expect(faultOfTable(table)).toBeUndefined();
});

test("from the door to the street one goes on foot", () => {
  const door = { latMicrodegrees: 0, lonMicrodegrees: -BLOCK / 2 };
  const table = streetTable(town, "bike", [door, corner(0, 1)], FIRST_GUESS.bike);
  expect(table.metres[1]).toBe(150);
  // 50 m at 80 m a minute, then a block of 30 s.
  expect(table.seconds[1]).toBe(38 + 30);
});

test("two doors at one crossing are as far apart as one sees", () => {
  const doors = [
    { latMicrodegrees: 0, lonMicrodegrees: -90 },
    { latMicrodegrees: 90, lonMicrodegrees: 0 },
  ];
  const table = streetTable(town, "bike", doors, FIRST_GUESS.bike);
  expect(table.metres[1]).toBe(14);
});

test("a farm that is off the map keeps the crow's way, and its cells say so", () => {
  const farm = corner(90, 90);
  const table = streetTable(town, "van", [corner(0, 0), farm, corner(1, 1)], FIRST_GUESS.van);
  expect([...table.cells]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0]);
  expect(table.sources.map(({ quality }) => quality)).toEqual(["streets", "estimated"]);
  expect(table.metres[1]).toBeGreaterThan(12_000);
});
