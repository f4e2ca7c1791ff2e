import { expect, test } from "vitest";
import { later, HOUR } from "#domain/kernel/instant.ts";
import { cents, sumCents } from "#domain/kernel/money.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { openOrder, settledOrder } from "#tests/shop-pages.tsx";
import { standing } from "./order.tsx";
import type { OrderFacts } from "./order-facts.ts";
import { journeyOf } from "./order-line.tsx";
import { splitOf } from "./price-split.tsx";

const t = textsFor("it");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const { closesAt } = openOrder;
const closed = { ...openOrder, isOpen: false, now: later(closesAt, HOUR) };

const completing = "Gli ordini sono chiusi, ma si completano le casse:";

test.each<[string, Partial<OrderFacts>]>([
  ["L’ordine è confermato. Puoi cambiarlo fino a mercoledì 3 giugno, ore 20.", openOrder],
  ["Gli ordini sono chiusi: le aziende preparano la tua parte. Si consegna venerdì 5 giugno.", {}],
  [
    `${completing} fino a mercoledì 3 giugno, ore 20 puoi aggiungere, non togliere.`,
    { ...openOrder, isOpen: false, isCompleting: true },
  ],
  ["Oggi si consegna.", { now: later(closesAt, 40 * HOUR) }],
  ["Consegnato venerdì 5 giugno: stiamo chiudendo il conto.", { now: later(closesAt, 60 * HOUR) }],
  ["Consegnato e pagato: 27,29 €.", settledOrder],
  [
    "Consegnato, ma la carta non ha coperto il conto: restano 27,29 €.",
    { ...settledOrder, dueCents: cents(2729) },
  ],
  ["Non è arrivato niente di questo ordine: non paghi nulla.", nothingCame()],
  ["Annullato martedì 2 giugno. Non paghi nulla.", { cancelledAt: openOrder.now }],
  ["La settimana di vendita è stata annullata. Non paghi nulla.", { isCycleCancelled: true }],
])("an order says where it stands: %s", (words, change) => {
  expect(plain(standing(t, { ...closed, ...change }))).toBe(words);
});

function nothingCame(): Partial<OrderFacts> {
  return { ...settledOrder, finalTotalCents: cents(0) };
}

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
