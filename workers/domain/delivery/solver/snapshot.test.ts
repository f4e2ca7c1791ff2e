import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { Snapshot } from "./snapshot.ts";
import { Tours } from "./tours.ts";

test("it keeps the routes as they were when it was taken", () => {
  const homes = [crateTo(1), crateTo(2), crateTo(3)];
  const tours = new Tours(compile(problemOf(sixHomes, [bike(1), bike(2)], homes)));
  const snapshot = new Snapshot(tours);
  tours.insert(2, 0, 0);
  tours.insert(0, 1, 0);
  tours.insert(1, 1, 1);
  snapshot.take({ priorityLost: 0, stopsLost: 0, cost: 9 });
  tours.length.fill(0);
  expect(snapshot.routes()).toEqual([[2], [0, 1]]);
});

test("only a better rank beats it", () => {
  const snapshot = new Snapshot(new Tours(compile(problemOf(sixHomes, [bike(1)], []))));
  const rank = { priorityLost: 0, stopsLost: 0, cost: 9 };
  expect(snapshot.isBeatenBy(rank)).toBe(true);
  snapshot.take(rank);
  expect(snapshot.isBeatenBy({ ...rank })).toBe(false);
  expect(snapshot.isBeatenBy({ ...rank, cost: 8 })).toBe(true);
});
