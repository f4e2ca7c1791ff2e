import { expect, test } from "vitest";
import { Field } from "./read-fields.ts";
import { readVehicle } from "./read-vehicle.ts";

const known = { places: 3, matrices: { bike: { durations: [[0]], distances: [[0]] } } };

test("all that a vehicle may say is read", () => {
  const json = {
    id: 4,
    profile: "bike",
    type: "cargo",
    end_index: 2,
    capacity: [10, 20],
    skills: [1],
    time_window: [0, 99],
    breaks: [{ id: 1, service: 30, time_windows: [[10, 20]], max_load: [0, 0] }],
    max_tasks: 5,
    max_travel_time: 50,
    max_distance: 500,
    costs: { fixed: 9, per_km: 2 },
  };
  expect(readVehicle(new Field(json, "vehicles[0]"), known)).toEqual({
    id: 4,
    profile: "bike",
    type: "cargo",
    end: 2,
    capacity: [10, 20],
    skills: [1],
    shift: { from: 0, to: 99 },
    breaks: [{ id: 1, service: 30, windows: [{ from: 10, to: 20 }], maxLoad: [0, 0] }],
    maxTasks: 5,
    maxTravelTime: 50,
    maxDistance: 500,
    costs: { fixed: 9, perHour: 3600, perKm: 2, perTaskHour: 0 },
  });
});

test("a profile without its matrix is refused", () => {
  expect(() => readVehicle(new Field({ id: 1 }, "vehicles[0]"), known)).toThrow(
    "vehicles[0].profile: expected a profile among the matrices, not car",
  );
});
