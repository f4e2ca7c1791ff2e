import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, sumCents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { type PaidLine, whereItWent } from "./where-it-went.ts";

const paid = (producer: string, amount: number, vat: number): PaidLine => ({
  producerId: producer,
  producerName: `Azienda ${producer}`,
  paidCents: cents(amount),
  vat: basisPoints(vat),
});

test("cheese and wine brought home: 27,29 euro, to the last cent", () => {
  const went = whereItWent({
    lines: [paid("malga", 1079, 400), paid("cantina", 1300, 2200), paid("ceramica", 0, 2200)],
    depositsCents: cents(0),
    deliveryCents: cents(350),
    networkFee: basisPoints(600),
  });
  expect(went).toEqual({
    totalCents: 2729,
    producers: [
      { name: "Azienda malga", keptCents: 1079 - 65 - 42 },
      { name: "Azienda cantina", keptCents: 1300 - 78 - 234 },
    ],
    producersCents: 972 + 988,
    networkCents: 143,
    deliveryCents: 350,
    vatCents: 276,
    depositsCents: 0,
  });
});

test("a fee is rounded once for each producer, not once for each thing", () => {
  const lines = [paid("malga", 105, 0), paid("malga", 105, 0)];
  const order = { depositsCents: cents(0), deliveryCents: cents(0), networkFee: basisPoints(1000) };
  expect(whereItWent({ lines, ...order }).networkCents).toBe(21);
  const apart = [paid("malga", 105, 0), paid("cantina", 105, 0)];
  expect(whereItWent({ lines: apart, ...order }).networkCents).toBe(22);
});

test("whatever was bought, the parts are the sum that was paid", () => {
  const line = fc.record({
    producer: fc.constantFrom("a", "b", "c"),
    amount: fc.nat({ max: 100_000 }),
    vat: fc.constantFrom(0, 400, 500, 1000, 2200),
  });
  const sums = fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), fc.nat({ max: 5000 }));
  fc.assert(
    fc.property(fc.array(line), sums, (bought, [deposits, delivery, fee]) => {
      const went = whereItWent({
        lines: bought.map(({ producer, amount, vat }) => paid(producer, amount, vat)),
        depositsCents: cents(deposits),
        deliveryCents: cents(delivery),
        networkFee: basisPoints(fee),
      });
      const goods = bought.reduce((sum, { amount }) => sum + amount, 0);
      expect(went.totalCents).toBe(goods + deposits + delivery);
      const kept = sumCents(went.producers.map(({ keptCents }) => keptCents));
      expect(kept).toBe(went.producersCents);
    }),
  );
});
