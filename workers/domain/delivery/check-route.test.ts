import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { checkRoute } from "./check-route.ts";
import type { Step } from "./plan.ts";

const step = (more: Partial<Step> & Pick<Step, "type">): Step => ({
  arrival: 5,
  waiting: 0,
  setup: 0,
  service: 0,
  load: [],
  ...more,
});

test("a stop without a name is a stranger", () => {
  const problem = problemOf(sixHomes, [bike(1)], [crateTo(1)]);
  const complaints = checkRoute(problem, bike(1), [step({ type: "job" })]);
  expect(complaints.map(({ code }) => code)).toEqual(["unknown-stop", "nothing-to-do"]);
});

test("what is left and what is taken count at each stop, not only at the end", () => {
  const problem = problemOf(
    sixHomes,
    [bike(1)],
    [crateTo(1, { leaves: [], takes: [3] }), crateTo(2, { leaves: [3] })],
  );
  const steps = [step({ type: "job", id: 1 }), step({ type: "job", id: 2, arrival: 20 })];
  const codes = (capacity: number) =>
    checkRoute(problem, bike(1, { capacity: [capacity] }), steps).map(({ code }) => code);
  expect(codes(6)).toEqual([]);
  expect(codes(5)).toEqual(["capacity"]);
});
