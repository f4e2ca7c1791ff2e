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
import { weighed } from "./order-rows.ts";

const problem: Row = {
  id: "problem-1",
  line_id: "line-3",
  order_id: "order-3",
  enterprise_id: "malga",
  kind: "damaged",
  quantity_milli: 1000,
  at: 1000,
  actor: "bianchi",
};
const words: Row = { problem_id: "problem-1", voice: "buyer", words: "Tre erano rotte" };
const answer: Row = {
  problem_id: "problem-1",
  verdict: "accepted",
  refund_cents: 310,
  way: "card",
  borne_by: "producer",
  at: 2000,
  actor: "officer",
};
const declined: Row = { verdict: "declined", refund_cents: 0, way: null, borne_by: null };
const payback: Row = { problem_id: "problem-1", source: "cash", at: 3000, actor: "treasurer" };
/** Its card said no, so that it is handed back. */
const toCard: Row = {
  problem_id: "problem-1",
  order_id: "order-3",
  hold_id: "hold-3",
  amount_cents: 310,
  asked_at: 2000,
  done_at: null,
  refused_at: 2500,
  reason: "refund-declined",
  effect_id: 1,
};
const asked: Row = { refused_at: null, reason: null, effect_id: null };
const refusedNext: Row = { ...toCard, problem_id: "problem-2" };
const nextToCard: Row = { ...refusedNext, ...asked };
const captured = (cents: number) =>
  statement(`UPDATE customer_order SET captured_cents = ${cents} WHERE id = 'order-3'`);
const change = (about: string, what: string) =>
  statement(`UPDATE card_refund SET ${what} WHERE problem_id = '${about}'`);
const AGAIN = "refused_at = NULL, reason = NULL, effect_id = NULL";
const second: Row = { ...problem, id: "problem-2", line_id: "line-4" };
const third: Row = { ...problem, id: "problem-3", line_id: "line-5" };
const refunded: Row = { ...weighed, kind: "refunded", refunded_cents: 210 };
const another: Row = { ...problem, id: "problem-4", line_id: "line-1" };

const samples: readonly Sample[] = [
  { table: "order_problem", seeds: [problem, second, third], fresh: another },
  { table: "order_problem_words", seeds: [words], fresh: { ...words, voice: "network" } },
  {
    table: "order_problem_answer",
    seeds: [answer, { ...answer, problem_id: "problem-2" }],
    fresh: { ...answer, problem_id: "problem-3" },
    afterwards: `UPDATE customer_order SET payment = 'card', hold_id = 'hold-3',
      captured_cents = 310 WHERE id = 'order-3'`,
  },
  { table: "card_refund", seeds: [toCard], fresh: refusedNext },
  {
    table: "order_problem_payback",
    seeds: [payback],
    fresh: { ...payback, problem_id: "problem-2" },
  },
];

/** What was wrong with what was handed out, and what came of it. */
export const problemsTrial: Trial = {
  samples,
  checks: [
    ...checksOf("customer_order", [["customer_order_refunded_positive", { refunded_cents: -1 }]]),
    ...checksOf("line_event", [
      ["line_event_refunds_what_was_paid", { refunded_cents: 1 }],
      ["line_event_refunds_what_was_paid", { final_cents: 100, refunded_cents: 101 }],
      ["line_event_refunds_what_was_paid", { final_cents: 100, refunded_cents: -1 }],
    ]),
    ...checksOf("order_problem", [
      ["order_problem_kind_known", { kind: "late" }],
      ["order_problem_quantity_positive", { quantity_milli: 0 }],
      ["order_problem_at_instant", { at: -1 }],
    ]),
    ...checksOf("order_problem_words", [
      ["order_problem_words_voice_known", { voice: "producer" }],
      ["order_problem_words_sized", { words: "" }],
      ["order_problem_words_sized", { words: "a".repeat(501) }],
    ]),
    ...checksOf("order_problem_answer", [
      ["order_problem_answer_verdict_known", { ...declined, verdict: "perhaps" }],
      ["order_problem_answer_way_known", { way: "cheque" }],
      ["order_problem_answer_bearer_known", { borne_by: "buyer" }],
      ["order_problem_answer_at_instant", { at: -1 }],
      ["order_problem_answer_whole", { refund_cents: 0 }],
      ["order_problem_answer_whole", { way: null }],
      ["order_problem_answer_whole", { borne_by: null }],
      ["order_problem_answer_whole", { ...declined, refund_cents: 1 }],
      ["order_problem_answer_whole", { ...declined, way: "wallet" }],
    ]),
    ...checksOf("card_refund", [
      ["card_refund_amount_positive", { amount_cents: 0 }],
      ["card_refund_asked_instant", { asked_at: -1 }],
      ["card_refund_ends_one_way", { done_at: 2500 }],
      ["card_refund_refused_whole", { reason: null }],
      ["card_refund_refused_whole", { effect_id: null }],
    ]),
    ...checksOf("order_problem_payback", [
      ["order_problem_payback_source_known", { source: "card" }],
      ["order_problem_payback_at_instant", { at: -1 }],
    ]),
  ],
  refusals: [
    {
      trigger: "line_event_follows",
      says: "refused:cycle-state",
      title: "nothing goes back of what was not paid yet",
      by: [
        statement("UPDATE cycle SET state = 'delivered' WHERE id = 'week-23'"),
        insert("line_event", refunded),
      ],
    },
    {
      trigger: "order_problem_fits",
      says: "refused:problem-reported",
      title: "a line is reported once",
      by: [insert("order_problem", { ...problem, id: "problem-5" })],
    },
    {
      trigger: "order_problem_fits",
      says: "refused:problem-reported",
      title: "no report is replaced",
      by: [replace("order_problem", { ...problem, kind: "other" })],
    },
    {
      trigger: "order_problem_fits",
      says: "refused:problem-misfit",
      title: "nobody reports what was not handed out",
      by: [insert("order_problem", { ...another, order_id: "order-1" })],
    },
    {
      trigger: "order_problem_fits",
      says: "refused:problem-misfit",
      title: "a report is of the line's own order",
      by: [insert("order_problem", another)],
    },
    ...fixed("order_problem", "kind", "refused:history-fixed"),
    {
      trigger: "order_problem_answer_once",
      says: "refused:problem-answered",
      title: "no answer is replaced",
      by: [replace("order_problem_answer", { ...answer, ...declined })],
    },
    ...fixed("order_problem_answer", "verdict", "refused:history-fixed"),
    {
      trigger: "card_refund_fits",
      says: "refused:history-fixed",
      title: "no refund is replaced",
      by: [replace("card_refund", { ...toCard, ...asked })],
    },
    {
      trigger: "card_refund_fits",
      says: "refused:card-refund-misfit",
      title: "a card gets what was answered, no cent more",
      by: [captured(700), insert("card_refund", { ...nextToCard, amount_cents: 311 })],
    },
    {
      trigger: "card_refund_fits",
      says: "refused:card-refund-too-high",
      title: "a card gets no more than it paid",
      by: [captured(309), insert("card_refund", nextToCard)],
    },
    {
      trigger: "card_refund_ends",
      says: "refused:history-fixed",
      title: "what a card took is not refused afterwards",
      by: [
        insert("card_refund", nextToCard),
        change("problem-2", "done_at = 3000"),
        change("problem-2", "done_at = 3001"),
      ],
    },
    {
      trigger: "card_refund_ends",
      says: "refused:card-refund-overtaken",
      title: "what was handed back is not asked of the card again",
      by: [change("problem-1", AGAIN)],
    },
    {
      trigger: "card_refund_ends",
      says: "refused:card-refund-too-high",
      title: "a card that is asked again gets no more than it paid",
      by: [insert("card_refund", refusedNext), captured(309), change("problem-2", AGAIN)],
    },
    {
      trigger: "card_refund_remains",
      says: "refused:history-fixed",
      title: "no refund is removed",
      by: [statement("DELETE FROM card_refund")],
    },
    {
      trigger: "order_problem_payback_owed",
      says: "refused:nothing-to-pay-back",
      title: "money is handed back once",
      by: [replace("order_problem_payback", { ...payback, source: "bank" })],
    },
    ...fixed("order_problem_payback", "source", "refused:history-fixed"),
  ],
  effects: [
    {
      trigger: "order_line_counts",
      title: "an order adds up what was given back",
      by: [
        statement("UPDATE cycle SET state = 'settled' WHERE id = 'week-23'"),
        insert("line_event", refunded),
      ],
      shows: "SELECT goods_final_cents, refunded_cents FROM customer_order WHERE id = 'order-1'",
      gives: [[1210, 210]],
    },
  ],
};
