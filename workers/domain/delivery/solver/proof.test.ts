import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { Proof } from "./proof.ts";
import { Tours } from "./tours.ts";

test("what was tried out leaves no trace, but what it would have cost", () => {
  const late = crateTo(1, { windows: [{ from: 0, to: 20 }] });
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1)], [late, crateFrom(2, 3)])));
  tours.place(0, [0]);
  const before = [[...tours.nodeAt], [...tours.routeOf], [...tours.departure], tours.cost[0]];
  const proof = new Proof(tours);
  expect(proof.holds(0, [1, 2], [1, 1])).toBe(true);
  expect(proof.cost).toBe(5 + 7 + 12 + 10);
  expect(proof.holds(0, [1, 2], [0, 0])).toBe(false);
  const { nodeAt, routeOf, departure, cost } = tours;
  expect([[...nodeAt].slice(0, 2), [...routeOf], [...departure].slice(0, 2), cost[0]]).toEqual([
    (before[0] as number[]).slice(0, 2),
    before[1],
    (before[2] as number[]).slice(0, 2),
    before[3],
  ]);
});
