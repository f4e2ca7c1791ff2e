import { expect, test } from "vitest";
import { readJob, readShipment } from "./read-errands.ts";
import { Field } from "./read-fields.ts";

const shipment = (json: object) => () => readShipment(new Field(json, "shipments[0]"), 5);
const drop = { id: 1, location_index: 2 };
const from = (id: number, amount: number[]) => ({ id, location_index: 1, amount });

test("an order from several producers leaves what all of them gave", () => {
  const order = shipment({ pickups: [from(1, [2, 1]), from(2, [3])], delivery: drop })();
  expect(order.stops.map(({ type }) => type)).toEqual(["pickup", "pickup", "delivery"]);
  expect(order.stops[2]?.leaves).toEqual([5, 1]);
});

test("goods come from somewhere, and from one kind of place", () => {
  const pickup = { id: 1, location_index: 1 };
  expect(shipment({ pickups: [], delivery: drop })).toThrow("shipments[0].pickups: expected");
  expect(shipment({ pickup, pickups: [from(1, [1])], delivery: drop })).toThrow(
    "shipments[0]: expected pickup alone, or pickups, or what is aboard",
  );
  expect(shipment({ pickups: [from(1, [1])], amount: [1], delivery: drop })).toThrow(
    "shipments[0].amount: expected an amount for each",
  );
});

test("goods that are aboard say of whom, and since when if they must not ride too long", () => {
  const known = { aboard: {}, amount: [1], delivery: drop };
  expect(shipment({ ...known, vehicle: 3 })()).toMatchObject({
    vehicle: 3,
    stops: [{ type: "delivery" }],
  });
  expect(shipment(known)).toThrow("shipments[0].vehicle: expected the vehicle that has it aboard");
  expect(shipment({ ...known, vehicle: 3, max_ride: 60 })).toThrow("shipments[0].aboard.since");
  const cold = { ...known, vehicle: 3, max_ride: 60, aboard: { since: 40 } };
  expect(shipment(cold)()).toMatchObject({ aboardSince: 40, maxRide: 60 });
});

test("of an order a part may be aboard, and so may a job's goods", () => {
  const aboard = { since: 40, amount: [2] };
  const order = shipment({ aboard, vehicle: 3, pickups: [from(1, [1])], delivery: drop })();
  expect(order).toMatchObject({ aboardSince: 40, stops: [{ takes: [1] }, { leaves: [3] }] });
  const job = (json: object) => () => readJob(new Field({ ...drop, ...json }, "jobs[0]"), 5);
  expect(job({ aboard: { since: 40 }, vehicle: 3 })()).toMatchObject({ aboardSince: 40 });
  expect(job({ aboard: {}, vehicle: 3 })).toThrow("jobs[0].aboard.since");
  expect(job({ aboard: { since: 40 } })).toThrow("jobs[0].vehicle");
});

test("releases, empties and promises are read", () => {
  const planned = { vehicle: 2, time: 900 };
  const job = readJob(new Field({ ...drop, release: 30, planned, max_ride: 50 }, "jobs[0]"), 5);
  expect(job).toMatchObject({ planned: { vehicle: 2, at: 900 }, maxRide: 50 });
  expect(job.stops[0]?.release).toBe(30);
  const pickup = { id: 1, location_index: 1 };
  expect(
    shipment({ pickup, amount: [1], returns: [2], delivery: drop })().stops[1]?.returns,
  ).toEqual([2]);
});
