import { checksOf, fixed, insert, replace, type Row, type Sample, type Trial } from "./attempt.ts";

const factor: Row = {
  vehicle_kind: "cargo-bike",
  number: 1,
  milligrams_per_km: 12_000,
  source: "Bilancio della cooperativa",
  year: 2026,
  noted_at: 1000,
  noted_by: "anna",
};
const legend: Row = { problem_id: "rounds-1", legend: "{}" };
const event: Row = {
  cycle_id: "week-23",
  number: 1,
  kind: "done",
  shift_id: "evening-1",
  subject: "order:order-1",
  minutes: null,
  reason: null,
  at: 11_000,
  actor: "bruno",
};
const figure: Row = { problem_id: "rounds-1", version: 1, figures: "{}", made_at: 6000 };
const share: Row = {
  problem_id: "rounds-1",
  version: 1,
  kind: "order",
  subject: "order-1",
  alone_cents: 900,
  share_cents: 350,
};

const samples: readonly Sample[] = [
  { table: "emission_factor", seeds: [factor], fresh: { ...factor, number: 2 } },
  { table: "round_legend", seeds: [legend], fresh: { ...legend, problem_id: "rounds-2" } },
  {
    table: "round_event",
    seeds: [event],
    fresh: { ...event, number: 2, subject: "order:order-2" },
  },
  { table: "round_figure", seeds: [figure], fresh: { ...figure, version: 2 } },
  { table: "round_share", seeds: [share], fresh: { ...share, kind: "producer", subject: "malga" } },
];

const history = "refused:history-fixed";

/** What rounds are counted by, what happened on them, and what they came to. */
export const roundsTrial: Trial = {
  samples,
  checks: [
    ...checksOf("emission_factor", [
      ["emission_factor_kind_said", { vehicle_kind: "", number: 1 }],
      ["emission_factor_counts_from_one", { number: 0 }],
      ["emission_factor_positive", { milligrams_per_km: -1 }],
      ["emission_factor_source_said", { source: "" }],
      ["emission_factor_year_sane", { year: 1989 }],
      ["emission_factor_noted_at_instant", { noted_at: -1 }],
    ]),
    ...checksOf("round_legend", [["round_legend_is_json", { legend: "no" }]]),
    ...checksOf("round_event", [
      ["round_event_counts_from_one", { number: 0 }],
      ["round_event_kind_known", { kind: "lost" }],
      ["round_event_at_instant", { at: -1 }],
      ["round_event_about_a_stop", { subject: null }],
      ["round_event_about_a_stop", { kind: "loaded" }],
      ["round_event_reason_known", { kind: "failed", reason: "rain" }],
      ["round_event_failed_for_a_reason", { kind: "failed", reason: null }],
      ["round_event_failed_for_a_reason", { reason: "nobody" }],
      ["round_event_late_by_minutes", { kind: "late", subject: null }],
      ["round_event_late_by_minutes", { kind: "late", subject: null, minutes: 601 }],
      ["round_event_late_by_minutes", { minutes: 5 }],
    ]),
    ...checksOf("round_figure", [
      ["round_figure_is_json", { figures: "no" }],
      ["round_figure_made_at_instant", { made_at: -1 }],
    ]),
    ...checksOf("round_share", [
      ["round_share_kind_known", { kind: "courier" }],
      ["round_share_alone_positive", { alone_cents: -1 }],
      ["round_share_positive", { share_cents: -1 }],
    ]),
  ],
  refusals: [
    {
      trigger: "emission_factor_follows",
      says: "refused:factor-changed",
      title: "of two figures that come at once the second is looked at anew",
      by: [insert("emission_factor", { ...factor, year: 2025 })],
    },
    ...fixed("emission_factor", "source", history),
    {
      trigger: "round_legend_once",
      says: history,
      title: "what the numbers stand for is said once",
      by: [replace("round_legend", { ...legend, legend: "[]" })],
    },
    ...fixed("round_legend", "legend", history),
    {
      trigger: "round_event_follows",
      says: "refused:round-changed",
      title: "of two who tell at once the second is looked at anew",
      by: [insert("round_event", { ...event, subject: "order:order-2" })],
    },
    ...fixed("round_event", "actor", history),
    {
      trigger: "round_figure_once",
      says: history,
      title: "figures are not replaced",
      by: [replace("round_figure", { ...figure, figures: "[]" })],
    },
    ...fixed("round_figure", "figures", history),
    {
      trigger: "round_share_once",
      says: history,
      title: "a part is not replaced",
      by: [replace("round_share", { ...share, share_cents: 1 })],
    },
    ...fixed("round_share", "share_cents", history),
  ],
  effects: [],
};
