import { expect, test } from "vitest";
import { bike, crateTo, problemOf, sixHomes } from "#tests/rounds.ts";
import { checkTimes } from "./check-times.ts";
import type { Step } from "./plan.ts";

const nap = { id: 1, service: 10, windows: [{ from: 2, to: 4 }] };
const rider = bike(1, { breaks: [nap] });
const problem = problemOf(sixHomes, [rider], [crateTo(1)]);

function codes(breakAt: number, arrival: number, endsAt: number): string[] {
  const plain = { waiting: 0, setup: 0, service: 0, load: [] };
  const steps: Step[] = [
    { ...plain, type: "break", id: 1, arrival: breakAt },
    { ...plain, type: "job", id: 1, arrival },
    { ...plain, type: "end", arrival: endsAt },
  ];
  return checkTimes(problem, rider, steps).map(({ code }) => code);
}

test("a break in the middle of a drive loses nothing of the drive", () => {
  expect(codes(3, 15, 20)).toEqual([]);
});

test("driving and resting both take their time", () => {
  expect(codes(3, 14, 20)).toEqual(["too-early"]);
  expect(codes(3, 15, 19)).toEqual(["too-early"]);
});

test("a time that is no number is outside every window", () => {
  expect(codes(3, Number.NaN, 20)).toContain("outside-window");
});
