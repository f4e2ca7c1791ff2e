import { checksOf, type Row, statement, type Trial } from "./attempt.ts";

const due: Row = {
  order_id: "order-1",
  number: 1,
  amount_cents: 1790,
  effect_id: 1,
  reason: "hold-released",
  since: 1000,
  ended_at: null,
  ended_by: null,
  ending: null,
};
const paid = { ended_at: 2000, ended_by: "treasurer", ending: "paid" };

/** What cards did not pay. */
export const duesTrial: Trial = {
  samples: [
    {
      table: "payment_due",
      seeds: [
        { ...due, ...paid },
        { ...due, order_id: "order-3" },
      ],
      fresh: { ...due, number: 2 },
    },
  ],
  checks: checksOf("payment_due", [
    ["payment_due_counts_from_one", { number: 0 }],
    ["payment_due_amount_positive", { amount_cents: 0 }],
    ["payment_due_ending_known", { ...paid, ending: "forgotten" }],
    ["payment_due_ended_whole", { ended_at: 2 }],
    ["payment_due_ended_whole", { ...paid, ended_by: null }],
    ["payment_due_ended_whole", { ...paid, ending: null }],
  ]),
  refusals: [
    {
      trigger: "payment_due_ends_once",
      says: "refused:due-ended",
      title: "what was paid is not paid, or tried on the card, a second time",
      by: [statement("UPDATE payment_due SET ended_at = 3000 WHERE order_id = 'order-1'")],
    },
  ],
  effects: [],
};
