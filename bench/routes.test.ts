import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { areInstancesHere, readInstances } from "./route-instances.ts";
import { vroomShape } from "./vroom-shape.ts";

/** Few rounds and loose bounds: a net under the search, not a measure of it. */
const rounds = 4000;
const worst: Readonly<Record<string, number>> = { R102: 5, "X-n101-k25": 5, lrc105: 5, lr104: 5 };

test("public instances come near their best known plans within a few rounds", async ({ skip }) => {
  skip(!areInstancesHere(), "the public instances are missing");
  const instances = await readInstances();
  for (const [name, most] of Object.entries(worst)) {
    const instance = instances.find((one) => one.name === name);
    const read = readProblem(instance?.problem);
    if (!read.ok || instance?.bks === undefined) throw new Error(`${name} cannot be read`);
    const search = createSolver(read.value, 1, { total: rounds });
    search.step(rounds);
    const { complaints, cost } = check(read.value, search.best());
    const gap = 100 * (cost / instance.scale / (instance.bks.ref ?? instance.bks.cost) - 1);
    expect(complaints).toEqual([]);
    expect(gap, name).toBeLessThan(most);
  }
});

test("where pickups meet breaks nobody is left who could be served", async ({ skip }) => {
  skip(!areInstancesHere(), "the public instances are missing");
  const instance = (await readInstances()).find(({ name }) => name === "r100b");
  const read = readProblem(instance?.problem);
  if (!read.ok) throw new Error(read.refusal.field);
  const search = createSolver(read.value, 1, { total: 500 });
  search.step(500);
  expect(check(read.value, search.best()).complaints).toEqual([]);
  expect(search.best().unassigned).toEqual([]);
});

test("a plan is told in VROOM's words", () => {
  const step = {
    type: "job",
    id: 4,
    place: 2,
    arrival: 10,
    waiting: 3,
    setup: 0,
    service: 5,
  } as const;
  const left = [{ type: "job", id: 5, reason: "skill" }] as const;
  const plan = { routes: [{ vehicle: 1, steps: [{ ...step, load: [2] }] }], unassigned: left };
  expect(vroomShape(plan, 77)).toEqual({
    code: 0,
    summary: { cost: 77, routes: 1, unassigned: 1 },
    routes: [
      {
        vehicle: 1,
        steps: [
          {
            type: "job",
            id: 4,
            location_index: 2,
            setup: 0,
            service: 5,
            waiting_time: 3,
            arrival: 10,
            load: [2],
          },
        ],
      },
    ],
    unassigned: left,
  });
});
