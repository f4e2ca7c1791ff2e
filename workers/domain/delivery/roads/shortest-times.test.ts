import fc from "fast-check";
import { expect, test } from "vitest";
import { cornerName, gridTown } from "#tests/grid-town.ts";
import { nodesOf, type RoadGraph } from "./road-graph.ts";
import { shortestTimes } from "./shortest-times.ts";

test("across a town of square blocks one rides as many blocks as there are between", () => {
  const graph = gridTown(5);
  const { times, lengths } = shortestTimes(graph, "bike", 0);
  // Four blocks each way, 100 m and 30 s a block.
  expect(Math.max(...times)).toBe(8 * 300);
  expect(Math.max(...lengths)).toBe(8 * 1000);
});

test("a fast road around is taken instead of the way through", () => {
  const ring = {
    points: [cornerName(0, 0), 5000, cornerName(4, 4)],
    speeds: { bike: { along: 4000, against: 4000 }, van: { along: 0, against: 0 } },
  };
  const graph = gridTown(5, [ring]);
  const [bike, van] = (["bike", "van"] as const).map(
    (profile) => shortestTimes(graph, profile, 0).times[24] ?? 0,
  );
  expect(bike).toBeLessThan(300);
  expect(van).toBe(8 * 300);
});

test("where no way leads the time is infinite", () => {
  const island = {
    points: [7070, 7071],
    speeds: { bike: { along: 9, against: 9 }, van: { along: 0, against: 0 } },
  };
  const graph = gridTown(2, [island]);
  expect(shortestTimes(graph, "bike", 0).times.slice(-2)).toEqual(
    Float64Array.of(Infinity, Infinity),
  );
});

/** Floyd and Warshall's table, which shares nothing with the search. */
function allTimes(graph: RoadGraph): number[][] {
  const size = nodesOf(graph);
  const times = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (__, b) => (a === b ? 0 : Infinity)),
  );
  for (let a = 0; a < size; a += 1) {
    for (let arc = graph.head[a] ?? 0; arc < (graph.head[a + 1] ?? 0); arc += 1) {
      const row = times[a] as number[];
      const to = graph.to[arc] ?? 0;
      const step = graph.times.bike[arc] ?? 0;
      if (step > 0) row[to] = Math.min(row[to] ?? Infinity, step);
    }
  }
  for (let via = 0; via < size; via += 1) {
    for (const row of times) {
      for (let b = 0; b < size; b += 1) {
        const around = (row[via] ?? Infinity) + (times[via]?.[b] ?? Infinity);
        row[b] = Math.min(row[b] ?? Infinity, around);
      }
    }
  }
  return times;
}

const anyStreet = fc.record({
  points: fc.uniqueArray(
    fc.integer({ min: 0, max: 24 }).map((at) => cornerName(Math.floor(at / 5), at % 5)),
    { minLength: 2, maxLength: 5 },
  ),
  speeds: fc.record({
    bike: fc.record({ along: fc.integer({ min: 0, max: 40 }), against: fc.nat({ max: 40 }) }),
    van: fc.constant({ along: 0, against: 0 }),
  }),
});

test("every way is as fast as the slowest method finds, whatever the streets", () => {
  fc.assert(
    fc.property(fc.array(anyStreet, { maxLength: 8 }), (streets) => {
      const graph = gridTown(3, streets);
      const expected = allTimes(graph);
      for (const [source, row] of expected.entries()) {
        expect([...shortestTimes(graph, "bike", source).times]).toEqual(row);
      }
    }),
  );
});

test("a search that ends at its targets knows them as one that goes everywhere", () => {
  const graph = gridTown(6);
  const all = shortestTimes(graph, "bike", 7);
  const some = shortestTimes(graph, "bike", 7, [3, 20]);
  for (const node of [3, 20]) {
    expect(some.times[node]).toBe(all.times[node]);
    expect(some.lengths[node]).toBe(all.lengths[node]);
  }
});
