import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { bike, crateFromAll, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { createSolver } from "./search.ts";

function planned(errands: Parameters<typeof problemOf>[2], more: Parameters<typeof bike>[1] = {}) {
  const problem = problemOf(sixHomes, [bike(1, more)], errands);
  const solver = createSolver(problem, 1, { total: 300 });
  solver.step(300);
  expect(check(problem, solver.best()).complaints).toEqual([]);
  return solver;
}

test("an order from three producers is collected on one way and dropped once", () => {
  const solver = planned([crateFromAll([1, 2, 3], 4)]);
  // Hub, 1 at 5, 2 at 7 further, 3 at 12, home 4 at 11, and 9 back.
  expect(solver.rank().cost).toBe(5 + 7 + 12 + 11 + 9);
  expect(solver.best().routes[0]?.steps.map(({ load }) => load[0])).toEqual([0, 1, 2, 3, 0, 0]);
});

test("it is done wholly or not at all", () => {
  const solver = planned([crateFromAll([1, 2, 3], 4)], { capacity: [2] });
  expect(solver.best().routes).toEqual([]);
  expect(solver.best().unassigned.map(({ reason }) => reason)).toEqual(Array(4).fill("capacity"));
});

test("orders of neighbours share a round, one door shared by many its setup", () => {
  const door = (id: number) => {
    const order = crateFromAll([1, 2], 3);
    const stops = order.stops.map((stop, index) => ({ ...stop, id: 10 * id + index, setup: 5 }));
    return { ...order, stops };
  };
  const solver = planned([door(1), door(2), door(3), crateTo(5)], { capacity: [9] });
  const steps = solver.best().routes[0]?.steps ?? [];
  expect(solver.best().unassigned).toEqual([]);
  expect(steps.filter(({ setup }) => setup > 0)).toHaveLength(3);
});
