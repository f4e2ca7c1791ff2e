import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cents, cents, portion, sumCents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { balanced } from "#domain/ledger/posting.ts";
import {
  amounts,
  balancesAfter,
  firstOrder,
  fumane,
  juneCycle,
  legsOf,
  occasion,
  salesAt,
  salesByRate,
  zenti,
} from "#tests/postings.ts";
import { type PaidBy, settleOrder, settleProducer } from "./settlement.ts";

const totals = {
  orderId: firstOrder,
  cycleId: juneCycle,
  goodsCents: cents(1970),
  deliveryFeeCents: cents(350),
  depositCents: cents(20),
};
const fromWallet = (held: Cents): PaidBy => ({
  payment: "wallet",
  household: zenti,
  heldCents: held,
});

test("a wallet gives back what was held and pays what the order came to", () => {
  expect(legsOf(settleOrder(totals, fromWallet(cents(2000)), occasion))).toEqual([
    [`wallet-held:${zenti}`, 2000],
    [`wallet:${zenti}`, 340],
    [`sales:${juneCycle}`, -1970],
    ["delivery-income", -350],
    ["deposits", -20],
  ]);
});

test("the final debit of a wallet carries no floor: goods delivered are owed", () => {
  const posting = settleOrder(totals, fromWallet(cents(0)), occasion);
  expect(posting.legs.every((leg) => leg.most === undefined)).toBe(true);
});

test("a wallet order that came to nothing only gives back what was held", () => {
  const nothing = { goodsCents: cents(0), deliveryFeeCents: cents(0), depositCents: cents(0) };
  const posting = settleOrder({ ...totals, ...nothing }, fromWallet(cents(1200)), occasion);
  expect(legsOf(posting)).toEqual([
    [`wallet-held:${zenti}`, 1200],
    [`wallet:${zenti}`, -1200],
  ]);
});

test("a card order is owed by the card, one paid at pickup by who comes", () => {
  expect(legsOf(settleOrder(totals, { payment: "card" }, occasion))[0]).toEqual([
    "card-receivable",
    2340,
  ]);
  expect(legsOf(settleOrder(totals, { payment: "at-pickup" }, occasion))[0]).toEqual([
    "pickup-receivable",
    2340,
  ]);
});

test("a producer is owed the sales less the fee, and the VAT within them is noted", () => {
  const vat = [salesAt(400, 2900), salesAt(1000, 0)];
  const producer = { cycleId: juneCycle, enterpriseId: fumane, goodsCents: cents(2900), vat };
  expect(legsOf(settleProducer({ ...producer, feeCents: cents(174) }, occasion))).toEqual([
    [`sales:${juneCycle}`, 2900],
    [`payable:${fumane}`, -2726],
    ["network-fee", -174],
    ["vat-mirror", 112],
    [`vat:${fumane}:400`, -112],
    ["taxable-mirror", 2788],
    [`taxable:${fumane}:400`, -2788],
  ]);
});

test("sales by rate that miss a cent are a bug", () => {
  const vat = [salesAt(400, 2899)];
  const producer = { cycleId: juneCycle, enterpriseId: fumane, goodsCents: cents(2900), vat };
  expect(() => settleProducer({ ...producer, feeCents: cents(0) }, occasion)).toThrow("add up");
});

test("every settlement balances, and a settled cycle has no sales left", () => {
  const payments = fc.oneof(
    amounts.map(fromWallet),
    fc.constant<PaidBy>({ payment: "card" }),
    fc.constant<PaidBy>({ payment: "at-pickup" }),
  );
  const orders = fc.tuple(salesByRate, payments, amounts, amounts);
  fc.assert(
    fc.property(orders, fc.integer({ min: 0, max: 5000 }), (order, fee) => {
      const [vat, paidBy, deliveryFeeCents, depositCents] = order;
      const goodsCents = sumCents(vat.map((sales) => sales.grossCents));
      const sums = { goodsCents, deliveryFeeCents, depositCents };
      const feeCents = portion(goodsCents, basisPoints(fee));
      const producer = { cycleId: juneCycle, enterpriseId: fumane, goodsCents, feeCents, vat };
      const postings = [
        settleOrder({ ...totals, ...sums }, paidBy, occasion),
        settleProducer(producer, occasion),
      ];
      for (const posting of postings) {
        const sum = sumCents((balanced(posting)?.legs ?? []).map((leg) => leg.amount));
        expect(sum).toBe(0);
      }
      expect(balancesAfter(postings).get(`sales:${juneCycle}`) ?? 0).toBe(0);
    }),
  );
});
