import {
  type CheckAttempt,
  checksOf,
  digestOf,
  fixed,
  insert,
  type RefusalAttempt,
  replace,
  type Row,
  type Sample,
  statement,
  type TriggerEffect,
} from "./attempt.ts";

const subscribed: Row = {
  id: 1,
  member_id: "member-1",
  number: 1,
  kind: "subscribed",
  shares: 2,
  subscribed_cents: 5000,
  paid_cents: 0,
  contributed_cents: 5000,
  owed_cents: 0,
  plan: '[["2026-04-01",2500],["2026-05-01",2500]]',
  tx_ref: "opening:1",
  at: 1000,
  actor: "person:dora",
  digest: digestOf("1"),
};

const paid: Row = {
  ...subscribed,
  id: 2,
  number: 2,
  kind: "paid",
  shares: 0,
  subscribed_cents: 0,
  paid_cents: 2500,
  contributed_cents: 0,
  plan: "[]",
};

const holding: Row = {
  member_id: "member-2",
  shares: 2,
  subscribed_cents: 5000,
  paid_cents: 0,
  contributed_cents: 5000,
  owed_cents: 0,
  number: 1,
};

const due: Row = {
  event_id: 1,
  number: 2,
  member_id: "member-1",
  due_on: "2026-06-01",
  due_cents: 2500,
};

const asked: Row = {
  id: "transfer-1",
  from_id: "member-1",
  to_id: "member-2",
  shares: 1,
  asked_at: 1000,
  asked_by: "person:dora",
  ending: null,
  ended_at: null,
  ended_by: null,
  reason: null,
  accepted_at: null,
};

const ended: Row = {
  ...asked,
  id: "transfer-2",
  ending: "denied",
  ended_at: 2000,
  ended_by: "person:elio",
  reason: "Non coltiva",
};

const hex = "0123456789abcdeg".repeat(4);
const says = "refused:shares-fixed";

export const sharesSamples: readonly Sample[] = [
  { table: "share_event", seeds: [subscribed], fresh: paid },
  { table: "share_holding", seeds: [], fresh: holding },
  { table: "share_due", seeds: [], fresh: due },
  {
    table: "share_transfer",
    seeds: [asked, ended],
    fresh: { ...asked, id: "transfer-3", from_id: "member-2", to_id: "member-3" },
  },
];

export const sharesChecks: readonly CheckAttempt[] = [
  ...checksOf("share_event", [
    ["share_event_counts_from_one", { number: 0 }],
    ["share_event_kind_known", { kind: "stolen" }],
    ["share_event_plan_list", { plan: "{}" }],
    ["share_event_at_instant", { at: -1 }],
    ["share_event_digest_hex", { digest: hex }],
  ]),
  ...checksOf("share_holding", [
    ["share_holding_shares_positive", { shares: -1 }],
    ["share_holding_paid_within_subscribed", { paid_cents: 5001 }],
    ["share_holding_contributed_positive", { contributed_cents: -1 }],
    ["share_holding_owed_positive", { owed_cents: -1 }],
  ]),
  ...checksOf("share_due", [
    ["share_due_due_on_day", { due_on: "2026-06-31" }],
    ["share_due_positive", { due_cents: 0 }],
  ]),
  ...checksOf("share_transfer", [
    ["share_transfer_gives_something", { shares: 0 }],
    ["share_transfer_asked_at_instant", { asked_at: -1 }],
    ["share_transfer_ending_known", { ending: "lost", ended_at: 2000, ended_by: "t" }],
    ["share_transfer_ended_later", { ending: "denied", ended_at: 999, ended_by: "t" }],
    ["share_transfer_reason_said", { reason: "" }],
    ["share_transfer_accepted_later", { accepted_at: 999 }],
    ["share_transfer_done_accepted", { ending: "done", ended_at: 2000, ended_by: "t" }],
    ["share_transfer_to_another", { to_id: "member-2" }],
    ["share_transfer_ended_whole", { ending: "denied" }],
  ]),
];

export const sharesRefusals: readonly RefusalAttempt[] = [
  {
    trigger: "share_event_follows",
    says: "refused:shares-changed",
    title: "a movement is written once, even by replacing it",
    by: [replace("share_event", { ...subscribed, shares: 9 })],
  },
  {
    trigger: "share_event_follows",
    says: "refused:shares-changed",
    title: "no number of a movement is skipped",
    by: [insert("share_event", { ...paid, number: 3 })],
  },
  {
    trigger: "share_event_follows",
    says: "refused:share-plan",
    title: "instalments come to what is still to be paid",
    by: [
      insert("share_event", {
        ...subscribed,
        id: 2,
        number: 2,
        plan: '[["2026-04-01",2500]]',
      }),
    ],
  },
  ...fixed("share_event", "shares", says),
  {
    trigger: "share_holding_begins",
    says,
    title: "nobody holds what no movement gave",
    by: [insert("share_holding", holding)],
  },
  {
    trigger: "share_holding_moves",
    says,
    title: "a holding moves by a movement alone",
    by: [statement("UPDATE share_holding SET shares = 9, number = number + 1")],
  },
  {
    trigger: "share_holding_remains",
    says,
    title: "a holding is not removed",
    by: [statement("DELETE FROM share_holding")],
  },
  {
    trigger: "share_due_planned",
    says,
    title: "nothing is due that no movement says",
    by: [insert("share_due", due)],
  },
  ...fixed("share_due", "due_cents", says),
  {
    trigger: "share_transfer_ends_once",
    says: "refused:transfer-ended",
    title: "a transfer that was answered is not answered again",
    by: [statement("UPDATE share_transfer SET ending = 'done' WHERE id = 'transfer-2'")],
  },
  {
    trigger: "share_transfer_accepted_once",
    says: "refused:transfer-accepted",
    title: "what is over is accepted no more",
    by: [statement("UPDATE share_transfer SET accepted_at = 2000 WHERE id = 'transfer-2'")],
  },
  {
    trigger: "share_transfer_remains",
    says,
    title: "that a transfer was asked for is not forgotten",
    by: [statement("DELETE FROM share_transfer")],
  },
];

export const sharesEffects: readonly TriggerEffect[] = [
  {
    trigger: "share_event_moves",
    title: "a movement changes what is held, and says what is due",
    by: [insert("share_event", paid)],
    shows: `SELECT shares, subscribed_cents, paid_cents, number,
      (SELECT sum(due_cents) FROM share_due WHERE member_id = 'member-1')
      FROM share_holding WHERE member_id = 'member-1'`,
    gives: [[2, 5000, 2500, 2, 5000]],
  },
];
