import { expect, test } from "vitest";
import { id, type MemberId } from "#domain/kernel/ids.ts";
import { cents, ZERO } from "#domain/kernel/money.ts";
import { balancesAfter, legsOf, occasion } from "#tests/postings.ts";
import {
  payShares,
  redeemShares,
  reimburseShares,
  revalueShares,
  subscribeShares,
  transferShares,
} from "./shares.ts";

const dora = id<MemberId>("01jd3x5k7m9npqrstvwxyz0009");
const elio = id<MemberId>("01jd3x5k7m9npqrstvwxyz000a");

test("a share is capital from its promise on, and money when it comes in", () => {
  const balances = balancesAfter([
    subscribeShares(dora, cents(5000), "a", occasion),
    payShares(dora, { amount: cents(2500), into: "bank" }, "b", occasion),
  ]);
  expect(balances).toEqual(
    new Map([
      [`share-receivable:${dora}`, 2500],
      [`share-capital:${dora}`, -5000],
      ["bank", 2500],
    ]),
  );
});

test("shares that change hands leave the network's capital as it was", () => {
  const both = transferShares({ from: dora, to: elio }, cents(2500), "a", occasion);
  expect(legsOf(both)).toEqual([
    [`share-capital:${dora}`, 2500],
    [`share-capital:${elio}`, -2500],
  ]);
});

test("reserves become capital without any money moving", () => {
  expect(legsOf(revalueShares(dora, cents(50), "a", occasion))).toEqual([
    ["reserves", 50],
    [`share-capital:${dora}`, -50],
  ]);
});

test("who leaves is owed what they paid, less losses; nothing more is claimed", () => {
  const sums = { subscribed: cents(5000), paid: cents(3000), loss: cents(200) };
  const balances = balancesAfter([
    subscribeShares(dora, cents(5000), "a", occasion),
    payShares(dora, { amount: cents(3000), into: "cash" }, "b", occasion),
    redeemShares(dora, sums, "c", occasion),
    reimburseShares(dora, { amount: cents(2800), outOf: "bank" }, "d", occasion),
  ]);
  expect([...balances].filter(([, amount]) => amount !== ZERO)).toEqual([
    ["cash", 3000],
    ["reserves", -200],
    ["bank", -2800],
  ]);
});

test("no more is paid back than is owed", () => {
  const paid = reimburseShares(dora, { amount: cents(1), outOf: "cash" }, "a", occasion);
  expect(paid.legs[0]).toMatchObject({ amount: 1, most: 0 });
});
