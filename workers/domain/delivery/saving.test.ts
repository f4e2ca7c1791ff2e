import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, sumCents, subtractCents } from "#domain/kernel/money.ts";
import { savings } from "./saving.ts";

test("two orders, one three times as far: shares and savings follow", () => {
  expect(savings(cents(600), [cents(300), cents(900)])).toEqual([
    { alone: 300, share: 150, saved: 150 },
    { alone: 900, share: 450, saved: 450 },
  ]);
});

test("a round that costs more than bringing all alone saves less than nothing, and says so", () => {
  expect(savings(cents(700), [cents(200), cents(300)]).map(({ saved }) => saved)).toEqual([
    -80, -120,
  ]);
});

test("shares add up to the round, savings to what it saves, to the cent", () => {
  const amounts = fc.array(fc.nat(9999).map(cents), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.nat(99_999).map(cents), amounts, (round, alone) => {
      const all = savings(round, alone);
      expect(sumCents(all.map(({ share }) => share))).toBe(round);
      const saved = sumCents(all.map((one) => one.saved));
      expect(saved).toBe(subtractCents(sumCents(alone), round));
    }),
  );
});
