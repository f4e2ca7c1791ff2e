import { expect, test } from "vitest";
import { corner } from "#tests/grid-town.ts";
import { estimatedTable, FIRST_GUESS, guessed } from "./estimated-table.ts";
import { faultOfTable } from "./road-table.ts";

test("a kilometre as the crow flies is 1,350 m by bike, five minutes and a half", () => {
  expect(guessed(1000, FIRST_GUESS.bike)).toEqual({ metres: 1350, seconds: 20 + 324 });
});

test("at the same door there is no way to go and no lock to turn", () => {
  const table = estimatedTable([corner(0, 0), corner(0, 0), corner(0, 5)], FIRST_GUESS.van);
  expect([...table.seconds.subarray(0, 2)]).toEqual([0, 0]);
  expect(table.metres[2]).toBe(table.metres[6]);
});

test("every cell says that it is a guess, and by which factor", () => {
  const table = estimatedTable([corner(0, 0), corner(3, 4)], FIRST_GUESS.bike);
  expect(table.sources).toEqual([{ name: "great-circle×1.35", quality: "estimated" }]);
  expect(faultOfTable(table)).toBeUndefined();
});
