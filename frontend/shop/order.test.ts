import { expect, test } from "vitest";
import { cents, sumCents } from "#domain/kernel/money.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { settledOrder } from "#tests/shop-orders.ts";
import { journeyOf } from "./order-line.tsx";
import { splitOf } from "./price-split.tsx";

const t = textsFor("it");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
test("a line tells its way, from the wish to the scales", () => {
  const [weighed, , cancelled] = settledOrder.lines;
  if (weighed === undefined || cancelled === undefined) throw new Error("three lines");
  expect(plain(journeyOf(t, weighed))).toBe("Richiesta: 1 pezzo, peso: 545 g, stima: 9,90 €");
  expect(plain(journeyOf(t, cancelled))).toBe(
    "Richiesta: 1 pezzo, assegnazione: 0 pezzi, stima: 12,00 €",
  );
  const some = { ...weighed.state, lostMilli: milli(1000), deliveredMilli: milli(0) };
  expect(plain(journeyOf(t, { ...weighed, state: some }))).toContain("consegna: 0 pezzi");
});

test("the parts of a price are the price, to the cent", () => {
  const split = splitOf(cents(990), basisPoints(400), basisPoints(600));
  expect(split).toEqual({ total: 990, producer: 893, network: 59, vat: 38 });
  for (let price = 0; price < 500; price += 1) {
    const { producer, network, vat } = splitOf(cents(price), basisPoints(2200), basisPoints(650));
    expect(sumCents([producer, network, vat])).toBe(price);
  }
});
