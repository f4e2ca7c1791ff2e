import { expect, test } from "vitest";
import { id, type MemberId } from "#domain/kernel/ids.ts";
import { addDays, civilDate, instant } from "#domain/kernel/instant.ts";
import { cents, ZERO } from "#domain/kernel/money.ts";
import {
  moved,
  type Movement,
  movementDigest,
  NO_SHARES,
  openDues,
  overdueOn,
  planText,
  unpaidOf,
} from "./share-movement.ts";

const first = civilDate("2026-07-01");
const second = civilDate("2026-08-01");
const plan = [
  { dueOn: first, amount: cents(2500) },
  { dueOn: second, amount: cents(2500) },
];
const subscribed: Movement = {
  kind: "subscribed",
  shares: 2,
  subscribed: cents(5000),
  paid: ZERO,
  contributed: cents(5000),
  owed: ZERO,
  plan,
};
const paid: Movement = {
  kind: "paid",
  shares: 0,
  subscribed: ZERO,
  paid: cents(2500),
  contributed: ZERO,
  owed: ZERO,
  plan: [],
};

test("a holding is what its movements come to", () => {
  const held = [subscribed, paid].reduce(moved, NO_SHARES);
  expect(held).toMatchObject({ shares: 2, subscribed: 5000, paid: 2500, number: 2 });
  expect(unpaidOf(held)).toBe(2500);
});

test("an instalment may be paid on its day, and is late on the next", () => {
  const held = moved(NO_SHARES, subscribed);
  expect(overdueOn(held, plan, first)).toBe(0);
  expect(overdueOn(held, plan, addDays(first, 1))).toBe(2500);
  expect(overdueOn(held, plan, addDays(second, 1))).toBe(5000);
});

test("what was paid ahead is not late later", () => {
  const held = [subscribed, paid].reduce(moved, NO_SHARES);
  expect(overdueOn(held, plan, addDays(first, 1))).toBe(0);
  expect(overdueOn(held, plan, addDays(second, 1))).toBe(2500);
  expect(overdueOn(moved(held, paid), plan, addDays(second, 1))).toBe(0);
});

test("what came in covers the earliest instalments, in part if need be", () => {
  const held = moved(NO_SHARES, subscribed);
  expect(openDues(held, plan)).toEqual(plan);
  const half = moved(held, { ...paid, paid: cents(1000) });
  expect(openDues(half, plan)).toEqual([{ dueOn: first, amount: 1500 }, plan[1]]);
  expect(openDues(moved(held, paid), plan)).toEqual([plan[1]]);
  expect(openDues(moved(moved(held, paid), paid), plan)).toEqual([]);
});

test("a movement that says anything else has another digest", () => {
  const written = {
    ...subscribed,
    memberId: id<MemberId>("01jz9x0000000000000000c0s1"),
    number: 1,
    txRef: "share:x:1",
    at: instant(1000),
    actor: "test",
  };
  const others = [
    { number: 2 },
    { shares: 3 },
    { subscribed: cents(7500) },
    { contributed: ZERO },
    { owed: cents(1) },
    { plan: plan.slice(1) },
    { txRef: "share:x:2" },
    { actor: "another" },
  ].map((change) => movementDigest({ ...written, ...change }));
  expect(new Set([movementDigest(written), ...others]).size).toBe(others.length + 1);
  expect(planText(plan)).toBe('[["2026-07-01",2500],["2026-08-01",2500]]');
});
