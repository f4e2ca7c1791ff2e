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

const problem: Row = {
  id: "rounds-1",
  cycle_id: "week-23",
  number: 1,
  problem: "{}",
  from_problem: null,
  from_version: null,
  state: "waiting",
  reason: null,
  reason_words: null,
  tries: 0,
  thousandths: 0,
  dropped: 0,
  due_at: 5000,
  made_at: 5000,
  made_by: "hub",
};
const aside: Row = { ...problem, id: "rounds-2", number: 2, state: "set-aside", reason: "invalid" };
const place: Row = {
  problem_id: "rounds-1",
  place: 0,
  lat_microdegrees: 45_438_400,
  lon_microdegrees: 10_993_100,
};
const vehicle: Row = {
  problem_id: "rounds-1",
  vehicle: 1,
  name: "Cargo 1",
  enterprise_id: "loggia",
  person_id: null,
};
const errand: Row = { problem_id: "rounds-1", stop: "job:7", order_id: "order-1" };
const drop: Row = { problem_id: "rounds-1", stop: "job:9", at: 6000, actor: "hub" };
const matrix: Row = {
  problem_id: "rounds-1",
  profile: "bike",
  matrix: "{}",
  quality: "estimated",
  sources: "[]",
  made_at: 5000,
};
const version: Row = {
  problem_id: "rounds-1",
  number: 1,
  plan: "{}",
  dropped: 0,
  priority_sum: 0,
  unserved: 0,
  cost_milli: 1500,
  source: "planner",
  seed: 1,
  rounds: 100,
  checked_at: 5500,
  saved_at: 5500,
  made_by: "system:planner",
};
const read: Row = { problem_id: "rounds-1", version: 1, vehicle: 1, at: 7000, actor: "bruno" };

const samples: readonly Sample[] = [
  {
    table: "plan_problem",
    seeds: [problem, aside],
    fresh: { ...problem, id: "rounds-3", number: 3, from_problem: "rounds-1", from_version: 1 },
  },
  { table: "plan_place", seeds: [place], fresh: { ...place, place: 1 } },
  { table: "plan_vehicle", seeds: [vehicle], fresh: { ...vehicle, vehicle: 2 } },
  { table: "plan_errand", seeds: [errand], fresh: { ...errand, stop: "delivery:8" } },
  { table: "plan_matrix", seeds: [matrix], fresh: { ...matrix, profile: "van" } },
  {
    table: "plan_version",
    seeds: [version, { ...version, number: 2, source: "hand", seed: null, rounds: null }],
    fresh: { ...version, number: 3 },
  },
  {
    table: "plan_acknowledgement",
    seeds: [{ ...read, version: 2 }],
    fresh: read,
  },
  { table: "plan_drop", seeds: [drop], fresh: { ...drop, stop: "job:7" } },
];

const history = "refused:history-fixed";
const next: Row = { ...version, number: 3, dropped: 1 };

/** Problems of the planner and their plans. */
export const planningTrial: Trial = {
  samples,
  checks: [
    ...checksOf("plan_problem", [
      ["plan_problem_counts_from_one", { number: 0 }],
      ["plan_problem_is_json", { problem: "no" }],
      ["plan_problem_state_known", { state: "lost" }],
      ["plan_problem_reason_known", { state: "set-aside", reason: "rain" }],
      ["plan_problem_reason_words_sized", { reason_words: "a".repeat(501) }],
      ["plan_problem_progress_of_a_thousand", { thousandths: 1001 }],
      ["plan_problem_tries_counted", { tries: -1 }],
      ["plan_problem_dropped_counted", { dropped: -1 }],
      ["plan_problem_due_at_instant", { due_at: -1 }],
      ["plan_problem_made_at_instant", { made_at: -1 }],
      ["plan_problem_set_aside_for_a_reason", { state: "set-aside" }],
      ["plan_problem_set_aside_for_a_reason", { reason: "failed" }],
      ["plan_problem_begins_with_a_version", { from_version: null }],
    ]),
    ...checksOf("plan_place", [
      ["plan_place_counts", { place: -1 }],
      ["plan_place_lat_on_earth", { lat_microdegrees: 90_000_001 }],
      ["plan_place_lon_on_earth", { lon_microdegrees: -180_000_001 }],
    ]),
    ...checksOf("plan_vehicle", [
      ["plan_vehicle_counts", { vehicle: -1 }],
      ["plan_vehicle_name_said", { name: "" }],
    ]),
    ...checksOf("plan_errand", [["plan_errand_stop_named", { stop: "pickup:7" }]]),
    ...checksOf("plan_drop", [
      ["plan_drop_stop_named", { stop: "job:" }],
      ["plan_drop_at_instant", { at: -1 }],
    ]),
    ...checksOf("plan_matrix", [
      ["plan_matrix_profile_said", { profile: "" }],
      ["plan_matrix_is_json", { matrix: "no" }],
      ["plan_matrix_quality_known", { quality: "good" }],
      ["plan_matrix_sources_json", { sources: "no" }],
      ["plan_matrix_made_at_instant", { made_at: -1 }],
    ]),
    ...checksOf("plan_version", [
      ["plan_version_counts_from_one", { number: 0 }],
      ["plan_version_is_json", { plan: "no" }],
      ["plan_version_dropped_counted", { dropped: -1 }],
      ["plan_version_unserved_counted", { unserved: -1 }],
      ["plan_version_source_known", { source: "dream" }],
      ["plan_version_rounds_counted", { rounds: -1 }],
      ["plan_version_checked_at_instant", { checked_at: -1 }],
      ["plan_version_saved_after_check", { saved_at: 5499 }],
      ["plan_version_searched_or_by_hand", { seed: null }],
      ["plan_version_searched_or_by_hand", { source: "hand" }],
      ["plan_version_searched_or_by_hand", { rounds: null }],
    ]),
    ...checksOf("plan_acknowledgement", [["plan_acknowledgement_at_instant", { at: -1 }]]),
  ],
  refusals: [
    {
      trigger: "plan_problem_follows",
      says: "refused:plan-problem-changed",
      title: "of two who ask at once the second is told",
      by: [insert("plan_problem", { ...problem, id: "rounds-4", number: 2 })],
    },
    {
      trigger: "plan_problem_follows",
      says: "refused:plan-problem-changed",
      title: "no problem is replaced",
      by: [replace("plan_problem", { ...problem, number: 9 })],
    },
    {
      trigger: "plan_problem_stays",
      says: history,
      title: "what was asked stays as it was",
      by: [statement(`UPDATE plan_problem SET problem = '[]' WHERE id = 'rounds-1'`)],
    },
    {
      trigger: "plan_problem_stays",
      says: history,
      title: "what is set aside stays so",
      by: [
        statement(`UPDATE plan_problem SET state = 'waiting', reason = NULL WHERE id = 'rounds-2'`),
      ],
    },
    {
      trigger: "plan_problem_remains",
      says: history,
      title: "a problem is not removed",
      by: [statement("DELETE FROM plan_problem")],
    },
    {
      trigger: "plan_place_stays",
      says: history,
      title: "a place does not move",
      by: [statement("UPDATE plan_place SET place = place")],
    },
    {
      trigger: "plan_matrix_stays",
      says: history,
      title: "the distances that a plan rests on stay",
      by: [statement("UPDATE plan_matrix SET quality = 'streets'")],
    },
    ...fixed("plan_vehicle", "name", history),
    ...fixed("plan_errand", "order_id", history),
    {
      trigger: "plan_drop_once",
      says: "refused:errand-dropped",
      title: "an errand is called off once",
      by: [replace("plan_drop", { ...drop, actor: "other" })],
    },
    ...fixed("plan_drop", "actor", history),
    {
      trigger: "plan_version_follows",
      says: "refused:plan-changed",
      title: "of two plans that come at once the second is looked at anew",
      by: [insert("plan_version", { ...next, number: 2 })],
    },
    {
      trigger: "plan_version_follows",
      says: "refused:plan-changed",
      title: "no plan is replaced",
      by: [replace("plan_version", { ...version, cost_milli: 1 })],
    },
    {
      trigger: "plan_version_follows",
      says: "refused:plan-problem-changed",
      title: "a plan of before an errand was called off is not saved after",
      by: [insert("plan_version", { ...next, dropped: 0 })],
    },
    ...fixed("plan_version", "plan", history),
    {
      trigger: "plan_acknowledgement_of_the_newest",
      says: "refused:plan-changed",
      title: "nobody acknowledges a plan that is no longer the newest",
      by: [insert("plan_acknowledgement", read)],
    },
    {
      trigger: "plan_acknowledgement_of_the_newest",
      says: "refused:plan-acknowledged",
      title: "a route is acknowledged once",
      by: [replace("plan_acknowledgement", { ...read, version: 2, actor: "anna" })],
    },
    ...fixed("plan_acknowledgement", "actor", history),
  ],
  effects: [
    {
      trigger: "plan_drop_asks_again",
      title: "who calls an errand off asks for another plan",
      by: [
        statement("UPDATE plan_problem SET state = 'solved', tries = 1 WHERE id = 'rounds-1'"),
        insert("plan_drop", { ...drop, stop: "job:7" }),
      ],
      shows: "SELECT state, tries, dropped, due_at FROM plan_problem WHERE id = 'rounds-1'",
      gives: [["waiting", 0, 2, 6000]],
    },
  ],
};
