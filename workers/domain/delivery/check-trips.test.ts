import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes, stopAt } from "#tests/rounds.ts";
import { checkTrips } from "./check-trips.ts";
import type { Step } from "./plan.ts";
import type { Errand, Vehicle } from "./problem.ts";

const at = (type: Step["type"], arrival: number, id?: number): Step => {
  const plain = { type, arrival, waiting: 0, setup: 0, service: 0, load: [] };
  return id === undefined ? plain : { ...plain, id };
};

function wrongs(errands: readonly Errand[], more: Partial<Vehicle>, steps: Step[]): string[] {
  const vehicle = bike(1, more);
  const problem = problemOf(sixHomes, [vehicle], errands);
  return checkTrips(problem, vehicle, steps).map(({ code }) => code);
}

const reload = { place: 0, service: 2, most: 1 };
const twoTrips = [at("start", 0), at("job", 5, 1), at("reload", 10), at("job", 24, 2)];

test("a bike with room for one brings two crates in two trips, if it may", () => {
  const crates = [crateTo(1), crateTo(2)];
  expect(wrongs(crates, { capacity: [1], reload }, twoTrips)).toEqual([]);
  expect(wrongs(crates, { capacity: [1] }, twoTrips)).toEqual(["reload-not-allowed"]);
  const oneTrip = twoTrips.filter(({ type }) => type !== "reload");
  expect(wrongs(crates, { capacity: [1], reload }, oneTrip)).toEqual(["capacity"]);
});

test("what jobs give leaves at a reload, what is on its way to somebody stays", () => {
  const empties = crateTo(1, { leaves: [], takes: [1] });
  expect(wrongs([empties, crateTo(2)], { capacity: [1], reload }, twoTrips)).toEqual([]);
  const steps = [at("start", 0), at("pickup", 5, 3), ...twoTrips.slice(2), at("delivery", 40, 3)];
  expect(wrongs([crateFrom(1, 3), crateTo(2)], { capacity: [1], reload }, steps)).toEqual([
    "capacity",
  ]);
  expect(wrongs([crateFrom(1, 3), crateTo(2)], { capacity: [2], reload }, steps)).toEqual([]);
});

test("goods that are aboard already take room until they are left", () => {
  const aboard = { stops: [stopAt("delivery", 3, 3, { leaves: [1] })], skills: [], priority: 0 };
  const steps = [at("start", 0), at("job", 5, 1), at("delivery", 30, 3)];
  expect(wrongs([{ ...aboard, vehicle: 1 }, crateTo(1)], { capacity: [1] }, steps)).toEqual([
    "capacity",
  ]);
  expect(wrongs([{ ...aboard, vehicle: 1 }, crateTo(1)], { capacity: [2] }, steps)).toEqual([]);
});

test("nobody leaves before the goods are there", () => {
  const steps = (start: number) => [at("start", start), at("job", 90, 1)];
  expect(wrongs([crateTo(1, { release: 20 })], {}, steps(20))).toEqual([]);
  expect(wrongs([crateTo(1, { release: 20 })], {}, steps(19))).toEqual(["before-release"]);
  const second = [crateTo(1), crateTo(2, { release: 10 })];
  expect(wrongs(second, { reload }, twoTrips)).toEqual([]);
  expect(wrongs([crateTo(1), crateTo(2, { release: 11 })], { reload }, twoTrips)).toEqual([
    "before-release",
  ]);
});

test("a ride counts from leaving the hub, the reload or the pickup: one second decides", () => {
  const steps = (begin: number) => [at("start", 10), at("job", begin, 1)];
  expect(wrongs([crateTo(1, { maxRide: 30 })], {}, steps(40))).toEqual([]);
  expect(wrongs([crateTo(1, { maxRide: 30 })], {}, steps(41))).toEqual(["too-long-on-the-way"]);
  expect(wrongs([crateTo(1), crateTo(2, { maxRide: 12 })], { reload }, twoTrips)).toEqual([]);
  expect(wrongs([crateTo(1), crateTo(2, { maxRide: 11 })], { reload }, twoTrips)).toEqual([
    "too-long-on-the-way",
  ]);
  const pair = [at("start", 0), at("pickup", 10, 3), at("delivery", 40, 3)];
  expect(wrongs([crateFrom(1, 3, { maxRide: 30 })], {}, pair)).toEqual([]);
  expect(wrongs([crateFrom(1, 3, { maxRide: 29 })], {}, pair)).toEqual(["too-long-on-the-way"]);
});
