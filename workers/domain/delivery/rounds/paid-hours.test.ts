import { expect, test } from "vitest";
import { type PaidShift, secondsAhead } from "./paid-hours.ts";

const shift = (courier: string, length: number, paid: number, own: Partial<PaidShift> = {}) => ({
  cycleId: "week 1",
  task: "deliver" as const,
  courier,
  length,
  paid,
  ...own,
});

test("who was paid more than their part of the hours is ahead, who was paid less is not", () => {
  const past = [shift("samir", 3600, 3000), shift("zoe", 3600, 1000)];
  expect([...secondsAhead(past, ["samir", "zoe"])]).toEqual([
    ["samir", 2000],
    ["zoe", 0],
  ]);
});

test("who offered twice the hours is owed twice the work: nobody is ahead", () => {
  const past = [shift("samir", 7200, 2000), shift("zoe", 3600, 1000)];
  expect([...secondsAhead(past, ["samir", "zoe"]).values()]).toEqual([0, 0]);
});

test("weeks even one another out, each by its own hours and its own task", () => {
  const other = { cycleId: "week 2" };
  const past = [
    shift("samir", 3600, 3000),
    shift("zoe", 3600, 1000),
    shift("samir", 3600, 500, other),
    shift("zoe", 3600, 2500, other),
    shift("zoe", 3600, 9000, { task: "collect" }),
  ];
  expect([...secondsAhead(past, ["samir", "zoe"]).values()]).toEqual([0, 0]);
});

test("who is new is neither ahead nor behind; who does not drive today counts for nothing", () => {
  const past = [shift("samir", 3600, 3000), shift("zoe", 3600, 1000)];
  expect([...secondsAhead(past, ["samir", "ivo"])]).toEqual([
    ["samir", 1000],
    ["ivo", 0],
  ]);
  expect([...secondsAhead(past, [])]).toEqual([]);
});
