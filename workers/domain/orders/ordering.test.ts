import { expect, test } from "vitest";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import {
  type CycleId,
  type EnterpriseId,
  id,
  type OfferId,
  type PoolId,
} from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import { orderedLine } from "./estimate.ts";
import { checkOpen, checkWallet, priceWish, stockNeeded, sumOrder } from "./ordering.ts";

const hold = basisPoints(11_500);
const offerId = id<OfferId>("01jd3x5k7m9npqrstvwxyz0123");
const poolId = id<PoolId>("01jd3x5k7m9npqrstvwxyz0125");
const apples: OfferTerms = {
  offerId,
  enterpriseId: id<EnterpriseId>("01jd3x5k7m9npqrstvwxyz0124"),
  kind: "kg",
  priceCents: cents(190),
  vat: basisPoints(400),
  boxUnits: 10,
  stepMilli: milli(1000),
  leastMilli: milli(1000),
  nominalGrams: null,
  netGrams: null,
  netMl: null,
  depositCents: cents(0),
  poolId: null,
  poolMilliPerUnit: milli(1000),
};
const cheese: OfferTerms = {
  ...apples,
  kind: "variable",
  priceCents: cents(1980),
  boxUnits: 1,
  nominalGrams: grams(500),
};
const wish = (wanted: number, tolerance = 0) => ({
  offerId,
  wanted: milli(wanted),
  tolerance: milli(tolerance),
});
const free = (freeMilli: number | null, terms = apples) => ({
  terms,
  isWithdrawn: false,
  freeMilli: freeMilli === null ? null : milli(freeMilli),
});

test("orders are taken from the opening until just before the close", () => {
  const cycle = {
    cycleId: id<CycleId>("01jd3x5k7m9npqrstvwxyz0126"),
    isPublished: true,
    isCompleting: false,
    opensAt: instant(100),
    closesAt: instant(200),
  };
  expect(checkOpen(cycle, instant(99))).toMatchObject({ refusal: { code: "cycle-not-open" } });
  expect(checkOpen(cycle, instant(100)).ok).toBe(true);
  expect(checkOpen(cycle, instant(199)).ok).toBe(true);
  expect(checkOpen(cycle, instant(200))).toMatchObject({
    refusal: { code: "cycle-closed", closedAt: 200 },
  });
  const completing = { ...cycle, isPublished: false, isCompleting: true };
  expect(checkOpen(completing, instant(199))).toMatchObject({ value: "completing" });
  expect(checkOpen(completing, instant(200))).toMatchObject({ refusal: { code: "cycle-closed" } });
  const draft = { ...cycle, isPublished: false };
  expect(checkOpen(draft, instant(150))).toMatchObject({ refusal: { code: "cycle-not-open" } });
});

test("a wish is whole steps, at least the least, of an offer that is there", () => {
  const least = { ...apples, leastMilli: milli(2000) };
  expect(priceWish(wish(1000), free(null), hold).ok).toBe(true);
  expect(priceWish(wish(1500), free(null), hold)).toMatchObject({
    refusal: { code: "quantity-not-in-steps", stepMilli: 1000 },
  });
  expect(priceWish(wish(1000, 500), free(null), hold).ok).toBe(false);
  expect(priceWish(wish(1000), free(null, least), hold).ok).toBe(false);
  expect(priceWish(wish(1000), undefined, hold)).toMatchObject({
    refusal: { code: "offer-unknown" },
  });
  const withdrawn = { ...free(null), isWithdrawn: true };
  expect(priceWish(wish(1000), withdrawn, hold)).toMatchObject({
    refusal: { code: "offer-withdrawn" },
  });
});

test("nobody orders more than there is; the refusal says how much is left", () => {
  expect(priceWish(wish(3000), free(3000), hold).ok).toBe(true);
  expect(priceWish(wish(4000), free(3900), hold)).toMatchObject({
    refusal: { code: "short-stock", leftMilli: 3000 },
  });
  expect(priceWish(wish(4000), free(1000), hold, milli(3000)).ok).toBe(true);
});

test("the wallet accepts exactly at the floor, and one cent below not", () => {
  expect(checkWallet(cents(1000), cents(2000), cents(-1000)).ok).toBe(true);
  expect(checkWallet(cents(1000), cents(2001), cents(-1000))).toMatchObject({
    refusal: { code: "wallet-floor", balanceAfterCents: -1001, floorCents: -1000 },
  });
  expect(checkWallet(cents(-5000), cents(0), cents(-1000)).ok).toBe(false);
});

test("an order adds goods, deposits and delivery; an empty one costs nothing", () => {
  const lines = [orderedLine(cheese, wish(1000), hold), orderedLine(apples, wish(1000), hold)];
  expect(sumOrder(lines, cents(350))).toMatchObject({
    goodsEstimatedCents: 1180,
    totalCents: 1530,
    holdCents: 1139 + 190 + 350,
  });
  expect(sumOrder([], cents(350)).totalCents).toBe(0);
});

test("two offers of one pool draw from it together", () => {
  const six = { ...apples, poolId, poolMilliPerUnit: milli(6000) };
  const one = { ...apples, poolId, poolMilliPerUnit: milli(1000) };
  const lines = [six, one, apples].map((terms) => ({
    terms,
    state: orderedLine(terms, wish(2000), hold),
  }));
  expect([...stockNeeded(lines)]).toEqual([[poolId, 14_000]]);
});
