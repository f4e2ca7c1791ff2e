import fc from "fast-check";
import { expect, test } from "vitest";
import { metresBetween } from "#domain/kernel/earth.ts";
import { BLOCK, gridTown, SHUT } from "#tests/grid-town.ts";
import { nearestNodes } from "./nearest-node.ts";
import { nodesOf, whereIs } from "./road-graph.ts";

test("an address meets the street at the nearest crossing", () => {
  const nearest = nearestNodes(gridTown(3), "bike", 500);
  expect(nearest({ latMicrodegrees: 100, lonMicrodegrees: -200 })).toEqual({ node: 0, metres: 25 });
});

test("an address that is off the map meets none", () => {
  const nearest = nearestNodes(gridTown(3), "bike", 500);
  expect(nearest({ latMicrodegrees: 100 * BLOCK, lonMicrodegrees: 0 })).toBeUndefined();
});

test("a street that leads nowhere is passed over for one that does", () => {
  const speeds = { bike: { along: 12, against: 0 }, van: SHUT };
  const graph = gridTown(2, [{ points: [101, 110], speeds }]);
  const there = { latMicrodegrees: BLOCK, lonMicrodegrees: 10 * BLOCK };
  expect(nearestNodes(graph, "bike", 5000)(there)?.node).toBe(3);
});

test("no node is nearer than the one that is found, wherever one asks", () => {
  const graph = gridTown(8);
  const nearest = nearestNodes(graph, "bike", 400);
  const anywhere = fc.record({
    latMicrodegrees: fc.integer({ min: -6 * BLOCK, max: 14 * BLOCK }),
    lonMicrodegrees: fc.integer({ min: -6 * BLOCK, max: 14 * BLOCK }),
  });
  fc.assert(
    fc.property(anywhere, (point) => {
      const distances = Array.from({ length: nodesOf(graph) }, (_, node) =>
        metresBetween(point, whereIs(graph, node)),
      );
      const least = Math.min(...distances);
      expect(nearest(point)?.metres).toBe(least > 400 ? undefined : least);
    }),
  );
});
