import { expect, test } from "vitest";
import {
  bike,
  crateFrom,
  crateFromAll,
  crateTo,
  problemOf,
  sixHomes,
  stopAt,
} from "#tests/rounds.ts";
import { compile } from "./compile.ts";

const compiled = (...errands: Parameters<typeof problemOf>[2]) =>
  compile(problemOf(sixHomes, [bike(1), bike(2)], errands));

test("a ride counts from each pickup, or from where the trip begins", () => {
  const { maxRide, rideFrom } = compiled(
    crateTo(1, { maxRide: 50 }),
    crateFromAll([2, 3], 4, { maxRide: 60 }),
    crateFrom(5, 6),
  );
  expect([...maxRide.subarray(0, 6)]).toEqual([50, -1, -1, 60, -1, -1]);
  expect(rideFrom[0]).toEqual([]);
  expect(rideFrom[3]).toEqual([1, 2]);
});

test("what jobs give and empties stay aboard to the end of the trip", () => {
  const pair = crateFrom(2, 3);
  const [pickup, drop] = pair.stops;
  const giving = { ...pair, stops: [pickup ?? [], { ...drop, returns: [2] }].flat() };
  const { kept, loadChange } = compiled(crateTo(1, { takes: [3] }), giving as typeof pair);
  expect([...kept.subarray(0, 3)]).toEqual([3, 0, 2]);
  expect([...loadChange.subarray(0, 3)]).toEqual([2, 1, 1]);
});

test("what is aboard of a vehicle is aboard of no other", () => {
  const drop = stopAt("delivery", 1, 1, { leaves: [4] });
  const { initialLoad } = compiled({ stops: [drop], skills: [], priority: 0, vehicle: 2 });
  expect([...initialLoad]).toEqual([0, 4]);
});

test("only a problem that asks for more is tried out more slowly", () => {
  expect(compiled(crateTo(1), crateFrom(2, 3)).needsProof).toBe(false);
  expect(compiled(crateTo(1, { release: 5 })).needsProof).toBe(true);
  expect(compiled(crateTo(1, { maxRide: 5 })).needsProof).toBe(true);
});
