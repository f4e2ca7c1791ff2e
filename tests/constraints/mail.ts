import { checksOf, type Row, type Sample, type Trial } from "./attempt.ts";

const letter: Row = {
  id: 1,
  key: "order-placed:first",
  kind: "order-placed",
  recipient: "anna@example.org",
  words: "{}",
  state: "queued",
  state_at: 1000,
  reason: null,
  carrier_id: "carried-1",
  queued_at: 1000,
  repeats: null,
};

const samples: readonly Sample[] = [
  {
    table: "letter",
    seeds: [letter],
    fresh: { ...letter, id: 2, key: "again:1", carrier_id: "carried-2", repeats: 1 },
  },
];

export const mailTrial: Trial = {
  samples,
  checks: checksOf("letter", [
    ["letter_key_sized", { key: "" }],
    ["letter_key_sized", { key: "k".repeat(201) }],
    ["letter_kind_sized", { kind: "" }],
    ["letter_recipient_sized", { recipient: "" }],
    ["letter_recipient_sized", { recipient: "a".repeat(255) }],
    ["letter_words_json", { words: "Gentile socia," }],
    ["letter_state_known", { state: "lost" }],
    ["letter_state_at_instant", { state_at: -1 }],
    ["letter_reason_sized", { reason: "" }],
    ["letter_reason_sized", { reason: "x".repeat(501) }],
    ["letter_carrier_id_sized", { carrier_id: "" }],
    ["letter_queued_at_instant", { queued_at: -1 }],
    ["letter_queued_can_be_sent", { words: null }],
    ["letter_queued_can_be_sent", { recipient: null }],
  ]),
  refusals: [],
  effects: [],
};
