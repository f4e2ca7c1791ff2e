import {
  checksOf,
  digestOf,
  longName,
  type RefusalAttempt,
  type Row,
  type Sample,
  statement,
  type Trial,
} from "./attempt.ts";

const anna: Row = {
  id: "anna",
  created_at: 1000,
  acts_from: 0,
  suspended_at: null,
  suspended_by: null,
  erased_at: null,
};
const bruno: Row = { ...anna, id: "bruno" };
const dora: Row = { ...anna, id: "dora" };
const elio: Row = { ...anna, id: "elio" };

const profile: Row = { person_id: "anna", name: "Anna Zenti", language: "it" };

const address: Row = {
  id: "address-1",
  person_id: "anna",
  address: "Anna@example.org",
  folded: "anna@example.org",
  added_at: 1000,
  confirmed_at: 1000,
  removed_at: null,
};

const passkey: Row = {
  id: "passkey-1",
  person_id: "anna",
  credential_id: "a-credential-of-anna",
  public_key: "a-public-key-of-anna",
  counter: 5,
  transports: "[]",
  name: "Telefono",
  added_at: 1000,
  last_used_at: null,
  revoked_at: null,
  revoked_by: null,
};

const session: Row = {
  id: "session-1",
  digest: digestOf("1"),
  person_id: "anna",
  kind: "member",
  begun_by: "code",
  device: "Firefox, Linux",
  started_at: 1000,
  seen_at: 1000,
  ended_at: null,
  ended_by: null,
};

const suspension: Row = {
  id: "suspension-1",
  person_id: "anna",
  reason: "Telefono perso",
  suspended_at: 1000,
  suspended_by: "person:bruno",
  lifted_at: null,
  lifted_by: null,
};

const samples: readonly Sample[] = [
  { table: "person", seeds: [anna, bruno, dora, elio], fresh: { ...anna, id: "carla" } },
  { table: "person_profile", seeds: [profile], fresh: { ...profile, person_id: "bruno" } },
  {
    table: "person_email",
    seeds: [address],
    fresh: { ...address, id: "address-2", folded: "bruno@example.org" },
  },
  {
    table: "passkey",
    seeds: [passkey],
    fresh: { ...passkey, id: "passkey-2", credential_id: "another-credential" },
  },
  {
    table: "used_challenge",
    seeds: [{ digest: digestOf("5"), used_at: 1000 }],
    fresh: { digest: digestOf("6"), used_at: 1000 },
  },
  {
    table: "session",
    seeds: [session],
    fresh: { ...session, id: "session-2", digest: digestOf("7") },
  },
  {
    table: "suspension",
    seeds: [suspension],
    fresh: { ...suspension, id: "suspension-2", person_id: "bruno" },
  },
];

const hex = "0123456789abcdeg".repeat(4);

/** What was used up stays so: the first statement uses it, the second tries once more. */
export function spent(trigger: string, says: string, title: string, by: readonly string[]) {
  return { trigger, says, title, by: by.map(statement) } satisfies RefusalAttempt;
}

export const identityTrial: Trial = {
  samples,
  checks: [
    ...checksOf("person", [
      ["person_created_at_instant", { created_at: -1 }],
      ["person_acts_from_instant", { acts_from: -1 }],
      ["person_suspended_by_someone", { suspended_at: 1500 }],
      ["person_suspended_by_someone", { suspended_by: "person:bruno" }],
    ]),
    ...checksOf("person_profile", [
      ["person_profile_name_said", { name: "" }],
      ["person_profile_name_said", { name: longName }],
      ["person_profile_language_known", { language: "de" }],
    ]),
    ...checksOf("person_email", [
      ["person_email_address_sized", { address: "a@" }],
      ["person_email_folded_lower", { folded: "Bruno@example.org" }],
      ["person_email_confirmed_later", { confirmed_at: 999 }],
    ]),
    ...checksOf("passkey", [
      ["passkey_credential_sized", { credential_id: "short" }],
      ["passkey_public_key_sized", { public_key: "short" }],
      ["passkey_counter_counts", { counter: -1 }],
      ["passkey_transports_json", { transports: "usb" }],
      ["passkey_name_said", { name: "" }],
      ["passkey_revoked_by_someone", { revoked_at: 1500 }],
    ]),
    ...checksOf("used_challenge", [["used_challenge_digest_hex", { digest: hex }]]),
    ...checksOf("session", [
      ["session_digest_hex", { digest: hex }],
      ["session_kind_known", { kind: "admin" }],
      ["session_begun_by_known", { begun_by: "password" }],
      ["session_device_sized", { device: longName }],
      ["session_seen_later", { seen_at: 999 }],
      ["session_ended_by_someone", { ended_at: 1500 }],
    ]),
    ...checksOf("suspension", [
      ["suspension_reason_said", { reason: "" }],
      ["suspension_lifted_later", { lifted_at: 999, lifted_by: "person:bruno" }],
      ["suspension_lifted_by_someone", { lifted_at: 1500 }],
    ]),
  ],
  refusals: [
    spent("passkey_counts_up", "refused:passkey-counter", "a counter does not go back", [
      "UPDATE passkey SET counter = 4",
    ]),
    spent("passkey_counts_up", "refused:passkey-counter", "a counter does not stand still", [
      "UPDATE passkey SET counter = 5",
    ]),
    spent("passkey_revoked_for_good", "refused:passkey-revoked", "a revoked passkey stays so", [
      "UPDATE passkey SET revoked_at = 1500, revoked_by = 'person:anna'",
      "UPDATE passkey SET revoked_at = NULL, revoked_by = NULL",
    ]),
    spent("session_ended_for_good", "refused:session-ended", "an ended session stays ended", [
      "UPDATE session SET ended_at = 1500, ended_by = 'person:anna'",
      "UPDATE session SET ended_at = NULL, ended_by = NULL",
    ]),
  ],
  effects: [],
};
