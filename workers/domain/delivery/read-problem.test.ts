import { expect, test } from "vitest";
import { readProblem } from "./read-problem.ts";

const square = [
  [0, 5],
  [5, 0],
];
const good = {
  vehicles: [{ id: 1, profile: "bike", start_index: 0, end_index: 0, capacity: [4] }],
  jobs: [{ id: 1, location_index: 1, delivery: [2], time_windows: [[0, 10]] }],
  shipments: [
    {
      amount: [1],
      priority: 30,
      pickup: { id: 1, location_index: 0 },
      delivery: { id: 1, location_index: 1, setup: 3 },
    },
  ],
  matrices: { bike: { durations: square, distances: square } },
};

function wrong(change: object): string {
  const read = readProblem({ ...good, ...change });
  return read.ok ? "" : `${read.refusal.field}: ${read.refusal.expected}`;
}

const vehicle = (more: object) => ({ vehicles: [{ ...good.vehicles[0], ...more }] });
const job = (more: object) => ({ jobs: [{ ...good.jobs[0], ...more }] });

test("a problem in VROOM's words is read", () => {
  const read = readProblem(good);
  expect(read.ok && read.value.errands.map(({ stops }) => stops.map(({ type }) => type))).toEqual([
    ["job"],
    ["pickup", "delivery"],
  ]);
  expect(read.ok && read.value).toMatchObject({ places: 2, dimensions: 1 });
  expect(read.ok && read.value.errands[1]).toMatchObject({
    priority: 30,
    stops: [{ takes: [1] }, { leaves: [1], setup: 3 }],
  });
});

test("VROOM's defaults hold: profile car, 3600 an hour, no window, no limit", () => {
  const read = readProblem({ vehicles: [{ id: 1 }], matrices: { car: { durations: square } } });
  const costs = { fixed: 0, perHour: 3600, perKm: 0, perTaskHour: 0 };
  expect(read.ok && read.value.vehicles).toEqual([
    { id: 1, profile: "car", skills: [], breaks: [], costs },
  ]);
});

test("a wrong field is named, with what was expected of it", () => {
  expect(wrong(job({ location_index: 2 }))).toBe(
    "jobs[0].location_index: a whole number from 0 to 1",
  );
  expect(wrong(job({ location_index: 0.5 }))).toContain("jobs[0].location_index");
  expect(wrong(job({ priority: 101 }))).toBe("jobs[0].priority: a whole number from 0 to 100");
  expect(wrong(job({ delivery: ["2"] }))).toContain("jobs[0].delivery[0]");
  expect(wrong(job({ service: -1 }))).toContain("jobs[0].service");
  expect(wrong({ shipments: [{ pickup: { id: 1 } }] })).toContain(
    "shipments[0].pickup.location_index",
  );
  expect(wrong({ vehicles: 3 })).toBe("vehicles: a list");
});

test("windows go forward, one after another", () => {
  expect(wrong(job({ time_windows: [[9, 3]] }))).toBe("jobs[0].time_windows[0]: from before to");
  expect(wrong(job({ time_windows: [[1, 2, 3]] }))).toBe("jobs[0].time_windows[0]: [from, to]");
  const overlapping = [
    [0, 5],
    [5, 9],
  ];
  expect(wrong(job({ time_windows: overlapping }))).toContain(
    "jobs[0].time_windows: windows in order",
  );
});

test("a key that nobody reads is refused, not dropped", () => {
  expect(wrong(job({ time_window: [0, 10] }))).toBe("jobs[0].time_window: no such key");
  expect(wrong({ options: {} })).toBe("options: no such key");
});

test("matrices are square, of one size, and hold whole numbers or null", () => {
  expect(wrong({ matrices: { bike: { durations: [[0, 1]] } } })).toBe(
    "matrices.bike.durations[0]: 1 numbers",
  );
  expect(wrong({ matrices: {} })).toBe("matrices: a matrix for each profile");
  const holed = [
    [0, -1],
    [1, 0],
  ];
  expect(wrong({ matrices: { bike: { durations: holed } } })).toContain(
    "matrices.bike.durations[0][1]: a whole number",
  );
  expect(wrong({ matrices: { bike: good.matrices.bike, van: { durations: [[0]] } } })).toBe(
    "matrices.van: as many places as the other matrices",
  );
  const nowhere = [
    [0, null],
    [null, 0],
  ];
  expect(wrong({ matrices: { bike: { durations: nowhere } } })).toBe("");
});

test("two of the same name are one too many", () => {
  expect(wrong({ jobs: [good.jobs[0], good.jobs[0]] })).toBe("problem: only one job 1");
  expect(wrong({ vehicles: [good.vehicles[0], good.vehicles[0]] })).toBe(
    "problem: only one vehicle 1",
  );
});

test("kilometres that cost, or are limited, need distances", () => {
  const matrices = { bike: { durations: square } };
  expect(wrong({ matrices, ...vehicle({ costs: { per_km: 5 } }) })).toContain("vehicles[0].costs");
  expect(wrong({ matrices, ...vehicle({ max_distance: 5 }) })).toContain(
    "vehicles[0].max_distance",
  );
});

test("anything but an object is no problem", () => {
  for (const json of [[], "x", 3]) expect(readProblem(json).ok).toBe(false);
});
