import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProblemId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { balanced } from "#domain/ledger/posting.ts";
import { firstOrder, fumane, juneCycle, legsOf, occasion, zenti } from "#tests/postings.ts";
import { payBack, type Refund, refundCard, refundGoods } from "./refund.ts";

const problemId = id<ProblemId>("01jd3x5k7m9npqrstvwxyz0777");
const refund: Refund = {
  problemId,
  orderId: firstOrder,
  cycleId: juneCycle,
  producerId: fumane,
  wallet: zenti,
  amountCents: cents(310),
  borneBy: "producer",
  vat: basisPoints(400),
  networkFee: basisPoints(600),
};

test("the producer bears it: its sale, the fee and the VAT in it become so much smaller", () => {
  expect(legsOf(refundGoods(refund, occasion))).toEqual([
    [`wallet:${zenti}`, -310],
    [`payable:${fumane}`, 291],
    ["network-fee", 19],
    [`vat:${fumane}:400`, 12],
    ["vat-mirror", -12],
    [`taxable:${fumane}:400`, 298],
    ["taxable-mirror", -298],
  ]);
});

test("the network bears it: the sale stays as it was", () => {
  expect(legsOf(refundGoods({ ...refund, borneBy: "network", wallet: null }, occasion))).toEqual([
    ["refunds-due", -310],
    ["refunds-borne", 310],
  ]);
});

test("what goes back by hand is owed until it is handed back", () => {
  expect(legsOf(payBack(refund, "cash", occasion))).toEqual([
    ["refunds-due", 310],
    ["cash", -310],
  ]);
  expect(legsOf(payBack(refund, "bank", occasion))[1]).toEqual(["bank", -310]);
});

test("what a card takes back is owed until it does, and then ours no more", () => {
  expect(legsOf(refundCard(refund, occasion))).toEqual([
    ["refunds-due", 310],
    ["card-clearing", -310],
  ]);
});

test("whatever goes back, the posting balances", () => {
  const rates = fc.record({
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    vat: fc.constantFrom(0, 400, 500, 1000, 2200),
    fee: fc.integer({ min: 0, max: 5000 }),
    borneBy: fc.constantFrom("producer" as const, "network" as const),
  });
  fc.assert(
    fc.property(rates, ({ amount, vat, fee, borneBy }) => {
      const asked = { ...refund, amountCents: cents(amount), borneBy };
      const posting = { ...asked, vat: basisPoints(vat), networkFee: basisPoints(fee) };
      expect(balanced(refundGoods(posting, occasion))).not.toBeNull();
    }),
  );
});
