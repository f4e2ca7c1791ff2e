import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { check } from "./check.ts";
import type { Plan, PlannedRoute, Step } from "./plan.ts";
import type { Problem, Vehicle } from "./problem.ts";
import { createSolver } from "./solver/search.ts";

const lunch = { id: 7, service: 10, windows: [{ from: 20, to: 60 }], maxLoad: [4] };

/** Crates to three homes and one fetched on the way, with a lunch break. */
const problem = problemOf(
  sixHomes,
  [bike(1, { breaks: [lunch] }), bike(2)],
  [
    crateTo(1, { windows: [{ from: 0, to: 90 }], service: 2 }),
    crateTo(2),
    crateTo(3),
    crateFrom(4, 5),
  ],
);
const plan = found(problem);

function found(of: Problem): Plan {
  const search = createSolver(of, 1, { total: 200 });
  search.step(200);
  return search.best();
}

/** What is wrong once a vehicle, an errand or the plan is changed. */
function wrongs(of: Problem, judged: Plan = plan): string[] {
  return [...new Set(check(of, judged).complaints.map(({ code }) => code))];
}

function withVehicle(more: Partial<Vehicle>): Problem {
  return { ...problem, vehicles: problem.vehicles.map((one) => ({ ...one, ...more })) };
}

function withSteps(change: (steps: readonly Step[]) => readonly Step[]): Plan {
  return {
    ...plan,
    routes: plan.routes.map((route): PlannedRoute => ({ ...route, steps: change(route.steps) })),
  };
}

const only = (route: PlannedRoute | undefined): Plan => ({
  routes: route ? [route] : [],
  unassigned: [],
});

test("a plan that keeps everything has nothing against it, and its worth is recomputed", () => {
  const { complaints, cost, stopsServed, prioritySum } = check(problem, plan);
  expect(complaints).toEqual([]);
  expect(stopsServed).toBe(5);
  expect(prioritySum).toBe(0);
  const travel = createSolver(problem, 1, { total: 1 }).rank().cost;
  expect(cost).toBeLessThanOrEqual(travel);
});

test("too much aboard is seen", () => {
  expect(wrongs(withVehicle({ capacity: [1] }))).toContain("capacity");
});

test("a missing skill is seen", () => {
  const cold = problem.errands.map((errand) => ({ ...errand, skills: [3] }));
  expect(wrongs({ ...problem, errands: cold })).toEqual(["skill"]);
  expect(wrongs({ ...withVehicle({ skills: [3] }), errands: cold })).toEqual([]);
});

test("limits on tasks, travel and distance bind from one above", () => {
  const route = plan.routes[0];
  const bounds = { maxTasks: 1, maxTravelTime: 5, maxDistance: 5 };
  expect(route?.steps.length).toBeGreaterThan(3);
  expect(wrongs(withVehicle({ maxTasks: bounds.maxTasks }))).toContain("too-many-tasks");
  expect(wrongs(withVehicle({ maxTravelTime: bounds.maxTravelTime }))).toContain("too-much-travel");
  expect(wrongs(withVehicle({ maxDistance: bounds.maxDistance }))).toContain("too-far");
  expect(wrongs(withVehicle({ maxTasks: 5, maxTravelTime: 99, maxDistance: 99 }))).toEqual([]);
});

test("coming outside a window is seen, on both sides", () => {
  const windowed = (from: number, to: number) => ({
    ...problem,
    errands: [crateTo(1, { windows: [{ from, to }], service: 2 }), ...problem.errands.slice(1)],
  });
  expect(wrongs(windowed(900, 990))).toContain("outside-window");
  expect(wrongs(windowed(0, 1))).toContain("outside-window");
});

test("claiming to be there sooner than one can drive is seen", () => {
  const hurried = withSteps((steps) =>
    steps.map((step) => (step.type === "job" ? { ...step, arrival: step.arrival - 1 } : step)),
  );
  expect(wrongs(problem, hurried)).toContain("too-early");
});

test("ending after the shift is seen, even when no end is claimed", () => {
  expect(wrongs(withVehicle({ shift: { from: 0, to: 30 } }))).toContain("outside-shift");
  const endless = withSteps((steps) => steps.filter(({ type }) => type !== "end"));
  expect(wrongs(withVehicle({ shift: { from: 0, to: 30 } }), endless)).toContain("outside-shift");
});

test("breaks are taken, once, in their window, with little enough aboard", () => {
  const resting = { ...problem, vehicles: [bike(1, { breaks: [lunch] })] };
  const rested = found(resting);
  expect(wrongs(resting, rested)).toEqual([]);
  const change = (to: Partial<typeof lunch>) => ({
    ...resting,
    vehicles: [bike(1, { breaks: [{ ...lunch, ...to }] })],
  });
  expect(wrongs(change({ id: 8 }), rested)).toEqual(["unknown-break", "break-not-taken"]);
  expect(wrongs(change({ windows: [{ from: 500, to: 501 }] }), rested)).toEqual([
    "outside-break-window",
  ]);
  expect(wrongs(change({ maxLoad: [0] }), rested)).toEqual(["break-with-too-much-aboard"]);
  expect(wrongs(change({ service: 11 }), rested)).toContain("too-early");
});

test("a crate is dropped after it was picked up, on the same route", () => {
  const pair = problemOf(sixHomes, [bike(1), bike(2)], [crateFrom(4, 5)]);
  const [route] = found(pair).routes;
  const steps = route?.steps ?? [];
  const turned = only({ vehicle: 1, steps: steps.toReversed() });
  expect(wrongs(pair, turned)).toContain("drop-before-pickup");
  const kept = only({ vehicle: 1, steps: steps.filter(({ type }) => type !== "delivery") });
  expect(wrongs(pair, kept)).toEqual(["not-dropped", "forgotten", "torn-apart"]);
});

test("every stop is served once or named as left, never both", () => {
  const [route] = plan.routes;
  const left = { type: "job", id: 1, reason: "crowded-out" } as const;
  expect(wrongs(problem, { routes: [], unassigned: [] })).toEqual(["forgotten"]);
  expect(wrongs(problem, { ...plan, unassigned: [left] })).toEqual(["served-and-left"]);
  expect(wrongs(problem, { ...plan, unassigned: [{ ...left, id: 99 }] })).toEqual(["unknown-stop"]);
  const twice = only(route && { ...route, steps: [...route.steps, ...route.steps] });
  expect(wrongs(problem, twice)).toContain("served-twice");
  expect(
    wrongs({ ...problem, errands: [crateTo(1)] }, { routes: [], unassigned: [left, left] }),
  ).toEqual(["left-twice"]);
});

test("unknown vehicles, and one vehicle on two routes, are seen", () => {
  const [route] = plan.routes;
  const routes = route ? [route, route] : [];
  expect(wrongs(problem, { ...plan, routes })).toContain("vehicle-twice");
  expect(wrongs(problem, only(route && { ...route, vehicle: 9 }))).toContain("unknown-vehicle");
  expect(wrongs(problem, only(route && { ...route, steps: [] }))).toContain("nothing-to-do");
});

test("a stop nobody knows and a way that does not exist are seen", () => {
  const strange = withSteps((steps) =>
    steps.map((step) => (step.id === 1 ? { ...step, id: 99 } : step)),
  );
  expect(wrongs(problem, strange)).toContain("unknown-stop");
  const nowhere = { bike: { durations: sixHomes.map(() => sixHomes.map(() => null)) } };
  expect(wrongs({ ...problem, matrices: nowhere })).toContain("no-way");
});
