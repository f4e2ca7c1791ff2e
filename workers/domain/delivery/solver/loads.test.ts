import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes, stopAt } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { endOfTrip, hasRoomThroughout } from "./loads.ts";
import { Tours } from "./tours.ts";

const reload = { place: 0, service: 0, most: 2 };

function toursOf(errands: Parameters<typeof problemOf>[2], nodes: number[], capacity = 9): Tours {
  const vehicle = bike(1, { capacity: [capacity], reload });
  const tours = new Tours(compile(problemOf(sixHomes, [vehicle], errands)));
  const station = tours.problem.reloadNode[0] ?? -1;
  tours.place(
    0,
    nodes.map((node) => (node < 0 ? station : node)),
  );
  return tours;
}

test("a reload puts off what jobs gave and loads the next trip; shipments ride on", () => {
  const giving = crateTo(1, { leaves: [2], takes: [3] });
  const tours = toursOf([giving, crateTo(2), crateFrom(3, 4)], [0, 2, -1, 1, 3]);
  expect([...tours.load.subarray(0, 6)]).toEqual([2, 3, 4, 2, 1, 0]);
  expect([...tours.peakBefore.subarray(0, 6)]).toEqual([2, 3, 4, 2, 2, 2]);
  expect([...tours.peakAfter.subarray(0, 6)]).toEqual([4, 4, 4, 2, 1, 0]);
  expect([endOfTrip(tours, 0, 0), endOfTrip(tours, 0, 3)]).toEqual([3, 6]);
});

test("what is aboard before the round begins counts until it is left", () => {
  const drop = stopAt("delivery", 9, 3, { leaves: [4], returns: [1] });
  const aboard = { stops: [drop], skills: [], priority: 0, vehicle: 1 };
  const tours = toursOf([aboard, crateTo(1)], [1, 0]);
  expect([...tours.load.subarray(0, 3)]).toEqual([5, 4, 1]);
  expect(hasRoomThroughout(tours, 0)).toBe(true);
  expect(hasRoomThroughout(toursOf([aboard, crateTo(1)], [1, 0], 4), 0)).toBe(false);
});
