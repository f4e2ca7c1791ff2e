import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { breaksPerLeg } from "./break-legs.ts";
import { compile } from "./compile.ts";
import { Tours } from "./tours.ts";

function legs(...windows: [number, number][]): number[] | undefined {
  const breaks = windows.map(([from, to], index) => ({
    id: index,
    service: 10,
    windows: [{ from, to }],
  }));
  const vehicle = bike(1, { breaks, shift: { from: 0, to: 100 } });
  const tours = new Tours(compile(problemOf(sixHomes, [vehicle], [crateTo(1), crateTo(2)])));
  tours.insert(0, 0, 0);
  tours.insert(1, 0, 1);
  tours.refresh(0);
  return breaksPerLeg(tours, 0);
}

test("a break is taken on the leg that its window allows", () => {
  expect(legs()).toEqual([0, 0, 0]);
  expect(legs([0, 4])).toEqual([1, 0, 0]);
  expect(legs([7, 11])).toEqual([0, 1, 0]);
  expect(legs([15, 20])).toEqual([0, 0, 1]);
});

test("several breaks may share a leg", () => {
  expect(legs([0, 3], [10, 14])).toEqual([2, 0, 0]);
});

test("a break that nobody can take in time has no leg", () => {
  expect(legs([95, 99])).toBeUndefined();
});
