import {
  checksOf,
  digestOf,
  fixed,
  insert,
  replace,
  type Row,
  type Sample,
  statement,
  type Trial,
} from "./attempt.ts";
import { aLine, anEvent, anOrder, orderEffects, orderRefusals, settled } from "./order-rows.ts";
import { handedOutLines, handedOutOrder } from "./handed-out.ts";

const basket: Row = {
  id: "basket-1",
  token_digest: digestOf("b"),
  cycle_id: "week-23",
  household_id: null,
  created_at: 1000,
  changed_at: 1000,
  person_id: "anna",
};

const basketLine: Row = {
  basket_id: "basket-1",
  offer_id: "offer-1",
  wanted_milli: 1000,
  tolerance_milli: 0,
  added_at: 1000,
};

const checkout: Row = {
  id: "checkout-1",
  actor: "basket-1",
  key: "pay",
  request_hash: digestOf("c"),
  order_id: "order-9",
  amount_cents: 1000,
  created_at: 1000,
  expires_at: 1900,
  hold_id: null,
  ended_at: null,
};

const contact: Row = {
  order_id: "order-1",
  name: "Famiglia Rossi",
  email: null,
  phone: null,
  street: null,
  postcode: null,
  town: null,
  note: "",
};

const secondOrder: Row = {
  ...anOrder,
  id: "order-2",
  code: "F-2",
  household_id: "bianchi",
  link_digest: digestOf("d"),
};
const secondLine: Row = { ...aLine, id: "line-2", seq: 2 };
const secondEvent: Row = { ...anEvent, number: 2, wanted_milli: 2000 };

const samples: readonly Sample[] = [
  {
    table: "basket",
    seeds: [basket],
    fresh: { ...basket, id: "basket-2", token_digest: digestOf("e"), person_id: null },
  },
  { table: "basket_line", seeds: [basketLine], fresh: { ...basketLine, offer_id: "offer-2" } },
  { table: "checkout", seeds: [checkout], fresh: { ...checkout, id: "checkout-2", key: "again" } },
  {
    table: "customer_order",
    seeds: [anOrder, handedOutOrder],
    fresh: { ...secondOrder, cycle_id: "week-24" },
  },
  { table: "order_contact", seeds: [contact], fresh: { ...contact, order_id: "order-3" } },
  { table: "order_line", seeds: [aLine, ...handedOutLines], fresh: secondLine },
  { table: "line_event", seeds: [anEvent], fresh: secondEvent },
];

export const ordersTrial: Trial = {
  samples,
  checks: [
    ...checksOf("basket", [["basket_token_digest_hex", { token_digest: "b" }]]),
    ...checksOf("basket_line", [
      ["basket_line_wants_something", { wanted_milli: 0 }],
      ["basket_line_tolerance_positive", { tolerance_milli: -1 }],
    ]),
    ...checksOf("checkout", [
      ["checkout_hash_hex", { request_hash: "c" }],
      ["checkout_amount_positive", { amount_cents: 0 }],
    ]),
    ...checksOf("customer_order", [
      ["customer_order_link_hex", { link_digest: "d" }],
      ["customer_order_payment_known", { payment: "barter" }],
      ["customer_order_fee_positive", { delivery_fee_cents: -1 }],
      ["customer_order_card_hold_positive", { card_hold_basis_points: -1 }],
      ["customer_order_network_fee_sane", { network_fee_basis_points: -1 }],
      ["customer_order_network_fee_sane", { network_fee_basis_points: 10_001 }],
      ["customer_order_rules_json", { rules: "fee 650" }],
      ["customer_order_hold_positive", { hold_cents: -1 }],
      ["customer_order_language_known", { language: "de" }],
      ["customer_order_lines_positive", { lines: -1 }],
      ["customer_order_captured_positive", { captured_cents: -1 }],
      [
        "customer_order_for_someone",
        { household_id: null, link_digest: null, payment: "at-pickup" },
      ],
      ["customer_order_wallet_of_household", { household_id: null }],
      ["customer_order_settled_whole", { settled_at: 9000 }],
      ["customer_order_settled_whole", { settled_at: 9000, final_total_cents: 1000 }],
      ["customer_order_settled_whole", { final_fee_cents: 0 }],
      [
        "customer_order_settled_sum",
        { settled_at: 9000, final_fee_cents: 200, final_total_cents: 199 },
      ],
    ]),
    ...checksOf("order_contact", [["order_contact_name_said", { name: "" }]]),
    ...checksOf("order_line", [
      ["order_line_seq_counts", { seq: 0 }],
      ["order_line_status_known", { status: "lost" }],
    ]),
    ...checksOf("line_event", [
      ["line_event_counts_from_one", { number: 0 }],
      ["line_event_kind_known", { kind: "eaten" }],
      ["order_line_status_known", { status: "lost" }],
      ["line_event_wanted_positive", { wanted_milli: -1 }],
      ["line_event_tolerance_positive", { tolerance_milli: -1 }],
      ["line_event_allocated_within_want", { allocated_milli: 2001 }],
      ["line_event_allocated_within_want", { allocated_milli: -1 }],
      ["line_event_lost_positive", { lost_milli: -1 }],
      [
        "line_event_delivered_what_was_left",
        { allocated_milli: 2000, lost_milli: 500, delivered_milli: 2000 },
      ],
      ["line_event_grams_positive", { actual_grams: -1 }],
      ["line_event_sums_positive", { estimated_cents: -1 }],
      ["line_event_sums_positive", { hold_cents: -1 }],
      ["line_event_sums_positive", { deposit_cents: -1 }],
      ["line_event_sums_positive", { load_grams: -1 }],
      ["line_event_sums_positive", { final_cents: -1 }],
    ]),
  ],
  refusals: [
    {
      trigger: "line_event_follows",
      says: "refused:line-changed",
      title: "two people who change a line at once: the second is told",
      by: [insert("line_event", secondEvent), insert("line_event", secondEvent)],
    },
    {
      trigger: "line_event_follows",
      says: "refused:line-changed",
      title: "no event of a line is replaced",
      by: [replace("line_event", { ...anEvent, wanted_milli: 9000 })],
    },
    {
      trigger: "line_event_follows",
      says: "refused:cycle-closed",
      title: "nobody orders at the very moment of the close",
      by: [insert("line_event", { ...secondEvent, at: 5000 })],
    },
    {
      trigger: "line_event_follows",
      says: "refused:cycle-closed",
      title: "nobody orders before the opening",
      by: [insert("line_event", { ...secondEvent, at: 999 })],
    },
    {
      trigger: "line_event_follows",
      says: "refused:cycle-closed",
      title: "nobody withdraws from a cycle that was closed by hand",
      by: [
        statement(
          `INSERT INTO cycle_event (cycle_id, number, kind, at, actor)
            VALUES ('week-23', 2, 'closed', 2000, 'hub')`,
        ),
        insert("line_event", { ...secondEvent, kind: "withdrawn", at: 2001 }),
      ],
    },
    {
      trigger: "line_event_follows",
      says: "refused:cycle-state",
      title: "nobody weighs what is still being ordered",
      by: [insert("line_event", { ...secondEvent, kind: "weighed" })],
    },
    {
      trigger: "line_event_follows",
      says: "refused:cycle-state",
      title: "nobody allocates what was sent already",
      by: [
        statement("UPDATE cycle SET state = 'sent' WHERE id = 'week-23'"),
        insert("line_event", { ...secondEvent, kind: "allocated" }),
      ],
    },
    {
      trigger: "line_event_follows",
      says: "refused:order-settled",
      title: "a line of an order that was paid moves no more",
      by: [
        statement("UPDATE cycle SET state = 'delivered' WHERE id = 'week-23'"),
        settled,
        insert("line_event", { ...secondEvent, kind: "weighed" }),
      ],
    },
    {
      trigger: "customer_order_language_stays",
      says: "refused:order-language",
      title: "the letters about an order stay in the language that it was placed in",
      by: [statement("UPDATE customer_order SET language = 'en'")],
    },
    ...orderRefusals,
    ...fixed("line_event", "reason", "refused:history-fixed"),
    {
      trigger: "order_line_starts_empty",
      says: "refused:history-fixed",
      title: "a line does not start with a quantity that no event told",
      by: [insert("order_line", { ...secondLine, wanted_milli: 1000 })],
    },
    {
      trigger: "order_line_starts_empty",
      says: "refused:history-fixed",
      title: "a line does not start with an outcome that no event told",
      by: [insert("order_line", { ...secondLine, final_cents: 0 })],
    },
    {
      trigger: "order_line_starts_empty",
      says: "refused:history-fixed",
      title: "a line with a history is not started again",
      by: [replace("order_line", aLine)],
    },
    {
      trigger: "order_line_moves_by_events",
      says: "refused:history-fixed",
      title: "a line's quantity is not rewritten past its events",
      by: [statement("UPDATE order_line SET wanted_milli = 9000")],
    },
    {
      trigger: "order_line_moves_by_events",
      says: "refused:history-fixed",
      title: "a line does not count an event that never was",
      by: [statement("UPDATE order_line SET wanted_milli = 9000, version = version + 1")],
    },
  ],
  effects: orderEffects,
};
