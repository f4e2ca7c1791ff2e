import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { UNPLANNED } from "./compile-promises.ts";
import { compile } from "./compile.ts";

test("a promise names a bike, nobody, or one that is not here today", () => {
  const errands = [
    crateTo(1, { planned: { vehicle: 2, at: 30 } }),
    crateTo(2),
    crateFrom(3, 4, { planned: { vehicle: 9, at: 50 } }),
  ];
  const { plannedOn, plannedAt } = compile(problemOf(sixHomes, [bike(1), bike(2)], errands));
  expect([...plannedOn]).toEqual([1, -1, -2]);
  expect([...plannedAt]).toEqual([30, UNPLANNED, UNPLANNED, 50]);
});

test("shares follow shifts, and are alike where one has none", () => {
  const short = bike(1, { shift: { from: 0, to: 60 } });
  const { shift: _shift, ...endless } = bike(2);
  const available = (...vehicles: Parameters<typeof problemOf>[1]) => [
    ...compile(problemOf(sixHomes, vehicles, [])).availability,
  ];
  expect(available(short, bike(2))).toEqual([60, 1000]);
  expect(available(short, endless)).toEqual([1, 1]);
});
