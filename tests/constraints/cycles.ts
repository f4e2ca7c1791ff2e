import {
  checksOf,
  fixed,
  insert,
  replace,
  type Row,
  type Sample,
  statement,
  type Trial,
} from "./attempt.ts";

const cycle: Row = {
  id: "week-23",
  code: "2026-23",
  hub_id: "loggia",
  opens_at: 1000,
  closes_at: 5000,
  delivery_day: "2026-06-05",
  state: "draft",
  version: 0,
  offers_version: 0,
  created_at: 500,
};

const published: Row = {
  cycle_id: "week-23",
  number: 1,
  kind: "published",
  at: 1000,
  actor: "hub",
  reason: "",
  closes_at: null,
};

const offer: Row = {
  id: "offer-1",
  cycle_id: "week-23",
  variant_id: "wheel",
  product_id: "monte-veronese",
  enterprise_id: "malga",
  category_id: "formaggi",
  position: 1,
  kind: "variable",
  price_cents: 1890,
  vat_basis_points: 400,
  box_units: 1,
  step_milli: 1000,
  least_milli: 1000,
  nominal_grams: 300,
  net_grams: null,
  net_ml: null,
  deposit_cents: 0,
  pool_id: "cellar",
  pool_milli_per_unit: 1000,
  withdrawn_at: null,
};

const fact: Row = {
  id: 1,
  cycle_id: "week-23",
  kind: "arrived",
  subject: "malga",
  quantity: 3000,
  at: 6000,
  actor: "hub",
};

const facet: Row = { cycle_id: "week-23", facet: "category", value: "formaggi", offers: 1 };
const step: Row = { cycle_id: "week-23", round: 1, step: "send", subject: "malga", done_at: 6000 };
const total: Row = { offer_id: "offer-2", cycle_id: "week-23", enterprise_id: "malga", lines: 0 };

const samples: readonly Sample[] = [
  {
    table: "cycle",
    // A second one, so that what is unique within a cycle can be tried in another.
    seeds: [cycle, { ...cycle, id: "week-24", code: "2026-24" }],
    fresh: { ...cycle, id: "week-25", code: "2026-25" },
  },
  {
    table: "cycle_event",
    seeds: [published],
    fresh: { ...published, number: 2, kind: "closed", at: 5000 },
  },
  {
    table: "cycle_group",
    seeds: [{ cycle_id: "week-23", group_id: "gas", joined_at: 1000 }],
    fresh: { cycle_id: "week-24", group_id: "gas", joined_at: 1000 },
  },
  {
    table: "offer",
    seeds: [offer, { ...offer, id: "offer-2", variant_id: "half", position: 2 }],
    fresh: { ...offer, id: "offer-3", cycle_id: "week-24" },
    afterwards: "DELETE FROM offer_total WHERE offer_id = 'offer-2'",
  },
  { table: "offer_total", seeds: [], fresh: total },
  {
    table: "producer_total",
    seeds: [],
    fresh: { cycle_id: "week-23", enterprise_id: "loggia", lines: 0 },
  },
  {
    table: "place_total",
    seeds: [{ cycle_id: "week-23", place: "yard", orders: 0 }],
    fresh: { cycle_id: "week-23", place: "square", orders: 0 },
  },
  { table: "offer_facet", seeds: [facet], fresh: { ...facet, value: "pane" } },
  { table: "cycle_step", seeds: [step], fresh: { ...step, subject: "loggia" } },
  { table: "delivery_fact", seeds: [fact], fresh: { ...fact, id: 2 } },
];

const cycleNow = "SELECT state, version, closes_at FROM cycle WHERE id = 'week-23'";
const next = (number: number, kind: string, closesAt: number | null = null): Row => ({
  ...published,
  number,
  kind,
  closes_at: closesAt,
});

export const cyclesTrial: Trial = {
  samples,
  checks: [
    ...checksOf("cycle", [
      ["cycle_code_sized", { code: "" }],
      ["cycle_copied_from_another", { id: "itself", copied_from: "itself" }],
      ["cycle_code_sized", { code: "c".repeat(41) }],
      ["cycle_closes_after_it_opens", { closes_at: 1000 }],
      ["cycle_delivery_day_is_day", { delivery_day: "2026-06-31" }],
      ["cycle_state_known", { state: "paused" }],
      ["cycle_version_counts", { version: -1 }],
    ]),
    ...checksOf("cycle_event", [
      ["cycle_event_counts_from_one", { number: 0 }],
      ["cycle_event_kind_known", { kind: "paused" }],
      ["cycle_closes_after_it_opens", { kind: "rescheduled", closes_at: 1000 }],
    ]),
    ...checksOf("cycle_group", [["cycle_group_joined_at_instant", { joined_at: -1 }]]),
    ...checksOf("offer", [
      ["offer_kind_known", { kind: "sack", nominal_grams: null }],
      ["offer_price_positive", { price_cents: -1 }],
      ["offer_vat_sane", { vat_basis_points: -1 }],
      ["offer_vat_sane", { vat_basis_points: 10_001 }],
      ["offer_box_whole", { box_units: 0 }],
      ["offer_step_positive", { step_milli: 0 }],
      ["offer_least_is_steps", { least_milli: 1500 }],
      ["offer_nominal_positive", { nominal_grams: 0 }],
      ["offer_deposit_positive", { deposit_cents: -1 }],
      ["offer_draws_from_pool", { pool_milli_per_unit: 0 }],
      ["offer_nominal_for_variable", { nominal_grams: null }],
      ["offer_nominal_for_variable", { kind: "piece" }],
    ]),
    ...checksOf("offer_total", [["offer_total_lines_positive", { lines: -1 }]]),
    ...checksOf("producer_total", [["producer_total_lines_positive", { lines: -1 }]]),
    ...checksOf("place_total", [["place_total_orders_positive", { orders: -1 }]]),
    ...checksOf("offer_facet", [["offer_facet_known", { facet: "colour" }]]),
    ...checksOf("cycle_step", [["cycle_step_known", { step: "rest" }]]),
    ...checksOf("delivery_fact", [
      ["delivery_fact_kind_known", { kind: "eaten" }],
      ["delivery_fact_quantity_positive", { quantity: -1 }],
    ]),
  ],
  refusals: [
    {
      trigger: "cycle_event_follows",
      says: "refused:cycle-changed",
      title: "two people who change a cycle at once: the second is told",
      by: [insert("cycle_event", next(2, "closed")), insert("cycle_event", next(2, "cancelled"))],
    },
    {
      trigger: "cycle_event_follows",
      says: "refused:cycle-changed",
      title: "no event of a cycle is skipped",
      by: [insert("cycle_event", next(3, "closed"))],
    },
    {
      trigger: "cycle_event_follows",
      says: "refused:cycle-changed",
      title: "no event of a cycle is replaced",
      by: [replace("cycle_event", next(1, "cancelled"))],
    },
    {
      trigger: "cycle_event_follows",
      says: "refused:cycle-state",
      title: "a cycle is not sent before it is allocated",
      by: [insert("cycle_event", next(2, "sent"))],
    },
    {
      trigger: "cycle_event_follows",
      says: "refused:cycle-state",
      title: "a cycle does not open again once its producers were told",
      by: ["closed", "allocated", "sent", "reopened"].map((kind, index) =>
        insert("cycle_event", next(index + 2, kind)),
      ),
    },
    ...fixed("cycle_event", "reason", "refused:history-fixed"),
    {
      trigger: "delivery_fact_once",
      says: "refused:history-fixed",
      title: "a fact of delivery day is not replaced",
      by: [replace("delivery_fact", { ...fact, quantity: 0 })],
    },
    ...fixed("delivery_fact", "quantity", "refused:history-fixed"),
  ],
  effects: [
    {
      trigger: "offer_facet_follows",
      title: "an offer that is withdrawn is counted by no filter",
      by: [statement("UPDATE offer SET withdrawn_at = 1 WHERE id = 'offer-2'")],
      shows: "SELECT offers FROM offer_facet",
      gives: [[0]],
    },
    {
      trigger: "cycle_event_projects",
      title: "closing a cycle closes it",
      by: [insert("cycle_event", next(2, "closed"))],
      shows: cycleNow,
      gives: [["closed", 2, 5000]],
    },
    {
      trigger: "cycle_event_projects",
      title: "a new closing time moves the close and nothing else",
      by: [insert("cycle_event", next(2, "rescheduled", 7000))],
      shows: cycleNow,
      gives: [["published", 2, 7000]],
    },
    {
      trigger: "cycle_event_projects",
      title: "a cycle reopened is on sale again",
      by: [
        insert("cycle_event", next(2, "closed")),
        insert("cycle_event", next(3, "reopened", 8000)),
      ],
      shows: cycleNow,
      gives: [["published", 3, 8000]],
    },
    {
      trigger: "offer_counts",
      title: "an offer has its totals from the start",
      by: [
        statement("DELETE FROM producer_total"),
        insert("offer", { ...offer, id: "offer-3", cycle_id: "week-24" }),
      ],
      shows: `SELECT t.lines, p.lines FROM offer_total t JOIN producer_total p
        USING (cycle_id, enterprise_id) WHERE t.offer_id = 'offer-3'`,
      gives: [[0, 0]],
    },
  ],
};
