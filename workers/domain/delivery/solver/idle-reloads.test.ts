import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { dropIdleReloads } from "./idle-reloads.ts";
import { Tours } from "./tours.ts";

/** What is left of a sequence; -1 is a reload. */
function left(capacity: number, nodes: readonly number[]): number[] {
  const vehicle = bike(1, { capacity: [capacity], reload: { place: 0, service: 0, most: 4 } });
  const tours = new Tours(compile(problemOf(sixHomes, [vehicle], [crateTo(1), crateTo(2)])));
  const station = tours.problem.reloadNode[0] ?? -1;
  tours.place(
    0,
    nodes.map((node) => (node < 0 ? station : node)),
  );
  dropIdleReloads(tours, 0);
  return [...tours.nodeAt.subarray(1, 1 + (tours.length[0] ?? 0))].map((node) =>
    node === station ? -1 : node,
  );
}

test("a reload before nothing goes", () => {
  expect(left(1, [0, -1, -1, 1, -1])).toEqual([0, -1, 1]);
  expect(left(1, [-1])).toEqual([]);
});

test("a reload goes when both trips fit into one, and stays when they do not", () => {
  expect(left(2, [0, -1, 1])).toEqual([0, 1]);
  expect(left(1, [0, -1, 1])).toEqual([0, -1, 1]);
});
