import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { Tours } from "./tours.ts";

function toursOf(...nodes: number[]): Tours {
  const errands = [crateTo(1, { service: 3 }), crateFrom(2, 3), crateTo(1, { setup: 5 })];
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1), bike(2)], errands)));
  nodes.forEach((node, position) => tours.insert(node, 0, position));
  tours.refresh(0);
  return tours;
}

test("loads follow the crates: aboard from the start, or from their pickup", () => {
  const tours = toursOf(1, 0, 2);
  expect([...tours.load.subarray(0, 4)]).toEqual([1, 2, 1, 0]);
  expect([...tours.peakBefore.subarray(0, 4)]).toEqual([1, 2, 2, 2]);
  expect([...tours.peakAfter.subarray(0, 4)]).toEqual([2, 2, 1, 0]);
});

test("a route is as long as its arcs, and costs them", () => {
  const tours = toursOf(0);
  expect([tours.travel[0], tours.distance[0], tours.cost[0]]).toEqual([10, 10, 10]);
});

test("the setup is spared at the place where the vehicle stands", () => {
  const tours = toursOf(0, 3);
  expect(tours.work(0, 3, true)).toBe(0);
  expect([...tours.departure.subarray(0, 3)]).toEqual([0, 8, 8]);
});

test("what says it is on no route is dropped", () => {
  const tours = toursOf(1, 0, 2);
  tours.routeOf[0] = -1;
  tours.compact(0);
  expect([...tours.nodeAt.subarray(1, 1 + (tours.length[0] ?? 0))]).toEqual([1, 2]);
});

test("a route that comes too late is not sound", () => {
  expect(toursOf(1, 0, 2).isSound(0)).toBe(true);
  const late = crateTo(2, { windows: [{ from: 0, to: 11 }] });
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1)], [late])));
  tours.insert(0, 0, 0);
  tours.refresh(0);
  expect(tours.isSound(0)).toBe(false);
});
