import { expect, test } from "vitest";
import { bike, crateFrom, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { hasRoom, hasSkills, typesOf } from "./compile-fleet.ts";
import { compile } from "./compile.ts";

test("vehicles that differ only in their number are of one sort", () => {
  const problem = problemOf(sixHomes, [bike(1), bike(2, { skills: [1] }), bike(3)], [crateTo(1)]);
  expect([...compile(problem).sortOf]).toEqual([0, 1, 0]);
});

test("who lacks a skill or the room does not suit", () => {
  const errands = [crateTo(1, { skills: [1] }), crateTo(2, { leaves: [5] }), crateFrom(3, 4)];
  const problem = problemOf(sixHomes, [bike(1), bike(2, { skills: [1], capacity: [9] })], errands);
  expect([...compile(problem).suits]).toEqual([0, 0, 1, 1, 1, 1]);
  expect(errands.map((errand) => hasSkills(bike(1), errand))).toEqual([false, true, true]);
  expect(errands.map((errand) => hasRoom(bike(1), errand))).toEqual([true, false, true]);
});

test("breaks stand in the order in which they may begin", () => {
  const rest = (id: number, from: number) => ({
    id,
    service: 1,
    windows: [{ from, to: from + 9 }],
  });
  const problem = problemOf(sixHomes, [bike(1, { breaks: [rest(1, 80), rest(2, 20)] })], []);
  expect(compile(problem).breaks[0]?.map(({ id }) => id)).toEqual([2, 1]);
});

test("kinds of vehicle in order of appearance, none named the same", () => {
  expect(typesOf([bike(1, { type: "van" }), bike(2), bike(3, { type: "van" })])).toEqual([
    "van",
    "",
  ]);
});
