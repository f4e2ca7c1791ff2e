import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { settleOrderSums, settleProducerSums } from "./settlement.ts";

const sold = (finalCents: number, vat = 1000, networkFee = 650) => ({
  finalCents: cents(finalCents),
  vat: basisPoints(vat),
  networkFee: basisPoints(networkFee),
});

test("delivery is paid when something of it is paid, and not otherwise (RULES §6)", () => {
  const order = { depositsCents: cents(0), deliveryFeeCents: cents(350) };
  expect(settleOrderSums({ ...order, goodsCents: cents(0) })).toMatchObject({
    feeCents: 0,
    totalCents: 0,
  });
  expect(settleOrderSums({ ...order, goodsCents: cents(1) })).toMatchObject({
    feeCents: 350,
    totalCents: 351,
  });
});

test("deposits are part of the total, not of the goods", () => {
  const order = { goodsCents: cents(1200), depositsCents: cents(50), deliveryFeeCents: cents(350) };
  expect(settleOrderSums(order).totalCents).toBe(1600);
});

test("6.5 % of 10.10 is 66 cents, rounded once on the producer's total (RULES §7)", () => {
  const settled = settleProducerSums([sold(505), sold(505)]);
  expect(settled).toMatchObject({
    deliveredGrossCents: 1010,
    networkFeeCents: 66,
    payoutCents: 944,
  });
});

test("29.00 at 4 % contain 1.12 of VAT and 27.88 net (RULES §7)", () => {
  const { vat } = settleProducerSums([sold(2900, 400), sold(0, 2200)]);
  expect(vat).toEqual([{ rate: 400, grossCents: 2900, vatCents: 112, netCents: 2788 }]);
});

test("orders placed under two fees pay each its own", () => {
  const settled = settleProducerSums([sold(1000, 1000, 600), sold(1000, 1000, 650)]);
  expect(settled.networkFeeCents).toBe(125);
});

test("a producer that sold nothing is owed nothing", () => {
  const nothing = { deliveredGrossCents: 0, networkFeeCents: 0, payoutCents: 0, vat: [] };
  expect(settleProducerSums([])).toEqual(nothing);
  expect(settleProducerSums([sold(0)])).toEqual(nothing);
});

test("fee and payout make up what was sold, and so do the rates", () => {
  const part = fc
    .tuple(fc.nat({ max: 1e7 }), fc.constantFrom(0, 400, 1000, 2200), fc.nat({ max: 5000 }))
    .map(([finalCents, vat, fee]) => sold(finalCents, vat, fee));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const settled = settleProducerSums(parts);
      const gross = parts.reduce((sum, { finalCents }) => sum + finalCents, 0);
      expect(settled.networkFeeCents + settled.payoutCents).toBe(gross);
      expect(settled.vat.reduce((sum, { grossCents }) => sum + grossCents, 0)).toBe(gross);
    }),
  );
});
