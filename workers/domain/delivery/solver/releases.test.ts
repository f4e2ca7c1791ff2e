import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { releaseOf } from "./releases.ts";
import { NEVER } from "./scale.ts";
import { Tours } from "./tours.ts";

test("a trip waits for its own goods, not for those of the next", () => {
  const rider = bike(1, { reload: { place: 0, service: 0, most: 1 } });
  const errands = [crateTo(1, { release: 20 }), crateTo(2), crateTo(3, { release: 70 })];
  const tours = new Tours(compile(problemOf(sixHomes, [rider], errands)));
  tours.place(0, [1, 0, tours.problem.reloadNode[0] ?? -1, 2]);
  expect([releaseOf(tours, 0, 0), releaseOf(tours, 0, 3)]).toEqual([20, 70]);
  // The first trip leaves at 20; home 2 is 12 away, home 1 7 further, the hub 5 from there.
  expect([...tours.departure.subarray(0, 5)]).toEqual([20, 32, 39, 70, 80]);
});

test("where nothing is released late nobody waits", () => {
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1)], [crateTo(1)])));
  tours.place(0, [0]);
  expect(releaseOf(tours, 0, 0)).toBe(-NEVER);
});
