import { expect, test } from "vitest";
import { corner, gridTown } from "#tests/grid-town.ts";
import { coreBit, nodesOf, whereIs } from "./road-graph.ts";

test("each profile has a bit of its own", () => {
  expect([coreBit("bike"), coreBit("van")]).toEqual([1, 2]);
});

test("a node is where the survey says", () => {
  const town = gridTown(2);
  expect(nodesOf(town)).toBe(4);
  expect([0, 1, 2, 3].map((node) => whereIs(town, node))).toContainEqual(corner(1, 1));
});
