import { expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { apples, ricotta } from "#tests/carried-lines.ts";
import { amountOf, parcelsOfOrders, parcelsOfProducers } from "./parcels.ts";

test("an order is a parcel for each temperature, each in crates of its own", () => {
  const parcels = parcelsOfOrders([apples, ricotta]).get("lucia") ?? [];
  expect(parcels).toEqual([
    { temperature: "ambient", grams: 5000, millilitres: 10_000, crates: 1 },
    { temperature: "cold", grams: 600, millilitres: 1200, crates: 1 },
  ]);
  expect(amountOf(parcels)).toEqual([5600, 11_200, 2, 1]);
});

test("a crate takes fifteen kilos: one gram more takes a second crate", () => {
  const cratesFor = (loadGrams: number) => {
    const lines = [{ ...apples, loadGrams, netMl: 1 }];
    return parcelsOfOrders(lines).get("lucia")?.[0]?.crates;
  };
  expect(cratesFor(15_000)).toBe(1);
  expect(cratesFor(15_001)).toBe(2);
});

test("at a producer the goods of all orders are fetched together, but what does not come", () => {
  const more = { ...apples, orderId: "davide", loadGrams: 4000 };
  const cut = { ...apples, orderId: "teresa", quantityMilli: milli(0), loadGrams: 0 };
  const fetched = parcelsOfProducers([apples, more, cut]).get("frutteto");
  expect(fetched).toEqual([
    { temperature: "ambient", grams: 9000, millilitres: 18_000, crates: 1 },
  ]);
  expect(parcelsOfOrders([cut]).has("teresa")).toBe(false);
});
