import { expect, test } from "vitest";
import { cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { EXAMPLE_BASKET, priceChange } from "./price-change.ts";

const today = { networkFee: basisPoints(600), deliveryFee: cents(350) };

test("a lower fee gives producers what the network leaves, and costs who buys the same", () => {
  const change = priceChange(today, [{ key: "network-fee", value: "550" }]);
  expect(change?.before).toMatchObject({ totalCents: 5350, networkCents: 300 });
  expect(change?.after).toMatchObject({ totalCents: 5350, networkCents: 275 });
  const gained = subtractCents(
    change?.after.producersCents ?? cents(0),
    change?.before.producersCents ?? cents(0),
  );
  expect(gained).toBe(25);
});

test("a dearer delivery is paid by who buys", () => {
  const change = priceChange(today, [{ key: "delivery-fee", value: "400" }]);
  expect([change?.before.totalCents, change?.after.totalCents]).toEqual([5350, 5400]);
  expect(change?.after.producersCents).toBe(change?.before.producersCents);
});

test("other rules change no price", () => {
  expect(priceChange(today, [{ key: "problem-days", value: "14" }])).toBeNull();
  expect(priceChange(today, [])).toBeNull();
});

test("the example is a basket of fifty euros", () => {
  expect(sumCents(EXAMPLE_BASKET.map(({ paidCents }) => paidCents))).toBe(5000);
});
