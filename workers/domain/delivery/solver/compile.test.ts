import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";

const problem = problemOf(
  sixHomes,
  [bike(1, { shift: { from: 50, to: 90 } })],
  [crateTo(1, { windows: [{ from: 60, to: 70 }], setup: 4 }), crateFrom(2, 3)],
);

test("stops become nodes, errand after errand", () => {
  const compiled = compile(problem);
  expect([...compiled.firstNode]).toEqual([0, 1, 3]);
  expect([...compiled.errandOf]).toEqual([0, 1, 1]);
  expect([...compiled.placeOf]).toEqual([1, 2, 3, 0]);
});

test("instants count from the first that matters", () => {
  const compiled = compile(problem);
  expect(compiled.origin).toBe(50);
  expect(compiled.windowFrom[0]).toBe(10);
  expect(compiled.shiftTo[0]).toBe(40);
});

test("a job's crate is aboard from the start, a shipment's from its pickup", () => {
  const compiled = compile(problem);
  // The last entry is the hub's, where nothing changes.
  expect([...compiled.fromStart]).toEqual([1, 0, 0, 0]);
  expect([...compiled.loadChange]).toEqual([-1, 1, -1, 0]);
});
