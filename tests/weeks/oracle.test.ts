import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { differences } from "./compare.ts";
import { boxesFor } from "./oracle-close.ts";
import { vatWithin } from "./oracle-sums.ts";
import { expectedWeek } from "./oracle.ts";
import { smallWeek } from "./small-week.ts";
import type { SmallWeek } from "./small-week.ts";
import { readWeek } from "./week-files.ts";
import type { ProductEntry } from "./week-files.ts";

const cheese: Partial<ProductEntry> = {
  kind: "variable",
  price_cents: 1980,
  price_per: "kg",
  nominal_grams: 500,
};
const apples: Partial<ProductEntry> = { kind: "kg", price_cents: 190, price_per: "kg" };

const play = (week: SmallWeek) => {
  const { network, cycle } = smallWeek(week);
  return expectedWeek(network, cycle);
};

/** What a single product's lines end in, when households a, b, c… want these quantities. */
function linesOf(
  product: Partial<ProductEntry>,
  wants: readonly (readonly [number, number?])[],
  facts: Pick<SmallWeek, "grams" | "missing"> = {},
) {
  const lines = wants.map(
    ([wanted, tolerated], place) =>
      [String.fromCodePoint(97 + place), "bene", wanted, tolerated ?? 0] as const,
  );
  return play({ products: { bene: product }, lines, ...facts }).lines;
}

const pieces = (...wants: readonly number[]) => wants.map((wanted) => [wanted * 1000] as const);

describe("the week in Veronetta", () => {
  test("comes out as expected in every figure, attempts included", () => {
    const { network, cycle, attempts, expected } = readWeek(join(import.meta.dirname, "veronetta"));
    expect(differences(expectedWeek(network, cycle, attempts), expected)).toEqual([]);
  });
});

const heldBy = (product: Partial<ProductEntry>, wanted: number, tolerated: number) =>
  play({ products: { bene: product }, lines: [["a", "bene", wanted, tolerated]] }).households[0]
    ?.hold_cents;

test("the second opinion shares no code with the marketplace", () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const borrowed = sources.filter((name) =>
    /(?:from|import\() ?"#/.test(readFileSync(join(import.meta.dirname, name), "utf8")),
  );
  expect(sources).toContain("oracle.ts");
  expect(borrowed).toEqual([]);
});

describe("what an order is estimated at and holds", () => {
  test("333 cents per kg for 1.5 kg are 499.5 and round to 500", () => {
    expect(linesOf({ ...apples, price_cents: 333 }, [[1500]])[0]?.estimated_cents).toBe(500);
  });

  test("two variable pieces of 500 g at 1980 per kg are estimated at 1980", () => {
    expect(linesOf(cheese, [[2000]])[0]?.estimated_cents).toBe(1980);
  });

  test("tolerance is left out of the estimate and counts in the hold, boxes or not", () => {
    expect(linesOf(apples, [[5000, 1000]])[0]?.estimated_cents).toBe(950);
    expect(heldBy(apples, 5000, 1000)).toBe(1140);
    expect(heldBy({ ...apples, box_qty: 10 }, 5000, 1000)).toBe(1140);
  });

  test("a variable line holds 115%, rounded on its own", () => {
    expect(heldBy(cheese, 1000, 0)).toBe(1139);
    expect(heldBy(cheese, 1000, 1000)).toBe(2277);
  });
});

const atMinimum4000 = (grossCents: number) =>
  play({
    producers: { orto: { min_order_cents: 4000 } },
    products: { bene: { price_cents: grossCents, box_qty: 1 } },
    lines: [["a", "bene", 1000, 1000]],
  });

describe("the producer minimum", () => {
  test("4000 on 4000 goes through", () => {
    const week = atMinimum4000(4000);
    expect(week.producers[0]).toMatchObject({ status: "delivered", delivered_gross_cents: 4000 });
    expect(week.purchase[0]).toMatchObject({ boxes: null, ordered_milli: 1000 });
  });

  test("3999 on 4000 cancels every line, and buys 0 boxes even of what is sold loose", () => {
    const week = atMinimum4000(3999);
    expect(week.producers[0]).toMatchObject({
      status: "cancelled_minimum",
      lines: 1,
      ordered_gross_cents: 3999,
      delivered_gross_cents: 0,
      vat: {},
    });
    expect(week.purchase[0]).toEqual({
      product: "bene",
      demand_milli: 1000,
      tolerance_milli: 1000,
      boxes: 0,
      ordered_milli: 0,
    });
    expect(week.lines[0]).toMatchObject({ status: "cancelled_minimum", allocated_milli: 0 });
    expect(week.households[0]?.hold_cents).toBe(7998);
  });

  test("a producer that nobody ordered from has no orders, whatever its minimum", () => {
    const week = play({
      producers: { orto: {}, forno: { min_order_cents: 5000 } },
      products: { bene: {} },
      lines: [["a", "bene", 1000]],
    });
    expect(week.producers[1]).toMatchObject({ status: "no_orders", lines: 0, vat: {} });
  });

  test("boxes that cut everything do not cancel a producer that met its minimum", () => {
    const week = play({
      producers: { orto: { min_order_cents: 100 } },
      products: { bene: { box_qty: 6 } },
      lines: [["a", "bene", 1000]],
    });
    expect(week.producers[0]).toMatchObject({ status: "delivered", delivered_gross_cents: 0 });
    expect(week.lines[0]?.status).toBe("cut_by_box");
  });
});

describe("boxes", () => {
  test.each([
    [10, 37, 6, 4, 40],
    [6, 16, 1, 2, 12],
    [10, 20, 12, 2, 20],
    [10, 1, 30, 1, 10],
    [6, 4, 1, 0, 0],
    [6, 4, 2, 1, 6],
    [1, 37, 6, null, 37],
  ])("of %i with %i wanted and %i tolerated: %s", (box, demand, tolerance, boxes, ordered) => {
    expect(boxesFor(box, { demand: demand * 1000, tolerance: tolerance * 1000 })).toEqual({
      boxes,
      ordered: ordered * 1000,
    });
  });

  test("16 wanted, 12 ordered: the last two are cut", () => {
    const lines = linesOf({ box_qty: 6 }, pieces(3, 2, 3, 4, 2, 2));
    expect(lines.map((line) => line.allocated_milli / 1000)).toEqual([3, 2, 3, 4, 0, 0]);
    expect(lines[4]?.status).toBe("cut_by_box");
  });

  test("16 wanted, one box of 10: the fourth is partly cut", () => {
    const lines = linesOf({ box_qty: 10 }, pieces(3, 2, 3, 4, 2, 2));
    expect(lines.map((line) => line.allocated_milli / 1000)).toEqual([3, 2, 3, 2, 0, 0]);
    expect(lines[3]?.status).toBe("partly_cut_by_box");
  });

  test("37 kg wanted, 40 ordered: tolerances are served in order until nothing is left", () => {
    const wants = [5, 4, 6, 5, 5, 4, 4, 4].map((kg, place) => {
      const tolerated = [1, 0, 2, 0, 1, 0, 2, 0][place] ?? 0;
      return [kg * 1000, tolerated * 1000] as const;
    });
    const lines = linesOf({ ...apples, box_qty: 10 }, wants);
    expect(lines.map((line) => (line.allocated_milli - line.qty_milli) / 1000)).toEqual([
      1, 0, 2, 0, 0, 0, 0, 0,
    ]);
  });

  test("first means the smallest seq, wherever the line stands in the file", () => {
    const { network, cycle } = smallWeek({
      products: { bene: { box_qty: 6 } },
      lines: [
        ["a", "bene", 6000],
        ["b", "bene", 1000],
      ],
    });
    const turned = { ...cycle, lines: cycle.lines.toReversed() };
    expect(expectedWeek(network, turned)).toEqual(expectedWeek(network, cycle));
  });
});

test("VAT of 2900 at 4% is 112 and leaves 2788; of a rate of 0 it is nothing", () => {
  expect(vatWithin(2900, 4)).toEqual({ gross_cents: 2900, vat_cents: 112, net_cents: 2788 });
  expect(vatWithin(2900, 0)).toEqual({ gross_cents: 2900, vat_cents: 0, net_cents: 2900 });
});
