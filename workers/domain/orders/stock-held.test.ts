import { expect, test } from "vitest";
import type { OfferId, OrderId, PoolId } from "#domain/kernel/ids.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { numbered, offerTerms } from "#tests/offer-terms.ts";
import { stockHeld } from "./stock-held.ts";

const poolId = numbered<PoolId>("p", 1);
const orderId = numbered<OrderId>("rder", 1);
const bottle = offerTerms({ poolId, poolMilliPerUnit: milli(750) });
const crate = { ...bottle, offerId: numbered<OfferId>("ffer", 2), poolMilliPerUnit: milli(4500) };

test("two sizes of one wine hold their litres of the same barrel", () => {
  const held = stockHeld([
    { orderId, terms: bottle, before: milli(4000), after: milli(2000) },
    { orderId, terms: crate, before: milli(1000), after: milli(1000) },
  ]);
  expect(held).toEqual([{ orderId, poolId, quantityMilli: 6000, change: -1500 }]);
});

test("a line that is cut whole holds nothing, and what is made to order never did", () => {
  const cut = { orderId, terms: bottle, before: milli(2000), after: milli(0) };
  expect(stockHeld([cut])).toMatchObject([{ quantityMilli: 0, change: -1500 }]);
  expect(stockHeld([{ ...cut, terms: offerTerms() }])).toEqual([]);
});
