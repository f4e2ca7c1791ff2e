import { checksOf, fixed, insert, replace, type Row, statement, type Trial } from "./attempt.ts";

const list: Row = {
  id: "list-1",
  household_id: "rossi",
  person_id: null,
  place: "porch",
  slot_id: null,
  payment: "wallet",
  in_part: 1,
  price_rise_basis_points: 1000,
  version: 1,
  active_from: 1000,
  paused_at: null,
  skips_next: 0,
  created_at: 1000,
  created_by: "token:rossi",
  ended_at: null,
  ended_by: null,
};

const wanted: Row = {
  standing_id: "list-1",
  variant_id: "wheel",
  position: 0,
  wanted_milli: 1000,
  tolerance_milli: 0,
  agreed_cents: 400,
};

const run: Row = {
  standing_id: "list-1",
  cycle_id: "week-23",
  at: 2000,
  outcome: "failed",
  order_id: null,
  reason: "nothing-left",
  lines: "[]",
};

const request: Row = {
  id: "request-1",
  group_id: "gas",
  household_id: "rossi",
  asked_at: 1000,
  asked_by: "person:bianchi",
  ended_at: null,
  ended_by: null,
  ending: null,
  reason: null,
};

const answered: Row = {
  ...request,
  id: "request-2",
  ended_at: 2000,
  ended_by: "person:rossi",
  ending: "declined",
  reason: "Siamo al completo",
};

const verdi: Row = {
  id: "verdi",
  group_id: "gas",
  coordinates_group: 0,
  low_credit_cents: 0,
  created_at: 1000,
  erased_at: null,
};

const gone = "UPDATE household SET coordinates_group = 0, erased_at = 5000 WHERE id = ";

/** Lists that become orders, and the way in and out of a group. */
export const standingTrial: Trial = {
  samples: [
    {
      table: "standing_order",
      seeds: [list, { ...list, id: "list-2", ended_at: 2000, ended_by: "token:rossi" }],
      fresh: { ...list, id: "list-3", household_id: "bianchi" },
    },
    { table: "standing_line", seeds: [wanted], fresh: { ...wanted, standing_id: "list-2" } },
    {
      table: "standing_run",
      seeds: [run],
      fresh: {
        ...run,
        standing_id: "list-2",
        outcome: "placed",
        order_id: "order-1",
        reason: null,
      },
    },
    {
      table: "group_request",
      seeds: [request, answered],
      fresh: { ...request, id: "request-3", household_id: "bianchi" },
    },
    {
      table: "group_reminder",
      seeds: [
        { cycle_id: "week-23", group_id: "gas", sent_at: 1000, sent_by: "token", households: 2 },
      ],
      fresh: { cycle_id: "week-24", group_id: "gas", sent_at: 1000, sent_by: "t", households: 1 },
    },
  ],
  checks: [
    ...checksOf("standing_order", [
      ["standing_order_payment_known", { payment: "card" }],
      ["standing_order_in_part_or_whole", { in_part: 2 }],
      ["standing_order_price_rise_sane", { price_rise_basis_points: 10_001 }],
      ["standing_order_version_counts", { version: 0 }],
      ["standing_order_active_from_instant", { active_from: -1 }],
      ["standing_order_skips_or_not", { skips_next: 2 }],
      ["standing_order_ended_by_someone", { ended_at: 2000 }],
    ]),
    ...checksOf("standing_line", [
      ["standing_line_wants_something", { wanted_milli: 0 }],
      ["standing_line_tolerance_positive", { tolerance_milli: -1 }],
      ["standing_line_agreed_positive", { agreed_cents: -1 }],
    ]),
    ...checksOf("standing_run", [
      ["standing_run_at_instant", { at: -1 }],
      ["standing_run_outcome_known", { outcome: "lost", order_id: null }],
      ["standing_run_lines_list", { lines: "{}" }],
      ["standing_run_order_when_placed", { order_id: null }],
      ["standing_run_reason_when_failed", { reason: "not-whole" }],
    ]),
    ...checksOf("group_request", [
      ["group_request_asked_at_instant", { asked_at: -1 }],
      ["group_request_ended_later", { ended_at: 999, ended_by: "t", ending: "accepted" }],
      ["group_request_ending_known", { ended_at: 2000, ended_by: "t", ending: "lost" }],
      ["group_request_reason_said", { reason: "" }],
      ["group_request_ended_whole", { ended_by: "t" }],
    ]),
    ...checksOf("group_reminder", [
      ["group_reminder_sent_at_instant", { sent_at: -1 }],
      ["group_reminder_to_somebody", { households: 0 }],
    ]),
  ],
  refusals: [
    ...fixed("standing_run", "reason", "refused:history-fixed"),
    {
      trigger: "standing_order_follows",
      says: "refused:standing-changed",
      title: "a list that was changed meanwhile is not changed again on what it was",
      by: [statement("UPDATE standing_order SET paused_at = 5 WHERE id = 'list-1'")],
    },
    {
      trigger: "standing_run_once",
      says: "refused:standing-done",
      title: "a list comes to something in a cycle once",
      by: [replace("standing_run", { ...run, reason: "not-whole" })],
    },
    {
      trigger: "household_leaves_settled",
      says: "refused:group-order-open",
      title: "a household with an order on its way stays in its group",
      by: [statement("UPDATE household SET group_id = NULL WHERE id = 'bianchi'")],
    },
    {
      trigger: "group_request_ends_once",
      says: "refused:group-request-ended",
      title: "a request that was answered is not answered again",
      by: [statement("UPDATE group_request SET ending = 'accepted' WHERE id = 'request-2'")],
    },
  ],
  effects: [
    {
      trigger: "household_gone_orders_no_more",
      title: "a household that goes leaves no list, no request and no words about it",
      by: [
        insert("household", verdi),
        insert("standing_order", { ...list, id: "list-4", household_id: "verdi" }),
        insert("standing_line", { ...wanted, standing_id: "list-4" }),
        insert("group_request", { ...request, id: "request-4", household_id: "verdi" }),
        insert("group_request", { ...answered, id: "request-5", household_id: "verdi" }),
        statement(`${gone}'verdi'`),
      ],
      shows: `SELECT (SELECT count(*) FROM standing_order
          WHERE household_id = 'verdi' AND ended_at IS NULL),
        (SELECT count(*) FROM standing_line WHERE standing_id = 'list-4'),
        (SELECT count(*) FROM group_request WHERE household_id = 'verdi'
          AND (ended_at IS NULL OR reason IS NOT NULL))`,
      gives: [[0, 0, 0]],
    },
  ],
};
