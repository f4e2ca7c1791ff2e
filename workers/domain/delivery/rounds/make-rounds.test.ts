import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { later, MINUTE } from "#domain/kernel/instant.ts";
import { plannedVeronetta } from "#tests/veronetta-rounds.ts";
import { draftRounds } from "./make-rounds.ts";

const { day, draft, problem, plan } = plannedVeronetta();

const counted = (kind: string) => draft.legend.stops.filter((stop) => stop.kind === kind).length;

test("Veronetta's week: ten homes, eleven producers, and the points that are not the hub", () => {
  expect(counted("home")).toBe(10);
  expect(counted("collection")).toBe(11);
  const points = draft.legend.places.filter(({ kind }) => kind === "point");
  expect(points.map(({ ref }) => ref)).toEqual(["PP1", "PP2"]);
  expect(draft.legend.leftOut).toEqual([]);
});

test("Veronetta's week becomes rounds that can be driven, a bike's in several trips", () => {
  expect(check(problem, plan).complaints).toEqual([]);
  expect(plan.unassigned).toEqual([]);
  const bikes = plan.routes.filter(({ vehicle }) =>
    draft.legend.vehicles.some(({ id, task }) => id === vehicle && task === "deliver"),
  );
  const reloads = bikes.flatMap(({ steps }) => steps.filter(({ type }) => type === "reload"));
  expect(reloads.length).toBeGreaterThan(0);
});

test("a producer whose orders were all cancelled is not visited", () => {
  const cup = day.lines.find(({ enterpriseId }) => enterpriseId === "P12");
  expect(cup?.quantityMilli).toBe(0);
  expect(draft.legend.stops.some(({ ref }) => ref === "P12")).toBe(false);
});

test("a producer that wants more days than there were is visited, and named", () => {
  const late = day.producers.map((producer) =>
    producer.enterpriseId === "P09"
      ? { ...producer, readyAt: later(producer.readyAt, 5 * 24 * 60 * MINUTE) }
      : producer,
  );
  const { legend } = draftRounds({ ...day, producers: late });
  const hurried = legend.stops.filter(({ isHurried }) => isHurried);
  expect(hurried.map(({ ref }) => ref)).toEqual(["P09"]);
  expect(legend.leftOut).toEqual([]);
});

test("a producer that brings its goods by itself is not visited", () => {
  const producers = day.producers.map((one) => ({ ...one, brings: one.enterpriseId === "P03" }));
  const { legend } = draftRounds({ ...day, producers });
  expect(legend.stops.some(({ ref }) => ref === "P03")).toBe(false);
  expect(legend.leftOut).toEqual([]);
});

test("a home nobody knows the place of, and a yard alike, are named", () => {
  const orders = day.orders.map((order) =>
    order.orderId === "H25" ? { ...order, door: null } : order,
  );
  const producers = day.producers.map((producer) =>
    producer.enterpriseId === "P01" ? { ...producer, door: null } : producer,
  );
  expect(draftRounds({ ...day, orders, producers }).legend.leftOut).toEqual([
    { kind: "producer", ref: "P01", reason: "no-yard" },
    { kind: "order", ref: "H25", reason: "no-door" },
  ]);
});

test("without anybody who drives, everything that needs a round is named", () => {
  const { legend, vehicles } = draftRounds({ ...day, shifts: [] });
  expect(vehicles).toEqual([]);
  expect(legend.leftOut.every(({ reason }) => reason === "no-shift")).toBe(true);
  expect(legend.leftOut.filter(({ kind }) => kind === "producer")).toHaveLength(11);
});

test("an order that came later gets a new number; what stays keeps its own", () => {
  const without = { ...day, orders: day.orders.filter(({ orderId }) => orderId !== "H25") };
  const first = draftRounds(without).legend;
  const second = draftRounds(day, first).legend;
  const numberOf = (legend: typeof first, order: string) =>
    legend.stops.find(({ ref }) => ref === order)?.id;
  for (const { ref, id } of first.stops) expect(numberOf(second, ref)).toBe(id);
  const numbers = second.stops.map(({ id }) => id);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numberOf(second, "H25")).toBe(Math.max(...numbers));
});
