import { expect, test } from "vitest";
import { BrokenInvariant } from "#domain/kernel/invariant.ts";
import { BOTH_WAYS, corner, gridTown, SHUT } from "#tests/grid-town.ts";
import { layRoads } from "./lay-roads.ts";

const about = { area: "one street", day: "", credit: "" };
const where = new Map([0, 1, 2, 3].map((c) => [c, corner(0, c)] as const));

test("bends of a street are no crossings, they only make it longer", () => {
  const speeds = { bike: BOTH_WAYS, van: BOTH_WAYS };
  const graph = layRoads(about, [{ points: [0, 1, 2, 3], speeds }], where);
  expect(graph.lats.length).toBe(2);
  expect([...graph.lengths]).toEqual([3000, 3000]);
  // 300 m at 12 km/h are 90 s.
  expect([...graph.times.bike]).toEqual([900, 900]);
});

test("where two streets share a point one can turn", () => {
  const graph = gridTown(3);
  expect(graph.lats.length).toBe(9);
  expect(graph.to.length).toBe(24);
});

test("a street that vans may enter from one end only is so for them alone", () => {
  const speeds = { bike: BOTH_WAYS, van: { along: 30, against: 0 } };
  const graph = layRoads(about, [{ points: [0, 1], speeds }], where);
  expect([...graph.times.bike]).toEqual([300, 300]);
  expect([...graph.times.van]).toEqual([120, 0]);
});

test("a direction in which nobody may go is not there at all", () => {
  const oneWay = { along: 10, against: 0 };
  const graph = layRoads(about, [{ points: [0, 1], speeds: { bike: oneWay, van: SHUT } }], where);
  expect([...graph.head]).toEqual([0, 1, 1]);
});

test("a street that names a point of nowhere is a fault of the survey", () => {
  const streets = [{ points: [0, 9], speeds: { bike: BOTH_WAYS, van: SHUT } }];
  expect(() => layRoads(about, streets, where)).toThrow(BrokenInvariant);
});
