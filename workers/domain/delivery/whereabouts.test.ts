import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import type { DayNews } from "./day-news.ts";
import type { Plan, Step } from "./plan.ts";
import { isPast, whereaboutsOf } from "./whereabouts.ts";

const rider = bike(1, { reload: { place: 0, service: 2, most: 2 } });
const problem = problemOf(sixHomes, [rider], [crateTo(1), crateTo(2), crateTo(3)]);
const step = (type: Step["type"], arrival: number, more: Partial<Step> = {}): Step => ({
  type,
  arrival,
  waiting: 0,
  setup: 0,
  service: 0,
  load: [],
  ...more,
});
const steps = [
  step("start", 0, { place: 0 }),
  step("job", 5, { id: 1, place: 1 }),
  step("job", 12, { id: 2, place: 2 }),
  step("reload", 24, { place: 0, service: 2 }),
  step("job", 36, { id: 3, place: 3 }),
  step("end", 46, { place: 0 }),
];
const plan: Plan = { routes: [{ vehicle: 1, steps }], unassigned: [] };

function at(now: number, done: readonly [`job:${number}`, number][]) {
  const nothing = new Set<never>();
  const news: DayNews = { now, done: new Map(done), failed: nothing, out: nothing, frozenUntil: 0 };
  return whereaboutsOf(problem, rider, plan, news);
}

test("it is free where and when it last did something", () => {
  expect(at(8, [["job:1", 7]])).toMatchObject({ free: { place: 1, at: 7 }, tasks: 1, reloads: 0 });
  expect(at(8, [["job:1", 7]]).driven).toEqual({ travel: 5, distance: 5 });
  expect(
    at(30, [
      ["job:1", 5],
      ["job:2", 12],
    ]),
  ).toMatchObject({ free: { place: 0, at: 26 } });
});

test("what comes next ends at the next reload, where other goods are loaded", () => {
  const early = at(8, [["job:1", 7]]);
  expect(early.next).toEqual(["job:2"]);
  expect([...early.loadedAt]).toEqual([
    ["job:1", 0],
    ["job:2", 0],
  ]);
  const later = at(30, [
    ["job:1", 5],
    ["job:2", 12],
  ]);
  expect(later.next).toEqual(["job:3"]);
  expect(later.loadedAt.get("job:3")).toBe(26);
});

test("who has not left has nothing aboard", () => {
  expect(at(-1, []).loadedAt.size).toBe(0);
  expect(at(-1, []).free).toBeUndefined();
});

test("an instant that nobody knows is not past", () => {
  expect([isPast(5, 5), isPast(6, 5), isPast(undefined, 5)]).toEqual([true, false, false]);
});
