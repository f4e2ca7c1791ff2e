import { describe, expect, test } from "vitest";
import { type CycleId, id } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import type { CycleFigure } from "./figures.ts";
import { month } from "./month.ts";
import { CHARTS, chartCsv, chartRows, openChart, publicFigures } from "./public-charts.ts";

const [may, june] = [month("2026-05"), month("2026-06")];

const figure: CycleFigure = {
  cycleId: id<CycleId>("01jd3x5k7m9npqrstvwxyz0003"),
  month: june,
  buyers: 8,
  newBuyers: 8,
  newPoints: 2,
  orders: 9,
  homeOrders: 5,
  goodsCents: cents(10_000),
  toProducersCents: cents(9400),
  networkFeeCents: cents(600),
  vatCents: cents(905),
  deliveryCents: cents(1750),
  depositsCents: cents(100),
};
const malga = {
  name: "Malga Lessinia, di Anna",
  goodsCents: cents(7000),
  toProducersCents: cents(6580),
  networkFeeCents: cents(420),
};
const others = {
  name: null,
  goodsCents: cents(3000),
  toProducersCents: cents(2820),
  networkFeeCents: cents(180),
};
const figures = (own: Partial<CycleFigure> = {}, hasNames = true) =>
  publicFigures([may, june], { cycles: [{ ...figure, ...own }], sold: [malga, others] }, hasNames);

describe("open data", () => {
  test("a month without a week is nothing, one with weeks too small is not told", () => {
    expect(chartRows("turnover", figures())).toEqual([
      { month: "2026-05", goodsCents: 0, toProducersCents: 0, vatCents: 0 },
      { month: "2026-06", goodsCents: 10_000, toProducersCents: 9400, vatCents: 905 },
    ]);
    const [, silent] = chartRows("turnover", figures({ buyers: 4 }));
    expect(silent).toEqual({
      month: "2026-06",
      goodsCents: null,
      toProducersCents: null,
      vatCents: null,
    });
  });

  test("homes that are too few are told neither by their number nor by what they paid", () => {
    expect(chartRows("deliveries", figures())[1]).toEqual({
      month: "2026-06",
      orders: 9,
      pickupOrders: 4,
      homeOrders: 5,
      pickupPoints: 2,
    });
    const few = figures({ homeOrders: 4 });
    expect(chartRows("deliveries", few)[1]).toMatchObject({ pickupOrders: null, homeOrders: null });
    expect(chartRows("network-income", few)[1]).toMatchObject({ deliveryCents: null });
  });

  test("producers have names where the network wants it, else they are one", () => {
    expect(chartRows("producers", figures())).toMatchObject([
      { producer: "Malga Lessinia, di Anna", goodsCents: 7000 },
      { producer: null, goodsCents: 3000 },
    ]);
    expect(chartRows("producers", figures({}, false))).toEqual([
      { producer: null, goodsCents: 10_000, toProducersCents: 9400, networkFeeCents: 600 },
    ]);
    expect(publicFigures([june], { cycles: [], sold: [] }, false).producers).toEqual([]);
  });

  test("a table for spreadsheets has sums in euros, and quotes what needs it", () => {
    expect(chartCsv("network-income", figures())).toBe(
      "month,network_fee_euros,delivery_euros\r\n2026-05,0.00,0.00\r\n2026-06,6.00,17.50\r\n",
    );
    expect(chartCsv("euro", figures())).toBe(
      "part,euros\r\nproducers,84.95\r\nvat,9.05\r\nnetwork,6.00\r\ndelivery,17.50\r\n",
    );
    expect(chartCsv("producers", figures()).split("\r\n")).toEqual([
      "producer,goods_euros,to_producers_euros,network_fee_euros",
      '"Malga Lessinia, di Anna",70.00,65.80,4.20',
      ",30.00,28.20,1.80",
      "",
    ]);
  });

  test("a name that a spreadsheet would run as a formula is only a name", () => {
    const sold = [{ ...malga, name: '=HYPERLINK("http://esempio.it")' }];
    const csv = chartCsv("producers", publicFigures([june], { cycles: [], sold }, true));
    expect(csv).toContain(`"'=HYPERLINK(""http://esempio.it"")",70.00`);
  });

  test("every chart says its period, its licence and who is too few", () => {
    for (const chart of CHARTS) {
      expect(openChart(chart, figures())).toMatchObject({
        chart,
        from: "2026-05",
        to: "2026-06",
        fewestBuyers: 5,
        licence: expect.stringContaining("creativecommons.org/publicdomain/zero"),
      });
    }
  });
});
