import { describe, expect, test } from "vitest";

import { expectedWeek } from "./oracle.ts";
import { smallWeek } from "./small-week.ts";
import type { SmallWeek } from "./small-week.ts";
import type { ProductEntry } from "./week-files.ts";

const play = (week: SmallWeek) => {
  const { network, cycle } = smallWeek(week);
  return expectedWeek(network, cycle);
};

const cheese: Partial<ProductEntry> = {
  kind: "variable",
  price_cents: 1980,
  price_per: "kg",
  nominal_grams: 500,
};

/** Delivered thousandths and status of each line, when so much of one product is missing. */
function shorted(
  product: Partial<ProductEntry>,
  wants: readonly (readonly [number, number?])[],
  missing: number,
) {
  const lines = wants.map(
    ([wanted, tolerated], place) => [`casa-${place}`, "bene", wanted, tolerated ?? 0] as const,
  );
  const week = play({ products: { bene: product }, lines, missing: { bene: missing } });
  return week.lines.map((line) => [line.delivered_milli, line.status]);
}

const six = [2000, 3000, 2000, 3000, 2000, 2000].map((wanted) => [wanted] as const);

describe("a shortage: the latest orders lose first", () => {
  test("2 missing: the last line delivers nothing, the others are whole", () => {
    expect(shorted({}, six, 2000)).toEqual([
      ...six.slice(0, 5).map(([wanted]) => [wanted, "delivered"]),
      [0, "not_delivered"],
    ]);
  });

  test("3 missing: the last delivers nothing and the last but one is short", () => {
    expect(shorted({}, six, 3000).slice(3)).toEqual([
      [3000, "delivered"],
      [1000, "short_delivered"],
      [0, "not_delivered"],
    ]);
  });

  test("a line cut by the box loses nothing, the shortage passes to the one before", () => {
    expect(shorted({ box_qty: 6 }, [[6000], [1000]], 2000)).toEqual([
      [4000, "short_delivered"],
      [0, "cut_by_box"],
    ]);
  });

  test("5 wanted, 6 allocated, 1 missing: delivers 5 and is short all the same", () => {
    expect(shorted({ box_qty: 6 }, [[5000, 1000]], 1000)).toEqual([[5000, "short_delivered"]]);
  });

  test("a whole line is taken before the tolerance of the one before", () => {
    expect(shorted({ box_qty: 6 }, [[3000, 1000], [2000]], 2000)).toEqual([
      [4000, "delivered"],
      [0, "not_delivered"],
    ]);
  });

  test("more missing than was allocated: the rest is ignored", () => {
    expect(shorted({}, [[1000], [2000]], 9000)).toEqual([
      [0, "not_delivered"],
      [0, "not_delivered"],
    ]);
  });

  test("380 per kg, 2 kg with 300 g missing: 646", () => {
    const week = play({
      products: { bene: { kind: "kg", price_cents: 380, price_per: "kg" } },
      lines: [["a", "bene", 2000]],
      missing: { bene: 300 },
    });
    expect(week.lines[0]).toMatchObject({ delivered_milli: 1700, final_cents: 646 });
  });
});

const weighed = (facts: Pick<SmallWeek, "grams" | "missing">) =>
  play({ products: { bene: cheese }, lines: [["a", "bene", 1000]], ...facts }).lines[0];

describe("what is weighed", () => {
  test.each([
    [455, 901],
    [525, 1040],
  ])("%i g at 1980 per kg cost %i", (grams, cents) => {
    expect(weighed({ grams: { L1: grams } })).toMatchObject({
      actual_grams: grams,
      final_cents: cents,
      status: "delivered",
    });
  });

  test.each([
    ["0 grams", { L1: 0 }],
    ["no weight at all", {}],
  ])("delivered with %s: nothing to pay, and delivered all the same", (_, grams) => {
    expect(weighed({ grams })).toMatchObject({
      actual_grams: 0,
      final_cents: 0,
      delivered_milli: 1000,
      status: "delivered",
    });
  });

  test("nothing delivered costs nothing, even if a weight is there", () => {
    const line = weighed({ grams: { L1: 500 }, missing: { bene: 1000 } });
    expect(line).toMatchObject({ final_cents: 0, status: "not_delivered" });
    expect(line).not.toHaveProperty("actual_grams");
  });
});

const ordered = (facts: Pick<SmallWeek, "producers" | "missing">) =>
  play({
    products: { bene: { price_cents: 1200 } },
    households: { a: { fulfilment: "home", window: ["17:00", "19:00"] } },
    lines: [["a", "bene", 1000]],
    ...facts,
  });

describe("a household that is delivered at home", () => {
  test("pays the delivery once something arrives", () => {
    const week = ordered({});
    expect(week.households[0]).toMatchObject({
      checkout_total_cents: 1550,
      final_total_cents: 1550,
      difference_cents: 0,
    });
    expect(week.totals).toMatchObject({ home_drops: 1, delivery_fees_cents: 350 });
  });

  test.each([
    ["cancelled", { producers: { orto: { min_order_cents: 1201 } } }],
    ["short", { missing: { bene: 1000 } }],
  ])("pays nothing when everything is %s, but is still an order", (_, facts) => {
    const week = ordered(facts);
    expect(week.households[0]).toMatchObject({
      checkout_total_cents: 1550,
      hold_cents: 1550,
      delivery_fee_cents: 0,
      final_total_cents: 0,
      difference_cents: -1550,
    });
    expect(week.totals).toMatchObject({ home_drops: 0, card_orders: 1, orders_down: 1 });
  });

  test("without lines has no order, no fee and no hold, and keeps its wallet", () => {
    const week = play({
      products: { bene: {} },
      households: { b: { fulfilment: "home", payment: "wallet", wallet_opening_cents: -250 } },
    });
    expect(week.households).toEqual([
      {
        household: "b",
        lines: 0,
        goods_estimated_cents: 0,
        checkout_total_cents: 0,
        hold_cents: 0,
        goods_final_cents: 0,
        delivery_fee_cents: 0,
        final_total_cents: 0,
        difference_cents: 0,
        wallet_opening_cents: -250,
        wallet_closing_cents: -250,
      },
    ]);
    expect(week.totals).toMatchObject({ wallet_orders: 0, orders_same: 0, lines_by_status: {} });
    expect(week.totals.by_fulfilment).toEqual({
      piazza: { orders: 0, lines: 0, grams_approx: 0 },
      home: { orders: 0, lines: 0, grams_approx: 0 },
    });
  });
});
