import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { frozenAreRunnable } from "./frozen.ts";

const runs = (more: Parameters<typeof bike>[1], errand = crateTo(1)) =>
  frozenAreRunnable(problemOf(sixHomes, [bike(1, { frozen: ["job:1"], ...more })], [errand]), 0);

test("a frozen stop that is late for its household is still run", () => {
  expect(runs({}, crateTo(1, { windows: [{ from: 0, to: 1 }] }))).toBe(true);
});

test("skill, room, range, number of stops and the end of the shift bind what is frozen", () => {
  expect(runs({}, crateTo(1, { skills: [4] }))).toBe(false);
  expect(runs({ capacity: [0] })).toBe(false);
  expect(runs({ maxDistance: 9 })).toBe(false);
  expect(runs({ maxTasks: 0 })).toBe(false);
  expect(runs({ shift: { from: 0, to: 9 } })).toBe(false);
  expect(runs({ shift: { from: 0, to: 10 }, maxDistance: 10, maxTasks: 1, capacity: [1] })).toBe(
    true,
  );
});

test("with nothing frozen there is nothing to refuse", () => {
  expect(runs({ frozen: [], capacity: [0] })).toBe(true);
});
