import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, negateCents } from "#domain/kernel/money.ts";
import {
  amounts,
  balancesAfter,
  firstOrder,
  juneCycle,
  legsOf,
  occasion,
  zenti,
} from "#tests/postings.ts";
import { reserveForOrder, walletEntry, walletView, withBalances } from "./wallet.ts";

const reservation = {
  household: zenti,
  orderId: firstOrder,
  cycleId: juneCycle,
  revision: 1,
  floorCents: cents(-1000),
};
const reserve = (from: number, to: number, revision = 1) =>
  reserveForOrder(
    { ...reservation, revision, fromCents: cents(from), toCents: cents(to) },
    occasion,
  );

test("what the network owes a household is what the household has", () => {
  const view = walletView({ walletCents: cents(-700), heldCents: cents(-300) });
  expect(view).toEqual({ balanceCents: 1000, heldCents: 300, availableCents: 700 });
});

test("an order moves its estimate to what is held, and takes the floor along", () => {
  const posting = reserve(0, 990);
  expect(posting.ref).toBe(`wallet-reservation:${firstOrder}:1`);
  expect(posting.legs[0]).toMatchObject({ amount: 990, most: 1000 });
  expect(legsOf(posting)).toEqual([
    [`wallet:${zenti}`, 990],
    [`wallet-held:${zenti}`, -990],
  ]);
});

test("a smaller order gives the difference back, even below the floor", () => {
  const posting = reserve(990, 190, 2);
  expect(posting.legs[0]?.most).toBeUndefined();
  expect(legsOf(posting)).toEqual([
    [`wallet:${zenti}`, -800],
    [`wallet-held:${zenti}`, 800],
  ]);
});

test("an order that costs the same as before posts nothing", () => {
  expect(legsOf(reserve(500, 500))).toEqual([]);
});

test("a posting is dated on the day that Rome has", () => {
  expect(reserve(0, 1).businessDate).toBe("2026-06-02");
});

test("a statement shows the balance after each change, from the newest back", () => {
  const change = (amount: number) => ({ amountCents: cents(amount), heldCents: cents(0) });
  const shown = withBalances([change(-340), change(0), change(1000)], cents(660));
  expect(shown.map(({ balanceCents }) => balanceCents)).toEqual([660, 1000, 1000]);
});

test("a top-up comes by bank or in cash, an opening balance may be a debt", () => {
  const entry = { ref: "wallet-entry:1", household: zenti };
  const topUp = { ...entry, kind: "top-up", source: "cash", amountCents: cents(5000) } as const;
  expect(legsOf(walletEntry(topUp, occasion))).toEqual([
    ["cash", 5000],
    [`wallet:${zenti}`, -5000],
  ]);
  const debt = { ...entry, kind: "opening", source: "opening", amountCents: cents(-50) } as const;
  expect(legsOf(walletEntry(debt, occasion))).toEqual([
    ["opening", -50],
    [`wallet:${zenti}`, 50],
  ]);
});

test("whatever an order was changed to, only its last estimate is held", () => {
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 8 }), (totals) => {
      const steps = totals.map((to, i) => reserve(totals[i - 1] ?? 0, to, i + 1));
      const after = balancesAfter(steps);
      const held = negateCents(cents(after.get(`wallet-held:${zenti}`) ?? 0));
      expect(held).toBe(totals.at(-1));
      expect(after.get(`wallet:${zenti}`) ?? 0).toBe(held);
    }),
  );
});
