import { describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import {
  checkTimes,
  closedAt,
  type CycleAct,
  type CycleRowState,
  cycleState,
  mayBecome,
} from "./cycle-state.ts";

const times = (state: CycleRowState) => ({
  state,
  opensAt: instant(1000),
  closesAt: instant(2000),
});

describe("a published cycle is what the clock makes of it", () => {
  test.each([
    { now: 999, state: "announced" },
    { now: 1000, state: "open" },
    { now: 1999, state: "open" },
    { now: 2000, state: "closed" },
  ])("at $now it is $state", ({ now, state }) => {
    expect(cycleState(times("published"), instant(now))).toBe(state);
  });

  test("so is one whose boxes are completed, until the completion ends", () => {
    expect(cycleState(times("completing"), instant(1999))).toBe("completing");
    expect(cycleState(times("completing"), instant(2000))).toBe("closed");
  });

  test("any other row state stays what it is, whatever the time", () => {
    for (const state of ["draft", "closed", "sent", "settled", "cancelled"] as const) {
      expect(cycleState(times(state), instant(5000))).toBe(state);
    }
  });
});

const may = (state: CycleRowState, act: CycleAct, now: number) =>
  mayBecome(times(state), act, instant(now)).ok;

test("a cycle opens again only until its producers have been told", () => {
  expect(may("closed", "reopened", 2500)).toBe(true);
  expect(may("allocated", "reopened", 2500)).toBe(true);
  expect(may("published", "reopened", 2500)).toBe(true);
  expect(may("sent", "reopened", 2500)).toBe(false);
  expect(mayBecome(times("sent"), "reopened", instant(2500))).toEqual({
    ok: false,
    refusal: { code: "cycle-state", state: "sent", act: "reopened" },
  });
});

test("boxes are completed between the close and the letters to producers", () => {
  expect(may("published", "completing", 1999)).toBe(false);
  expect(may("published", "completing", 2000)).toBe(true);
  expect(may("allocated", "completing", 2500)).toBe(true);
  expect(may("completing", "completing", 1999)).toBe(false);
  expect(may("completing", "completing", 2000)).toBe(true);
  expect(may("completing", "closed", 1500)).toBe(true);
  expect(may("completing", "cancelled", 1500)).toBe(true);
  expect(may("completing", "sent", 2500)).toBe(false);
  expect(may("sent", "completing", 2500)).toBe(false);
});

test("a cycle is cancelled only until its producers have been told", () => {
  expect(may("published", "cancelled", 1500)).toBe(true);
  expect(may("allocated", "cancelled", 2500)).toBe(true);
  expect(may("sent", "cancelled", 2500)).toBe(false);
  expect(may("cancelled", "cancelled", 2500)).toBe(false);
});

test("a cycle moves to another closing time before it closes, not after", () => {
  expect(may("published", "rescheduled", 1999)).toBe(true);
  expect(may("published", "rescheduled", 2000)).toBe(false);
});

test("a cycle closes by hand while it is open, not before it opens", () => {
  expect(may("published", "closed", 999)).toBe(false);
  expect(may("published", "closed", 1500)).toBe(true);
  expect(may("published", "closed", 2500)).toBe(true);
});

test("each step waits for the one before it", () => {
  expect(may("published", "allocated", 1500)).toBe(false);
  expect(may("closed", "sent", 2500)).toBe(false);
  expect(may("allocated", "receiving", 2500)).toBe(false);
  expect(may("sent", "delivered", 2500)).toBe(true);
  expect(may("receiving", "settled", 2500)).toBe(false);
  expect(may("delivered", "settled", 2500)).toBe(true);
});

test("a closing time lies ahead and after the opening", () => {
  const check = (opensAt: number, closesAt: number) =>
    checkTimes({ opensAt: instant(opensAt), closesAt: instant(closesAt) }, instant(1500)).ok;
  expect([check(1000, 1501), check(1000, 1500), check(3000, 2500), check(3000, 3000)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("a cycle closed by hand closes at that moment; at its time, at its time", () => {
  expect(closedAt(times("published"), instant(1500))).toBe(1500);
  expect(closedAt(times("published"), instant(1000))).toBe(1001);
  expect(closedAt(times("published"), instant(2600))).toBe(2000);
});
