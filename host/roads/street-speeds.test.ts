import { expect, test } from "vitest";
import { speedsOf, type Tags } from "./street-speeds.ts";

const bike = (tags: Tags) => Object.values(speedsOf({ highway: "residential", ...tags }, "bike"));
const van = (tags: Tags) => Object.values(speedsOf({ highway: "residential", ...tags }, "van"));

test("a street at home is for both, either way", () => {
  expect(bike({})).toEqual([15, 15]);
  expect(van({})).toEqual([22, 22]);
});

test("a one-way street is so for vans, and for bikes unless it has a lane against", () => {
  expect(van({ oneway: "yes" })).toEqual([22, 0]);
  expect(van({ oneway: "-1" })).toEqual([0, 22]);
  expect(bike({ oneway: "yes" })).toEqual([15, 0]);
  expect(bike({ oneway: "yes", "oneway:bicycle": "no" })).toEqual([15, 15]);
  expect(bike({ oneway: "yes", cycleway: "opposite_lane" })).toEqual([15, 15]);
});

test("a roundabout goes round one way, unless it says otherwise", () => {
  expect(van({ junction: "roundabout" })).toEqual([22, 0]);
  expect(van({ junction: "roundabout", oneway: "no" })).toEqual([22, 22]);
});

test("the most particular word about access decides", () => {
  expect(van({ access: "private" })).toEqual([0, 0]);
  expect(van({ access: "private", motor_vehicle: "yes" })).toEqual([22, 22]);
  expect(bike({ vehicle: "no", bicycle: "designated" })).toEqual([15, 15]);
  expect(bike({ bicycle: "dismount" })).toEqual([0, 0]);
});

test("motorways are no place for a bike, cycleways none for a van", () => {
  expect(bike({ highway: "motorway" })).toEqual([0, 0]);
  expect(van({ highway: "motorway" })).toEqual([80, 0]);
  expect(van({ highway: "cycleway" })).toEqual([0, 0]);
});

test("a footway is for bikes where it says so, steps never are", () => {
  expect(bike({ highway: "footway" })).toEqual([0, 0]);
  expect(bike({ highway: "footway", bicycle: "yes" })).toEqual([6, 6]);
  expect(bike({ highway: "steps", bicycle: "yes" })).toEqual([0, 0]);
});

test("a limit slows down whoever would be faster", () => {
  expect(van({ maxspeed: "10" })).toEqual([8, 8]);
  expect(bike({ maxspeed: "50" })).toEqual([15, 15]);
  expect(van({ maxspeed: "walk" })).toEqual([22, 22]);
});

test("a square that is drawn as an area is no street", () => {
  expect(bike({ highway: "pedestrian", area: "yes" })).toEqual([0, 0]);
});
