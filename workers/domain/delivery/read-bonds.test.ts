import { expect, test } from "vitest";
import { readProblem } from "./read-problem.ts";

const road = [
  [0, 5],
  [5, 0],
];
const good = {
  vehicles: [
    { id: 1, profile: "bike", start_index: 0, capacity: [2], time_window: [0, 100] },
    { id: 2, profile: "bike", start_index: 0, capacity: [2], time_window: [0, 100] },
  ],
  jobs: [{ id: 1, location_index: 1, delivery: [1] }],
  shipments: [
    { amount: [1], pickup: { id: 7, location_index: 0 }, delivery: { id: 7, location_index: 1 } },
  ],
  matrices: { bike: { durations: road } },
};

function wrong(change: object): string {
  const read = readProblem({ ...good, ...change });
  return read.ok ? "" : `${read.refusal.field}: ${read.refusal.expected}`;
}

const frozen = (...steps: object[]) => ({
  vehicles: [{ ...good.vehicles[0], frozen: steps }, good.vehicles[1]],
});
const job = { type: "job", id: 1 };
const pickup = { type: "pickup", id: 7 };
const drop = { type: "delivery", id: 7 };

test("stops that can be run in their order may be frozen", () => {
  expect(wrong(frozen(job, pickup, drop))).toBe("");
});

test("who is to run an errand is there", () => {
  expect(wrong({ jobs: [{ ...good.jobs[0], vehicle: 9 }] })).toBe(
    "jobs[0].vehicle: the id of one of the vehicles",
  );
});

test("a frozen stop exists, once, after what must come before it", () => {
  expect(wrong(frozen({ type: "job", id: 5 }))).toBe(
    "vehicles[0].frozen[0]: a stop of this problem",
  );
  expect(wrong(frozen({ type: "break", id: 5 }))).toContain("vehicles[0].frozen[0].type");
  expect(wrong(frozen(job, job))).toBe("vehicles[0].frozen[1]: a stop that is not frozen twice");
  expect(wrong(frozen(drop, pickup))).toBe("vehicles[0].frozen[0]: a delivery after its pickups");
});

test("what another vehicle must run, or has begun, cannot be frozen here", () => {
  const bound = { jobs: [{ ...good.jobs[0], vehicle: 2 }] };
  expect(wrong({ ...bound, ...frozen(job) })).toContain("that no other vehicle runs");
  const [first, second] = good.vehicles;
  const vehicles = [
    { ...first, frozen: [pickup] },
    { ...second, frozen: [drop] },
  ];
  expect(wrong({ vehicles })).toContain("vehicles[1].frozen[0]: a stop of an errand");
});

test("frozen stops that nobody could run in time are a wrong problem, not a bad plan", () => {
  const [first, second] = good.vehicles;
  const late = { ...first, time_window: [0, 4], frozen: [job] };
  expect(wrong({ vehicles: [late, second] })).toContain(
    "vehicles[0].frozen: stops that can be run",
  );
});

test("more aboard than there is room for is refused", () => {
  const aboard = { aboard: {}, vehicle: 1, delivery: { id: 8, location_index: 1 } };
  expect(wrong({ shipments: [{ ...aboard, amount: [2] }] })).toBe("");
  expect(wrong({ shipments: [{ ...aboard, amount: [3] }] })).toContain("vehicles[0]");
});
