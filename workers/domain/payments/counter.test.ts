import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { balanced } from "#domain/ledger/posting.ts";
import { firstOrder, juneCycle, legsOf, occasion, zenti } from "#tests/postings.ts";
import { type AtCounter, returnDeposit, takeCash } from "./counter.ts";

const order: AtCounter = {
  orderId: firstOrder,
  cycleId: juneCycle,
  payment: "at-pickup",
  householdId: null,
  paidCents: null,
  due: null,
};

test("an order that pays at pickup is paid in cash, once", () => {
  const taken = takeCash(order, cents(2340), occasion);
  expect(taken.ok && legsOf(taken.value)).toEqual([
    ["cash", 2340],
    ["pickup-receivable", -2340],
  ]);
  expect(takeCash({ ...order, paidCents: cents(2340) }, cents(1), occasion)).toMatchObject({
    refusal: { code: "order-paid", paidCents: 2340 },
  });
});

test("nobody pays cash for what a wallet or a card pays", () => {
  for (const payment of ["wallet", "card"] as const) {
    const taken = takeCash({ ...order, payment }, cents(1), occasion);
    expect(taken).toMatchObject({ refusal: { code: "not-paid-at-pickup" } });
  }
});

test("a deposit goes back to the wallet that paid it, or over the counter", () => {
  const returned = { key: "1", amountCents: cents(100) };
  expect(legsOf(returnDeposit(order, returned, occasion))).toEqual([
    ["deposits", 100],
    ["cash", -100],
  ]);
  const household = { ...order, payment: "wallet" as const, householdId: zenti };
  const posting = returnDeposit(household, returned, occasion);
  expect(legsOf(posting)).toEqual([
    ["deposits", 100],
    [`wallet:${zenti}`, -100],
  ]);
  expect(balanced(posting)?.legs[0]).toMatchObject({ most: 0 });
});
