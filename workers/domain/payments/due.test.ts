import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { firstOrder, juneCycle, legsOf, occasion } from "#tests/postings.ts";
import { takeCash } from "./counter.ts";
import { type DueSource, isOwedAfter, payDue } from "./due.ts";

const due = { number: 2, amountCents: cents(1790), effectId: 7 };
const order = { orderId: firstOrder, cycleId: juneCycle, due };
const pay = (amount: number, source: DueSource = "cash") =>
  payDue(order, { amountCents: cents(amount), source }, occasion);

test.each(["cash", "bank"] as const)("what a card did not pay comes in by %s", (source) => {
  const posting = pay(1790, source);
  if (!posting.ok) throw new Error(posting.refusal.code);
  expect(posting.value.ref).toBe(`due-payment:${firstOrder}:2`);
  expect(legsOf(posting.value)).toEqual([
    [source, 1790],
    ["card-receivable", -1790],
  ]);
});

test("a cent less or more is not what is due, and nothing is due where nothing is", () => {
  for (const amount of [1789, 1791]) {
    expect(pay(amount)).toMatchObject({ refusal: { code: "due-differs", dueCents: 1790 } });
  }
  const paid = { amountCents: cents(1790), source: "cash" } as const;
  expect(payDue({ ...order, due: null }, paid, occasion)).toMatchObject({
    refusal: { code: "nothing-due" },
  });
});

test("the counter takes it too, though the order was to be paid by card", () => {
  const counter = { ...order, payment: "card", householdId: null, paidCents: null } as const;
  expect(takeCash(counter, cents(1790), occasion).ok).toBe(true);
  expect(takeCash({ ...counter, due: null }, cents(1790), occasion)).toMatchObject({
    refusal: { code: "not-paid-at-pickup" },
  });
});

test("a card that was charged by hand already owes nothing more", () => {
  expect([isOwedAfter("hold-released"), isOwedAfter("above-the-hold")]).toEqual([true, true]);
  expect(isOwedAfter("hold-captured")).toBe(false);
});
