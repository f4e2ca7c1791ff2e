import { instant, later, HOUR } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import { orderedLine } from "#domain/orders/estimate.ts";
import type { LineState } from "#domain/orders/line.ts";
import { sumOrder } from "#domain/orders/ordering.ts";
import { whereItWent } from "#domain/orders/where-it-went.ts";
import type { OrderFacts, OrderLineFacts } from "#frontend/shop/order-facts.ts";
import { aRuleDescriptor } from "#tests/rules.ts";
import { at, closesAt } from "#tests/shop-cast.ts";
import { cardHold, deliveryDay, line, tuesday } from "#tests/shop-pages.tsx";

/** An order of the Veronetta week, as it is open and as it was settled. */

const orderLine = (code: string, wanted: number, change: Partial<LineState>): OrderLineFacts => {
  const ordered = line(code, wanted);
  const state = { ...orderedLine(ordered.offer.terms, ordered, cardHold), ...change };
  return { id: `line-${code}`, offer: ordered.offer, state, problem: null };
};

const openLines = [
  orderLine("R10", 1000, {}),
  orderLine("R22", 2000, {}),
  orderLine("R33", 1000, {}),
];
const sums = sumOrder(
  openLines.map(({ state }) => state),
  cents(350),
);

export const openOrder: OrderFacts = {
  id: "01jd3x5k7m9npqrstvwxyz0777",
  code: "VXYZ0777",
  now: tuesday,
  closesAt,
  deliveryDay,
  isOpen: true,
  isCompleting: false,
  isCycleCancelled: false,
  cancelledAt: null,
  handedOutAt: null,
  settledAt: null,
  destination: { pickup: null, slot: { fromMinute: 1140, toMinute: 1260 } },
  payment: "card",
  lines: openLines,
  goodsEstimatedCents: sums.goodsEstimatedCents,
  depositsCents: cents(0),
  deliveryFeeCents: cents(350),
  estimatedCents: sums.totalCents,
  holdCents: sums.holdCents,
  finalTotalCents: null,
  capturedCents: null,
  dueCents: null,
  refundedCents: cents(0),
  reportableUntil: null,
  events: [{ kind: "placed", at: at("2026-06-02T12:10:00+02:00") }],
  split: null,
  rules: [
    { rule: { ...aRuleDescriptor(), key: "network-fee" }, value: "600", version: 1 },
    {
      rule: { ...aRuleDescriptor({ unit: "cents", timelockDays: 7 }), key: "delivery-fee" },
      value: "350",
      version: 2,
    },
  ],
  refusedReport: null,
  contactEmail: "ciao@filiera.example",
  mailFails: false,
  addable: [
    {
      offerId: "01jd3x5k7m9npqrstvwxyz0401",
      name: "Mele Golden",
      label: "cassetta da 3 kg",
      producerName: "Frutteto dell’Adige",
      priceCents: cents(690),
      isByWeight: false,
    },
  ],
  addingKey: "01jd3x5k7m9npqrstvwxyz0402",
  addQuery: "",
  isNew: true,
  refusal: null,
};

function paid(amount: number, vat: number) {
  return { paidCents: cents(amount), vat: basisPoints(vat) };
}

const arrived = { lostMilli: milli(0), status: "delivered" } as const;

export const settledOrder: OrderFacts = {
  ...openOrder,
  now: later(closesAt, 72 * HOUR),
  isOpen: false,
  handedOutAt: at("2026-06-05T19:20:00+02:00"),
  settledAt: instant(at("2026-06-05T23:00:00+02:00")),
  lines: [
    orderLine("R10", 1000, {
      ...arrived,
      allocatedMilli: milli(1000),
      deliveredMilli: milli(1000),
      actualGrams: grams(545),
      finalCents: cents(1079),
    }),
    orderLine("R22", 2000, {
      ...arrived,
      allocatedMilli: milli(2000),
      deliveredMilli: milli(2000),
      finalCents: cents(1300),
    }),
    orderLine("R33", 1000, {
      status: "cancelled_minimum",
      allocatedMilli: milli(0),
      deliveredMilli: milli(0),
      finalCents: cents(0),
    }),
  ],
  finalTotalCents: cents(2729),
  capturedCents: cents(2729),
  isNew: false,
  reportableUntil: at("2026-06-12T19:20:00+02:00"),
  events: [
    { kind: "placed", at: at("2026-06-02T12:10:00+02:00") },
    { kind: "closed", at: closesAt },
    { kind: "handed-out", at: at("2026-06-05T19:20:00+02:00") },
    { kind: "settled", at: at("2026-06-05T23:00:00+02:00") },
  ],
  split: {
    ...whereItWent({
      lines: [
        { producerId: "malga", producerName: "Malga Alta Lessinia", ...paid(1079, 400) },
        { producerId: "cantina", producerName: "Cantina Cooperativa Alta", ...paid(1300, 2200) },
      ],
      depositsCents: cents(0),
      deliveryCents: cents(350),
      networkFee: basisPoints(600),
    }),
    networkFee: basisPoints(600),
    networkFeeVersion: 1,
  },
};

const [cheese, wine] = settledOrder.lines;
if (cheese === undefined || wine === undefined) throw new Error("two lines came");

/** The cheese was reported and its money is to be handed back; the report on the wine is open. */
export const reportedOrder: OrderFacts = {
  ...settledOrder,
  refundedCents: cents(500),
  lines: [
    {
      ...cheese,
      problem: {
        problem: "damaged",
        quantityMilli: milli(1000),
        reportedAt: at("2026-06-05T20:00:00+02:00"),
        state: "owed",
        refundCents: cents(500),
        way: "by-hand",
        paidBackAt: null,
        reply: "Ci dispiace: la metà era ammuffita.",
      },
    },
    {
      ...wine,
      problem: {
        problem: "missing",
        quantityMilli: milli(1000),
        reportedAt: at("2026-06-05T20:00:00+02:00"),
        state: "open",
        refundCents: cents(0),
        way: null,
        paidBackAt: null,
        reply: null,
      },
    },
  ],
};
