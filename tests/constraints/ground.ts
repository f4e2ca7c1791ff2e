import {
  checksOf,
  digestOf,
  fixed,
  insert,
  longName,
  replace,
  type Row,
  type Sample,
  type Trial,
} from "./attempt.ts";

const token: Row = {
  id: "token-1",
  digest: digestOf("1"),
  label: "Cassa della Loggia",
  person_id: null,
  created_at: 1000,
  created_by: "officer",
  expires_at: 2000,
  revoked_at: null,
  revoked_by: null,
};

const grant: Row = {
  id: "grant-1",
  holder: "token-1",
  role: "hub",
  subject: "loggia",
  granted_at: 1000,
  granted_by: "officer",
  revoked_at: null,
  revoked_by: null,
};

const answer: Row = {
  actor: "token-1",
  key: "first",
  request_hash: digestOf("2"),
  status: 201,
  body: "{}",
  at: 1000,
};

const mail: Row = {
  topic: "mail",
  key: "order-sheet:malga",
  payload: "{}",
  created_at: 1000,
  due_at: 1000,
  attempts: 0,
  last_error: null,
  done_at: null,
  dead_at: null,
};

const rule: Row = {
  id: 1,
  key: "network-fee",
  subject: "",
  version: 1,
  value: "650",
  effective_at: 1000,
  expires_at: null,
  decided_at: 1000,
  decided_by: "officer",
  reason: "Costituzione della rete",
  proposal_id: null,
  digest: digestOf("3"),
};

const seal: Row = {
  chain: "rules",
  number: 1,
  from_id: 1,
  to_id: 10,
  root: digestOf("4"),
  previous: digestOf("0"),
  digest: digestOf("5"),
  sealed_at: 1000,
};

const network: Row = {
  id: 1,
  name: "Filiera Veronetta",
  currency: "EUR",
  contact_email: null,
  legal_name: null,
  tax_code: null,
  seat: null,
  created_at: 1000,
};

const nextRule: Row = { ...rule, id: 2, version: 2, value: "700", effective_at: 2000 };
const nextSeal: Row = {
  ...seal,
  number: 2,
  from_id: 11,
  to_id: 20,
  previous: digestOf("5"),
  digest: digestOf("6"),
};

const samples: readonly Sample[] = [
  { table: "network", seeds: [network], fresh: network },
  {
    table: "access_token",
    seeds: [token],
    fresh: { ...token, id: "token-2", digest: digestOf("a") },
  },
  { table: "role_grant", seeds: [grant], fresh: { ...grant, id: "grant-2", subject: "malga" } },
  { table: "op_log", seeds: [answer], fresh: { ...answer, key: "second" } },
  {
    table: "outbox",
    seeds: [{ id: 1, ...mail }],
    fresh: { id: 2, ...mail, key: "order-sheet:forno" },
  },
  { table: "rule_version", seeds: [rule], fresh: nextRule },
  { table: "seal", seeds: [seal], fresh: nextSeal },
  {
    table: "job_run",
    seeds: [{ job: "close-cycles", last_at: 1000 }],
    fresh: { job: "drain-outbox", last_at: 1000 },
  },
];

const hex = "0123456789abcdeg".repeat(4);

export const groundTrial: Trial = {
  samples,
  checks: [
    ...checksOf("network", [
      ["network_is_one", { id: 2 }],
      ["network_name_said", { name: "" }],
      ["network_name_said", { name: longName }],
      ["network_currency_euro", { currency: "CHF" }],
      ["network_iban_kept", { iban: "IT60 X054 2811 1010 0000 0123 456" }],
      ["network_created_at_instant", { created_at: -1 }],
    ]),
    ...checksOf("access_token", [
      ["access_token_digest_hex", { digest: "abc" }],
      ["access_token_digest_hex", { digest: hex }],
      ["access_token_label_said", { label: "" }],
      ["access_token_expires_later", { expires_at: 1000 }],
      ["access_token_revoked_by_someone", { revoked_at: 1500 }],
      ["access_token_revoked_by_someone", { revoked_by: "officer" }],
    ]),
    ...checksOf("role_grant", [
      ["role_grant_role_known", { role: "king" }],
      ["role_grant_subject_fits", { role: "treasurer" }],
      ["role_grant_subject_fits", { subject: "" }],
      ["role_grant_revoked_by_someone", { revoked_at: 1500 }],
    ]),
    ...checksOf("op_log", [
      ["op_log_key_sized", { key: "" }],
      ["op_log_key_sized", { key: "k".repeat(201) }],
      ["op_log_hash_hex", { request_hash: hex }],
      ["op_log_status_http", { status: 199 }],
      ["op_log_status_http", { status: 600 }],
      ["op_log_body_json", { body: "{" }],
    ]),
    ...checksOf("outbox", [
      ["outbox_topic_known", { topic: "telegram" }],
      ["outbox_payload_json", { payload: "ciao" }],
      ["outbox_attempts_counted", { attempts: -1 }],
      ["outbox_done_or_dead", { done_at: 1500, dead_at: 1500 }],
    ]),
    ...checksOf("rule_version", [
      ["rule_version_counts_from_one", { version: 0 }],
      ["rule_version_digest_hex", { digest: hex }],
      ["rule_version_not_in_the_past", { effective_at: 999 }],
      ["rule_version_expires_later", { expires_at: 2000 }],
      ["rule_version_voted_for_good", { expires_at: 3000, proposal_id: "proposal-1" }],
    ]),
    ...checksOf("seal", [
      ["seal_chain_known", { chain: "votes" }],
      ["seal_counts_from_one", { number: 0 }],
      ["seal_root_hex", { root: hex }],
      ["seal_previous_hex", { previous: hex }],
      ["seal_digest_hex", { digest: hex }],
      ["seal_goes_forward", { to_id: 10 }],
    ]),
    ...checksOf("job_run", [["job_run_last_at_instant", { last_at: -1 }]]),
  ],
  refusals: [
    {
      trigger: "rule_version_follows",
      says: "refused:rule-changed",
      title: "a version of a rule is set once, even by replacing it",
      by: [replace("rule_version", { ...rule, value: "0" })],
    },
    {
      trigger: "rule_version_follows",
      says: "refused:rule-changed",
      title: "no version of a rule is skipped",
      by: [insert("rule_version", { ...nextRule, version: 3 })],
    },
    {
      trigger: "rule_version_follows",
      says: "refused:rule-changed",
      title: "a version does not come into force before the one it follows",
      by: [insert("rule_version", { ...nextRule, decided_at: 999, effective_at: 999 })],
    },
    ...fixed("rule_version", "value", "refused:rule-history-fixed"),
    {
      trigger: "seal_follows",
      says: "refused:seal-exists",
      title: "a seal is set once, even by replacing it",
      by: [replace("seal", { ...seal, root: digestOf("e") })],
    },
    {
      trigger: "seal_follows",
      says: "refused:seal-does-not-follow",
      title: "a seal begins where the one before it ends",
      by: [insert("seal", { ...nextSeal, from_id: 12 })],
    },
    {
      trigger: "seal_follows",
      says: "refused:seal-does-not-follow",
      title: "a seal names the one before it",
      by: [insert("seal", { ...nextSeal, previous: digestOf("0") })],
    },
    {
      trigger: "seal_follows",
      says: "refused:seal-does-not-follow",
      title: "the first seal begins with the first row",
      by: [insert("seal", { ...seal, chain: "ledger", from_id: 2 })],
    },
    ...fixed("seal", "root", "refused:seal-fixed"),
  ],
  effects: [],
};
