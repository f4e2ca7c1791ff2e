import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { Timetable } from "./timetable.ts";
import { Tours } from "./tours.ts";

function timetableOf(errands: Parameters<typeof problemOf>[2], nodes: number[], more = {}) {
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1, more)], errands)));
  tours.place(0, nodes);
  const timetable = new Timetable(tours);
  return { timetable, isKept: timetable.fill(0) };
}

const evening = [{ from: 100, to: 200 }];

test("who must not be long on the way is fetched later, and only so much later", () => {
  const { timetable, isKept } = timetableOf(
    [crateFrom(1, 2, { windows: evening, maxRide: 30 })],
    [0, 1],
  );
  expect(isKept).toBe(true);
  expect([...timetable.begin.subarray(0, 4)]).toEqual([0, 70, 100, 112]);
});

test("goods from the hub wait at the hub", () => {
  const { timetable } = timetableOf([crateTo(1, { windows: evening, maxRide: 7 })], [0]);
  expect([...timetable.begin.subarray(0, 2)]).toEqual([93, 100]);
});

test("a ride that the way alone makes too long has no timetable", () => {
  expect(timetableOf([crateTo(1, { maxRide: 4 })], [0]).isKept).toBe(false);
  expect(timetableOf([crateTo(1, { maxRide: 5 })], [0]).isKept).toBe(true);
});

test("waiting for one may make it too late for another", () => {
  const cold = crateTo(1, { windows: evening, maxRide: 5 });
  const early = crateTo(2, { windows: [{ from: 0, to: 90 }] });
  expect(timetableOf([cold, early], [0, 1]).isKept).toBe(false);
  expect(timetableOf([cold, early], [1, 0]).isKept).toBe(false);
});

test("nobody leaves the hub to wait at the first door", () => {
  const { timetable } = timetableOf([crateTo(1, { windows: evening })], [0]);
  expect(timetable.begin[0]).toBe(0);
  timetable.leaveLate(0);
  expect(timetable.begin[0]).toBe(95);
});

test("a release holds the whole trip back", () => {
  const { timetable } = timetableOf([crateTo(1, { release: 40 }), crateTo(2)], [1, 0]);
  expect([...timetable.begin.subarray(0, 3)]).toEqual([40, 52, 59]);
});
