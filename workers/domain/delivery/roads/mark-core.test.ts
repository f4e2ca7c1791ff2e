import { expect, test } from "vitest";
import { BOTH_WAYS, cornerName, gridTown, SHUT } from "#tests/grid-town.ts";
import { coreBit } from "./road-graph.ts";

const oneWay = { along: 12, against: 0 };

test("a town whose streets all join is one core, for bikes and for vans", () => {
  expect([...gridTown(3).core]).toEqual(Array.from({ length: 9 }, () => 3));
});

test("a way in without a way out is not of the core, and neither is an island", () => {
  const trap = { points: [cornerName(2, 2), 5050], speeds: { bike: oneWay, van: BOTH_WAYS } };
  const island = { points: [7070, 7071], speeds: { bike: BOTH_WAYS, van: SHUT } };
  const graph = gridTown(3, [trap, island]);
  const core = [...graph.core];
  expect(core.filter((bits) => (bits & coreBit("bike")) !== 0)).toHaveLength(9);
  expect(core.filter((bits) => (bits & coreBit("van")) !== 0)).toHaveLength(10);
  expect(core.slice(-2)).toEqual([0, 0]);
});

test("a street of ten thousand crossings is walked without running out of stack", () => {
  const points = Array.from({ length: 10_000 }, (_, i) => 1_000_000 + i);
  const long = points.slice(1).map((to, i) => ({
    points: [points[i] ?? 0, to],
    speeds: { bike: BOTH_WAYS, van: SHUT },
  }));
  const graph = gridTown(2, long);
  expect(graph.core.filter((bits) => bits === coreBit("bike"))).toHaveLength(10_000);
});
