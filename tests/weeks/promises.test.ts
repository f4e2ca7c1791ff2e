import { describe, expect, test } from "vitest";

import { playWeek } from "./played-week.ts";
import { brokenLaws, brokenPromises } from "./promises.ts";
import { smallWeek } from "./small-week.ts";
import type { SmallWeek } from "./small-week.ts";

const lawful: SmallWeek = {
  producers: { orto: {}, forno: { min_order_cents: 5000 } },
  products: {
    mele: { kind: "kg", step_milli: 500 },
    cacio: { kind: "variable", nominal_grams: 500 },
    pane: { producer: "forno" },
  },
  households: { bruno: { payment: "wallet", wallet_opening_cents: -900 } },
  lines: [
    ["anna", "mele", 1500],
    ["anna", "cacio", 1000],
    ["bruno", "pane", 1000],
  ],
  grams: { L2: 575 },
};
const brokenBy = (change: Partial<SmallWeek>) =>
  brokenPromises(playWeek(smallWeek({ ...lawful, ...change })));

describe("the promises made of a week", () => {
  test("are kept by a lawful one", () => {
    expect(brokenBy({})).toEqual([]);
  });

  test.each<[string, Partial<SmallWeek>, string]>([
    [
      "a product ordered twice by one household",
      {
        lines: [
          ["anna", "mele", 500],
          ["anna", "mele", 1000],
        ],
        grams: {},
      },
      "household and product anna mele is there twice",
    ],
    [
      "a quantity between two steps",
      { lines: [["anna", "mele", 750]], grams: {} },
      "line L1: not in steps",
    ],
    [
      "half a unit in a box",
      { products: { mele: { box_qty: 1.5 } }, lines: [], grams: {} },
      "product mele: a box of no whole units",
    ],
    [
      "a wallet one cent below its floor",
      { households: { bruno: { payment: "wallet", wallet_opening_cents: -901 } } },
      "household bruno: a line below the wallet floor",
    ],
    [
      "a household that collects nowhere",
      { households: { bruno: { fulfilment: "luna" } } },
      "household bruno names a place or a group that is not there",
    ],
    [
      "a household of no group that exists",
      { households: { bruno: { group: "GAS" } } },
      "household bruno names a place or a group that is not there",
    ],
    [
      "a shortage of what was cancelled",
      { missing: { pane: 1000 } },
      "product pane: cancelled and short",
    ],
    [
      "half a piece missing",
      { missing: { cacio: 500 } },
      "product cacio: part of a piece is missing",
    ],
    ["a weight of no line", { grams: { L9: 500 } }, "a weight of L9, which is no line"],
    [
      "a card charged above its hold",
      { grams: { L2: 585 } },
      "household anna: the card is charged above its hold",
    ],
  ])("are broken by %s", (_, change, sentence) => {
    expect(brokenBy(change)).toEqual([sentence]);
  });
});

describe("the figures of a week", () => {
  const { expected } = playWeek(smallWeek(lawful));

  test("balance", () => {
    expect(brokenLaws(expected)).toEqual([]);
  });

  test("do not balance when one cent is lost on the way", () => {
    const totals = { ...expected.totals, collected_cents: expected.totals.collected_cents - 1 };
    expect(brokenLaws({ ...expected, totals })).toEqual([
      "collected = payouts + network fees + delivery fees: 207 is not 208",
      "card captured + wallet debited = collected: 207 is not 208",
    ]);
  });

  test("do not balance when a line, its goods or its VAT are lost", () => {
    const totals = { ...expected.totals, goods_final_cents: 207 };
    expect(brokenLaws({ ...expected, totals, lines: [], households: [] })).toEqual([
      "households' goods = producers' goods: 0 is not 208",
      "lines = their statuses: 0 is not 3",
      "VAT gross = goods: 207 is not 208",
    ]);
  });
});
