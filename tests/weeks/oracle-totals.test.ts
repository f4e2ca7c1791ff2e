import { describe, expect, test } from "vitest";

import { expectedWeek } from "./oracle.ts";
import { smallWeek } from "./small-week.ts";
import type { SmallWeek } from "./small-week.ts";

const play = (week: SmallWeek) => {
  const { network, cycle } = smallWeek(week);
  return expectedWeek(network, cycle);
};

describe("producers and totals", () => {
  test("a fee of 6.5% on 1010 is 66 and the payout is 944", () => {
    const week = play({
      terms: { network_fee_percent: 6.5 },
      products: { bene: { price_cents: 1010 } },
      lines: [["a", "bene", 1000]],
    });
    expect(week.producers[0]).toMatchObject({ network_fee_cents: 66, payout_cents: 944 });
  });

  test("VAT adds what the producers' entries say and lists rates that were not sold", () => {
    const week = play({
      producers: { orto: {}, forno: {} },
      products: {
        uova: { price_cents: 13 },
        pane: { price_cents: 13, producer: "forno" },
        vino: { vat_percent: 22 },
      },
      lines: [
        ["a", "uova", 1000],
        ["a", "pane", 1000],
      ],
    });
    // Each 13 holds 0.5 of VAT, which rounds up to 1; the sum 26 alone would hold only 1.
    expect(week.totals.vat).toEqual({
      "4": { gross_cents: 26, vat_cents: 2 },
      "22": { gross_cents: 0, vat_cents: 0 },
    });
    expect(week.totals).toMatchObject({ products: 3, products_ordered: 2 });
  });

  test("a crate weighs its grams, or its millilitres, or 500 a piece", () => {
    const week = play({
      products: {
        pane: { net_grams: 750, net_ml: 10 },
        vino: { net_ml: 333, step_milli: 500 },
        vaso: {},
        mele: { kind: "kg" },
        cacio: { kind: "variable", price_cents: 1980, price_per: "kg", nominal_grams: 500 },
      },
      lines: [
        ["a", "pane", 2000],
        ["a", "vino", 500],
        ["a", "vaso", 1000],
        ["a", "mele", 1300],
        ["a", "cacio", 1000],
      ],
      grams: { L5: 512 },
    });
    expect(week.totals.by_fulfilment["piazza"]).toEqual({
      orders: 1,
      lines: 5,
      grams_approx: 1500 + 167 + 500 + 1300 + 512,
    });
  });
});

describe("an order that is tried", () => {
  const { network, cycle } = smallWeek({
    products: {
      cacio: { price_cents: 990 },
      miele: { price_cents: 980 },
      uova: { price_cents: 1 },
    },
    households: { a: { payment: "wallet", wallet_opening_cents: 1000, fulfilment: "home" } },
    lines: [
      ["a", "cacio", 1000],
      ["a", "miele", 1000],
    ],
  });
  const tried = (after: number, eggs: number) =>
    expectedWeek(network, cycle, {
      attempts: [
        {
          id: "A1",
          after_seq: after,
          household: "a",
          product: "uova",
          qty_milli: eggs * 1000,
          tolerance_milli: 99_000,
        },
      ],
    }).attempts;

  test("is accepted exactly at the floor and refused one cent below it", () => {
    expect(tried(2, 30)).toEqual([{ id: "A1", accepted: true, balance_after_cents: -1000 }]);
    expect(tried(2, 31)).toEqual([{ id: "A1", accepted: false, balance_after_cents: -1001 }]);
  });

  test("counts only the lines before it", () => {
    expect(tried(1, 31)).toEqual([{ id: "A1", accepted: true, balance_after_cents: -21 }]);
    expect(tried(0, 31)).toEqual([{ id: "A1", accepted: true, balance_after_cents: 969 }]);
  });
});
