import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { impossibleErrands } from "./impossible.ts";

const reasons = (errands: Parameters<typeof problemOf>[2], more = {}) => [
  ...impossibleErrands(problemOf(sixHomes, [bike(1, { skills: [1], ...more })], errands)).values(),
];

test("what a vehicle can run alone is not impossible", () => {
  expect(reasons([crateTo(1), crateFrom(2, 3)])).toEqual([]);
});

test("nobody has the skills", () => {
  expect(reasons([crateTo(1, { skills: [1, 2] })])).toEqual(["skill"]);
});

test("who has the skills lacks the room", () => {
  expect(reasons([crateTo(1, { leaves: [5] }), crateTo(2, { leaves: [4] })])).toEqual(["capacity"]);
});

test("the way is too far: one metre decides", () => {
  expect(reasons([crateTo(2)], { maxDistance: 23 })).toEqual(["range"]);
  expect(reasons([crateTo(2)], { maxDistance: 24 })).toEqual([]);
  expect(reasons([crateFrom(1, 2)], { maxTravelTime: 23 })).toEqual(["range"]);
});

test("the windows are missed: one second decides", () => {
  expect(reasons([crateTo(2, { windows: [{ from: 0, to: 11 }] })])).toEqual(["window"]);
  expect(reasons([crateTo(2, { windows: [{ from: 0, to: 12 }] })])).toEqual([]);
  expect(reasons([crateFrom(1, 2, { windows: [{ from: 0, to: 11 }] })])).toEqual(["window"]);
});

test("a break that leaves no time is a window missed", () => {
  const breaks = [{ id: 1, service: 980, windows: [{ from: 0, to: 20 }] }];
  expect(reasons([crateTo(2)], { breaks })).toEqual(["window"]);
});
