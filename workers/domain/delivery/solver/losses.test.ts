import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { compareRanks, Losses } from "./losses.ts";
import { Tours } from "./tours.ts";
import { Trial } from "./trial.ts";

test("priority counts before stops, stops before cost", () => {
  const rank = { priorityLost: 0, stopsLost: 1, cost: 5 };
  expect(compareRanks(rank, { priorityLost: 1, stopsLost: 0, cost: 0 })).toBeLessThan(0);
  expect(compareRanks(rank, { ...rank, stopsLost: 0, cost: 99 })).toBeGreaterThan(0);
  expect(compareRanks(rank, { ...rank, cost: 6 })).toBeLessThan(0);
  expect(compareRanks(rank, { ...rank })).toBe(0);
});

test("a shipment left behind loses two stops, each with its priority", () => {
  const errands = [crateTo(1, { priority: 10 }), crateFrom(2, 3, { priority: 30 })];
  const losses = new Losses(new Trial(new Tours(compile(problemOf(sixHomes, [bike(1)], errands)))));
  expect(losses.rank()).toEqual({ priorityLost: 70, stopsLost: 3, cost: 0 });
});

test("leaving a stop weighs more than a vehicle of its own, and more if it is urgent", () => {
  const weigh = (priority: number) => {
    const errands = [crateTo(1, { priority })];
    const problem = problemOf(sixHomes, [bike(1)], errands);
    return new Losses(new Trial(new Tours(compile(problem)))).soft();
  };
  expect(weigh(0)).toBeGreaterThanOrEqual(10);
  expect(weigh(1)).toBeGreaterThan(weigh(0));
});
