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

const largest = Number.MAX_SAFE_INTEGER;

const till: Row = { id: 1, code: "cash:porch", type: "asset", opened_at: 1000 };
const wallet: Row = { id: 2, code: "wallet:rossi", type: "liability", opened_at: 1000 };
const fees: Row = { id: 3, code: "income:delivery", type: "income", opened_at: 1000 };

const bank: Row = { id: 5, code: "bank", type: "asset", opened_at: 1000 };
const before: Row = { id: 6, code: "opening", type: "equity", opened_at: 1000 };

const topUp: Row = {
  id: 1,
  ref: "top-up:1",
  kind: "top-up",
  business_date: "2026-06-05",
  posted_at: 1000,
  actor: "treasurer",
  cycle_id: null,
  order_id: null,
  resolves: "hold:1",
  reverses: "top-up:0",
  rules: "{}",
  legs: '[["cash:porch",500],["wallet:rossi",-500]]',
  digest: digestOf("1"),
};

const opening: Row = {
  ...topUp,
  id: 2,
  ref: "opening:1",
  resolves: null,
  reverses: null,
  legs: '[["bank",9],["opening",-9]]',
};

const next: Row = { ...topUp, id: 3, ref: "top-up:2", resolves: "hold:2", reverses: "top-up:1" };
const posting = (change: Row) => insert("ledger_tx", { ...next, ...change });

const samples: readonly Sample[] = [
  {
    table: "ledger_account",
    seeds: [till, wallet, fees, bank, before],
    fresh: { ...wallet, id: 7, code: "wallet:bianchi" },
  },
  { table: "ledger_tx", seeds: [topUp, opening], fresh: next },
  {
    table: "ledger_entry",
    seeds: [],
    fresh: { tx_id: 1, leg: 2, account_id: 3, amount_cents: 5 },
  },
  { table: "ledger_balance", seeds: [], fresh: { account_id: 3, posted_cents: 5, tx_id: 1 } },
  {
    table: "posting_note",
    seeds: [{ ref: "opening:1", note: "from the old books" }],
    fresh: { ref: "top-up:1", note: "brought in cash" },
  },
  {
    table: "fiscal_period",
    seeds: [{ year: 2024, closed_at: 1000, closed_by: "treasurer" }],
    fresh: { year: 2025, closed_at: 1000, closed_by: "treasurer" },
  },
];

const refused = "refused:ledger-fixed";

export const ledgerTrial: Trial = {
  samples,
  checks: [
    ...checksOf("ledger_account", [
      ["ledger_account_code_sized", { code: "" }],
      ["ledger_account_type_known", { type: "dream" }],
    ]),
    ...checksOf("ledger_tx", [
      ["ledger_tx_ref_sized", { ref: "" }],
      ["ledger_tx_business_date_is_day", { business_date: "2026-02-30" }],
      ["ledger_tx_rules_json", { rules: "fee" }],
      ["ledger_tx_legs_json", { legs: '[["cash:porch",500]]' }],
      ["ledger_tx_legs_json", { legs: "{}" }],
      ["ledger_tx_digest_hex", { digest: "d" }],
      [
        "ledger_balance_in_range",
        { legs: `[["cash:porch",${largest}],["wallet:rossi",${-largest}]]` },
      ],
    ]),
    ...checksOf("ledger_entry", [
      ["ledger_entry_amount_moves_something", { amount_cents: 0 }],
      ["ledger_entry_amount_moves_something", { amount_cents: largest + 1 }],
      ["ledger_entry_amount_moves_something", { amount_cents: -largest - 1 }],
    ]),
    ...checksOf("ledger_balance", [
      ["ledger_balance_in_range", { posted_cents: largest + 1 }],
      ["ledger_balance_in_range", { posted_cents: -largest - 1 }],
    ]),
    ...checksOf("posting_note", [
      ["posting_note_said", { note: "" }],
      ["posting_note_said", { note: "n".repeat(301) }],
    ]),
    ...checksOf("fiscal_period", [
      ["fiscal_period_year_sane", { year: 1999 }],
      ["fiscal_period_year_sane", { year: 10_000 }],
    ]),
  ],
  refusals: [
    {
      trigger: "checkout_ends_once",
      says: "refused:checkout-ended",
      title: "a checkout that expired places no order",
      by: [
        statement("UPDATE checkout SET ended_at = 1"),
        statement("UPDATE checkout SET ended_at = 2"),
      ],
    },
    ...fixed("ledger_account", "type", refused),
    ...fixed("ledger_tx", "legs", refused),
    ...fixed("ledger_entry", "amount_cents", refused),
    ...fixed("fiscal_period", "closed_at", refused),
    {
      trigger: "fiscal_period_once",
      says: refused,
      title: "who closed a year stays written",
      by: [replace("fiscal_period", { year: 2024, closed_at: 9, closed_by: "nobody" })],
    },
    {
      trigger: "ledger_tx_checked",
      says: "refused:posting-repeated",
      title: "a posting is made once",
      by: [posting({ ref: "top-up:1" })],
    },
    {
      trigger: "ledger_tx_checked",
      says: "refused:posting-resolved-twice",
      title: "a hold is resolved once",
      by: [posting({ resolves: "hold:1" })],
    },
    {
      trigger: "ledger_tx_checked",
      says: "refused:posting-reversed-twice",
      title: "a posting is reversed once",
      by: [posting({ reverses: "top-up:0" })],
    },
    {
      trigger: "ledger_tx_checked",
      says: "refused:posting-legs",
      title: "an amount is whole cents",
      by: [posting({ legs: '[["cash:porch",0.5],["wallet:rossi",-0.5]]' })],
    },
    {
      trigger: "ledger_tx_posts",
      says: "refused:posting-unbalanced",
      title: "a posting balances",
      by: [posting({ legs: '[["cash:porch",500],["wallet:rossi",-499]]' })],
    },
    {
      trigger: "ledger_tx_posts",
      says: "refused:posting-account",
      title: "a posting moves accounts that exist",
      by: [posting({ legs: '[["cash:porch",5],["wallet:nobody",-5]]' })],
    },
    {
      trigger: "ledger_tx_checked",
      says: "refused:period-closed",
      title: "a closed year takes no posting",
      by: [posting({ business_date: "2024-12-31" })],
    },
    {
      trigger: "ledger_tx_posts",
      says: "refused:posting-gap",
      title: "postings are numbered without a gap",
      by: [posting({ id: 4 })],
    },
    {
      trigger: "ledger_tx_posts",
      says: "refused:account-limit",
      title: "a wallet does not pass the floor that the posting names",
      by: [posting({ legs: '[["wallet:rossi",501,0],["income:delivery",-501]]' })],
    },
    {
      trigger: "ledger_entry_checked",
      says: refused,
      title: "a posting gets no further leg",
      by: [insert("ledger_entry", { tx_id: 1, leg: 2, account_id: 3, amount_cents: 5 })],
    },
    {
      trigger: "ledger_balance_opens",
      says: refused,
      title: "a balance is not replaced",
      by: [replace("ledger_balance", { account_id: 2, posted_cents: -9, tx_id: 1 })],
    },
    {
      trigger: "ledger_balance_moves",
      says: refused,
      title: "a balance is not rewritten",
      by: [statement("UPDATE ledger_balance SET posted_cents = 0")],
    },
    {
      trigger: "ledger_balance_remains",
      says: refused,
      title: "a balance is not removed",
      by: [statement("DELETE FROM ledger_balance")],
    },
  ],
  effects: [
    {
      trigger: "ledger_account_once",
      title: "an account opened again stays as it was, even by replacing it",
      by: [replace("ledger_account", { ...wallet, type: "asset", opened_at: 2000 })],
      shows: "SELECT id, code, type, opened_at FROM ledger_account WHERE code = 'wallet:rossi'",
      gives: [[2, "wallet:rossi", "liability", 1000]],
    },
    {
      trigger: "ledger_tx_posts",
      title: "a posting writes its own entries",
      by: [posting({ legs: '[["wallet:rossi",500,0],["income:delivery",-500]]' })],
      shows: "SELECT leg, account_id, amount_cents FROM ledger_entry WHERE tx_id = 3 ORDER BY leg",
      gives: [
        [0, 2, 500],
        [1, 3, -500],
      ],
    },
    {
      trigger: "ledger_entry_posts",
      title: "an entry moves the balance of its account",
      by: [posting({ legs: '[["wallet:rossi",200],["income:delivery",-200]]' })],
      shows: "SELECT account_id, posted_cents, tx_id FROM ledger_balance ORDER BY account_id",
      gives: [
        [1, 500, 1],
        [2, -300, 3],
        [3, -200, 3],
        [5, 9, 2],
        [6, -9, 2],
      ],
    },
  ],
};
