import { describe, expect, test } from "vitest";
import { later, HOUR } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { openOrder, settledOrder } from "#tests/shop-orders.ts";
import type { OrderFacts } from "./order-facts.ts";
import { standing } from "./order-standing.ts";

const t = textsFor("it");
const say = (facts: OrderFacts, lang: "it" | "en" = "it") =>
  standing(textsFor(lang), facts).replaceAll("\u00a0", " ");

const { closesAt, lines } = openOrder;
const pickup = { name: "Santa Toscana", street: "piazza Santa Toscana" };
const atPoint = { pickup, slot: { fromMinute: 1020, toMinute: 1170 } };
const closed = { ...openOrder, isOpen: false, now: later(closesAt, HOUR) };
const handedOut = { ...closed, handedOutAt: settledOrder.handedOutAt };
const allocated = lines.map((line) => {
  return { ...line, state: { ...line.state, allocatedMilli: milli(1000) } };
});
const byCard = "per quanto pesa davvero.";
const until = "fino a mercoledì 3 giugno, ore 20";
const home = "arriva a casa tua venerdì 5 giugno, dalle 19:00 alle 21:00, e lo paga la carta";

test.each<[string, OrderFacts]>([
  [`L’ordine è confermato: puoi cambiarlo ${until}, poi ${home}, ${byCard}`, openOrder],
  [
    "Gli ordini sono chiusi, ma si completano le casse: " +
      `${until} puoi aggiungere, non togliere; poi ${home}, ${byCard}`,
    { ...closed, isCompleting: true },
  ],
  [
    "Gli ordini sono chiusi e le aziende preparano il tuo: " +
      "lo ritiri venerdì 5 giugno al punto Santa Toscana, dalle 17:00 alle 19:30, " +
      "e lo paghi quando lo ricevi.",
    { ...closed, destination: atPoint, payment: "at-pickup" },
  ],
  [
    "Il tuo ordine si prepara: lo ritiri venerdì 5 giugno al punto Santa Toscana, " +
      "dalle 17:00 alle 19:30, e lo paghi con il credito della famiglia.",
    { ...closed, lines: allocated, destination: atPoint, payment: "wallet" },
  ],
  [
    "Oggi tocca al tuo ordine: arriva a casa tua venerdì 5 giugno, e lo paghi quando lo ricevi.",
    {
      ...closed,
      now: later(closesAt, 40 * HOUR),
      destination: { pickup: null, slot: null },
      payment: "at-pickup",
    },
  ],
  [
    "La cassetta era pronta venerdì 5 giugno, ma non risulta ancora consegnata: " +
      "se non l’hai avuta, scrivi alla rete.",
    { ...closed, now: later(closesAt, 60 * HOUR) },
  ],
  [
    "Consegnato a casa venerdì 5 giugno, ma la carta non ha coperto il conto: restano 27,29 €.",
    { ...settledOrder, dueCents: cents(2729) },
  ],
  [
    "Non è arrivato niente di questo ordine: non paghi nulla.",
    { ...settledOrder, finalTotalCents: cents(0) },
  ],
  ["Annullato martedì 2 giugno. Non paghi nulla.", { ...closed, cancelledAt: openOrder.now }],
  [
    "La settimana di vendita è stata annullata. Non paghi nulla.",
    { ...closed, isCycleCancelled: true },
  ],
])("an order says where it stands: %s", (words, facts) => {
  expect(say(facts)).toBe(words);
});

const closing = "si chiude il conto della settimana";

describe.each([
  ["home", openOrder.destination, "Consegnato a casa venerdì 5 giugno"],
  ["a pickup point", atPoint, "Ritirato venerdì 5 giugno al punto Santa Toscana"],
])("received at %s", (_, destination, received) => {
  test.each([
    ["wallet", null, "che paga il credito della famiglia"],
    ["card", null, "che paga la carta"],
    ["at-pickup", null, "che resta da pagare"],
    ["at-pickup", cents(2729), "che hai pagato alla consegna"],
  ] as const)("and not charged yet, paid by %s with %s taken", (payment, taken, paying) => {
    const facts = { ...handedOut, destination, payment, capturedCents: taken };
    expect(say(facts)).toBe(`${received}: ${closing}, ${paying}.`);
  });

  test.each([
    ["wallet", null, "pagati con il credito della famiglia"],
    ["card", cents(2729), "pagati con la carta"],
    ["card", null, "chiesti alla carta"],
    ["at-pickup", cents(2729), "pagati alla consegna"],
    ["at-pickup", null, "da pagare al punto di ritiro"],
  ] as const)("and charged, paid by %s with %s taken", (payment, taken, paid) => {
    const facts = { ...settledOrder, destination, payment, capturedCents: taken };
    expect(say(facts)).toBe(`${received}: 27,29 €, ${paid}.`);
  });
});

test("what was charged and never noted as handed over is not called delivered", () => {
  const facts = { ...settledOrder, handedOutAt: null, capturedCents: null };
  expect(say(facts)).toBe("Non risulta consegnato: 27,29 €, chiesti alla carta.");
  const there = { ...facts, destination: atPoint, payment: "wallet" as const };
  expect(say(there)).toContain("Non risulta ritirato");
});

test("in English too the order says it in one sentence", () => {
  expect(say(openOrder, "en")).toMatch(/^The order is confirmed: .* weighs\.$/);
  expect(say(settledOrder, "en")).toMatch(/^Brought home on .*: €27\.29, paid by card\.$/);
  expect(t.order.status.nothing).not.toBe(textsFor("en").order.status.nothing);
});
