import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { compile } from "./compile.ts";
import { entranceOf, movedCostOf, shiftedCostOf } from "./promises.ts";
import { createSolver } from "./search.ts";

import { Tours } from "./tours.ts";

const told = (place: number, vehicle: number, at: number) =>
  crateTo(place, { planned: { vehicle, at } });

test("only what moves by more than the tolerance costs", () => {
  const cost = (at: number) => {
    const stability = { moved: 0, shifted: 6, tolerance: 15 };
    const problem = { ...problemOf(sixHomes, [bike(1)], [told(1, 1, at)]), stability };
    const tours = new Tours(compile(problem));
    tours.place(0, [0]);
    return shiftedCostOf(tours, 0) / tours.problem.costUnit;
  };
  expect(cost(20)).toBe(0);
  expect(cost(21)).toBe(6);
});

test("orders stay with the courier they were promised to, until that costs too much", () => {
  const onTheirBikes = (moved: number) => {
    const errands = [told(1, 1, 5), told(4, 2, 9)];
    const stability = { moved, shifted: 0, tolerance: 900 };
    const problem = { ...problemOf(sixHomes, [bike(1), bike(2)], errands), stability };
    const fixed = problem.vehicles.map((vehicle) => ({
      ...vehicle,
      costs: { ...vehicle.costs, fixed: 30 },
    }));
    const solver = createSolver({ ...problem, vehicles: fixed }, 1, { total: 200 });
    solver.step(200);
    return solver.best().routes.length;
  };
  expect(onTheirBikes(100)).toBe(2);
  expect(onTheirBikes(5)).toBe(1);
});

test("a broken promise costs for each stop, before the errand is put there and after", () => {
  const stability = { moved: 8, shifted: 0, tolerance: 900 };
  const errands = [crateFrom(1, 2, { planned: { vehicle: 2 } }), crateTo(3)];
  const problem = { ...problemOf(sixHomes, [bike(1), bike(2)], errands), stability };
  const tours = new Tours(compile(problem));
  const { costUnit } = tours.problem;
  expect([entranceOf(tours, 0, 0), entranceOf(tours, 0, 1)]).toEqual([16 * costUnit, 0]);
  expect(entranceOf(tours, 1, 0)).toBe(0);
  tours.place(0, [0, 1]);
  expect(movedCostOf(tours, 0)).toBe(16 * costUnit);
});
