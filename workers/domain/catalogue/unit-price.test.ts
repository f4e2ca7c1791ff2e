import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { grams } from "#domain/kernel/quantity.ts";
import { unitPriceOf } from "./unit-price.ts";

const piece = { kind: "piece", priceCents: cents(340), netGrams: null, netMl: null } as const;

test("ricotta of 300 g at 3.40 is 11.33 a kilo", () => {
  expect(unitPriceOf({ ...piece, netGrams: grams(300) })).toEqual({ cents: 1133, per: "kg" });
});

test("a bottle of 0.75 l at 7.80 is 10.40 a litre", () => {
  const bottle = { ...piece, priceCents: cents(780), netMl: 750 };
  expect(unitPriceOf(bottle)).toEqual({ cents: 1040, per: "l" });
});

test("half a cent a kilo goes up", () => {
  const jar = { ...piece, priceCents: cents(1), netGrams: grams(2000) };
  expect(unitPriceOf(jar)).toEqual({ cents: 1, per: "kg" });
  expect(unitPriceOf({ ...jar, netGrams: grams(2001) }).cents).toBe(0);
});

test("what is sold by weight has one price, also when its pieces vary", () => {
  const loose = { ...piece, kind: "kg", priceCents: cents(190) } as const;
  expect(unitPriceOf(loose)).toEqual({ cents: 190, per: "kg" });
  expect(unitPriceOf({ ...loose, kind: "variable" })).toEqual({ cents: 190, per: "kg" });
});

test("a cup is priced by the cup", () => {
  expect(unitPriceOf(piece)).toEqual({ cents: 340, per: "piece" });
});

test("a unit price times the contents is the price again, to half a cent a kilo", () => {
  const prices = fc.integer({ min: 0, max: 100_000_000 });
  const nets = fc.integer({ min: 1, max: 100_000_000 });
  fc.assert(
    fc.property(prices, nets, (price, net) => {
      const { cents: unit } = unitPriceOf({ ...piece, priceCents: cents(price), netMl: net });
      const away = BigInt(unit) * BigInt(net) - BigInt(price) * 1000n;
      expect(2n * away <= BigInt(net) && -2n * away < BigInt(net)).toBe(true);
    }),
  );
});
