import { checksOf, type Row, type Sample, type Trial } from "./attempt.ts";

const figure: Row = {
  cycle_id: "week-23",
  month: "2026-06",
  buyers: 7,
  new_buyers: 5,
  new_points: 2,
  orders: 8,
  home_orders: 1,
  goods_cents: 10_000,
  to_producers_cents: 9400,
  network_fee_cents: 600,
  vat_cents: 900,
  delivery_cents: 350,
  deposits_cents: 100,
};

const sold: Row = {
  month: "2026-06",
  enterprise_id: "malga",
  goods_cents: 5000,
  to_producers_cents: 4700,
  network_fee_cents: 300,
};

const samples: readonly Sample[] = [
  { table: "cycle_figure", seeds: [figure], fresh: { ...figure, cycle_id: "week-24" } },
  { table: "producer_figure", seeds: [sold], fresh: { ...sold, enterprise_id: "" } },
];

export const transparencyTrial: Trial = {
  samples,
  checks: [
    ...checksOf("cycle_figure", [
      ["cycle_figure_month_is_month", { month: "2026-13" }],
      ["cycle_figure_buyers_positive", { buyers: -1, new_buyers: 0 }],
      ["cycle_figure_new_among_buyers", { new_buyers: 8 }],
      ["cycle_figure_new_among_buyers", { new_buyers: -1 }],
      ["cycle_figure_points_positive", { new_points: -1 }],
      ["cycle_figure_home_among_orders", { home_orders: 9 }],
      ["cycle_figure_divides_goods", { goods_cents: 10_001 }],
    ]),
    ...checksOf("producer_figure", [
      ["producer_figure_month_is_month", { month: "2026-6" }],
      ["producer_figure_goods_positive", { goods_cents: -1, to_producers_cents: -301 }],
      ["producer_figure_divides_goods", { network_fee_cents: 301 }],
    ]),
  ],
  refusals: [],
  effects: [],
};
