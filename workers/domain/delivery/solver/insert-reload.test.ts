import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { createSolver } from "./search.ts";

const reload = { place: 0, service: 3, most: 2 };
const homes = [1, 2, 3, 4, 5, 6].map((place) => crateTo(place));

function planned(more: Parameters<typeof bike>[1], errands = homes) {
  const problem = problemOf(sixHomes, [bike(1, more)], errands);
  const solver = createSolver(problem, 1, { total: 300 });
  solver.step(300);
  const plan = solver.best();
  expect(check(problem, plan).complaints).toEqual([]);
  return { plan, types: plan.routes[0]?.steps.map(({ type }) => type) ?? [] };
}

test("one bike with room for two brings six crates in three trips", () => {
  const { plan, types } = planned({ capacity: [2], reload });
  expect(plan.unassigned).toEqual([]);
  expect(types.filter((type) => type === "reload")).toHaveLength(2);
  expect(plan.routes[0]?.steps.every(({ load }) => (load[0] ?? 0) <= 2)).toBe(true);
});

test("it does not come back more often than it may, nor than it needs", () => {
  expect(planned({ capacity: [1], reload }).plan.unassigned).toHaveLength(3);
  expect(planned({ capacity: [6], reload }).types).not.toContain("reload");
});

test("loading again takes its time from the shift", () => {
  const shift = (to: number) => ({ capacity: [1], reload, shift: { from: 0, to } });
  const near = [crateTo(1), crateTo(1, { leaves: [1] })].map((errand, index) => ({
    ...errand,
    stops: errand.stops.map((stop) => ({ ...stop, id: index })),
  }));
  expect(planned(shift(23), near).plan.unassigned).toEqual([]);
  expect(planned(shift(22), near).plan.unassigned).toHaveLength(1);
});
