import { expect, test } from "vitest";
import { later, MINUTE } from "#domain/kernel/instant.ts";
import { cargoBike, plannedVeronetta } from "#tests/veronetta-rounds.ts";
import { seconds, secondsAt } from "./fleet.ts";
import { draftRounds } from "./make-rounds.ts";

const { day, draft, plan } = plannedVeronetta();

test("midnight is the end of the day that ends", () => {
  const last = secondsAt(day.deliveryDay, 1440);
  expect(last - secondsAt(day.deliveryDay, 1439)).toBe(60);
  expect(last - secondsAt(day.deliveryDay, 0)).toBe(24 * 3600);
});

test("a long shift has a rest; a shift that is over before it begins has no vehicle", () => {
  const first = day.shifts.find(({ task }) => task === "deliver");
  if (first === undefined) throw new Error("somebody delivers");
  const short = { ...first, to: later(first.from, 360 * MINUTE) };
  const long = { ...short, shiftId: "lungo", to: later(short.to, MINUTE) };
  const over = { ...first, shiftId: "nessuno", to: first.from };
  const { vehicles } = draftRounds({ ...day, shifts: [short, long, over] });
  expect(vehicles.map(({ breaks }) => breaks.length)).toEqual([0, 1]);
  expect(vehicles[0]?.shift).toEqual({ from: seconds(short.from), to: seconds(short.to) });
  expect(vehicles[0]?.capacity).toEqual([
    cargoBike.capacityGrams,
    cargoBike.capacityMillilitres,
    cargoBike.capacityCrates,
    cargoBike.coldCrates,
  ]);
});

test("collections are at the hub before the sorting, and drops leave after it", () => {
  const sortFrom = secondsAt(day.deliveryDay, day.terms.sortFromMinute);
  const sortTo = secondsAt(day.deliveryDay, day.terms.sortToMinute);
  for (const { vehicle, steps } of plan.routes) {
    const task = draft.legend.vehicles.find(({ id }) => id === vehicle)?.task;
    if (task === "collect") expect(steps.at(-1)?.arrival).toBeLessThanOrEqual(sortFrom);
    else expect(steps[0]?.arrival).toBeGreaterThanOrEqual(sortTo);
  }
});
