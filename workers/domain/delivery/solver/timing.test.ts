import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { time } from "./timing.ts";
import { Tours } from "./tours.ts";

test("departures look forward, latest arrivals back from the end of the shift", () => {
  const windows = [
    { from: 20, to: 22 },
    { from: 40, to: 60 },
  ];
  const errands = [crateTo(1, { windows, service: 2 }), crateTo(2, { setup: 4 })];
  const shift = { from: 0, to: 58 };
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1, { shift })], errands)));
  tours.insert(0, 0, 0);
  tours.insert(1, 0, 1);
  tours.refresh(0);
  time(tours, 0);
  // Home 1 is 5 away and opens at 20; home 2 is 7 further and 12 from the hub.
  expect([...tours.departure.subarray(0, 3)]).toEqual([0, 22, 33]);
  expect([...tours.latestWithSetup.subarray(1, 4)]).toEqual([22, 42, 58]);
  expect([...tours.latestWithout.subarray(1, 4)]).toEqual([22, 46, 58]);
});
