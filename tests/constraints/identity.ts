import {
  checksOf,
  digestOf,
  insert,
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

const code: Row = {
  id: "code-1",
  purpose: "sign-in",
  person_id: null,
  folded: "anna@example.org",
  digest: digestOf("2"),
  sent_at: 1000,
  expires_at: 2000,
  tries: 0,
  used_at: null,
};

const invitation: Row = {
  id: "invitation-1",
  digest: digestOf("3"),
  person_id: "anna",
  kind: "mail",
  made_at: 1000,
  made_by: "person:bruno",
  expires_at: 2000,
  used_at: null,
  withdrawn_at: null,
};

const second: Row = {
  id: "second-1",
  act_hash: digestOf("4"),
  act: "roles.grant",
  request: "POST /api/v1/people",
  asked_by: "anna",
  asked_at: 1000,
  expires_at: 2000,
  signed_by: null,
  signed_at: null,
  used_at: null,
  withdrawn_at: null,
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

const office: Row = {
  id: "office-1",
  holder: "anna",
  role: "officer",
  subject: "",
  granted_at: 1000,
  granted_by: "setup",
  revoked_at: null,
  revoked_by: null,
};

const signed: Row = { ...second, id: "second-2", signed_by: "bruno", signed_at: 1500 };

const samples: readonly Sample[] = [
  { table: "person", seeds: [anna, bruno], fresh: { ...anna, id: "carla" } },
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
  { table: "mail_code", seeds: [code], fresh: { ...code, id: "code-2" } },
  {
    table: "invitation",
    seeds: [invitation],
    fresh: { ...invitation, id: "invitation-2", digest: digestOf("8") },
  },
  { table: "countersignature", seeds: [second], fresh: signed },
  {
    table: "suspension",
    seeds: [suspension],
    fresh: { ...suspension, id: "suspension-2", person_id: "bruno" },
  },
];

const hex = "0123456789abcdeg".repeat(4);

/** What was used up stays so: the first statement uses it, the second tries once more. */
function spent(trigger: string, says: string, title: string, by: readonly string[]) {
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
    ...checksOf("mail_code", [
      ["mail_code_purpose_known", { purpose: "vote" }],
      ["mail_code_folded_lower", { folded: "Anna@example.org" }],
      ["mail_code_digest_hex", { digest: hex }],
      ["mail_code_expires_later", { expires_at: 1000 }],
      ["mail_code_tries_few", { tries: 6 }],
    ]),
    ...checksOf("invitation", [
      ["invitation_digest_hex", { digest: hex }],
      ["invitation_kind_known", { kind: "telegram" }],
      ["invitation_expires_later", { expires_at: 1000 }],
      ["invitation_used_or_withdrawn", { used_at: 1500, withdrawn_at: 1500 }],
    ]),
    ...checksOf("countersignature", [
      ["countersignature_hash_hex", { act_hash: hex }],
      ["countersignature_act_said", { act: "" }],
      ["countersignature_request_sized", { request: "" }],
      ["countersignature_expires_later", { expires_at: 1000 }],
      ["countersignature_by_another", { signed_by: "anna" }],
      ["countersignature_signed_by_someone", { signed_by: null }],
      ["countersignature_used_when_signed", { signed_by: null, signed_at: null, used_at: 1600 }],
      ["countersignature_used_or_withdrawn", { used_at: 1600, withdrawn_at: 1600 }],
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
    spent("mail_code_used_once", "refused:code-spent", "a code is used once", [
      "UPDATE mail_code SET used_at = 1500",
      "UPDATE mail_code SET tries = tries + 1",
    ]),
    spent("invitation_used_once", "refused:invitation-spent", "an invitation is used once", [
      "UPDATE invitation SET used_at = 1500",
      "UPDATE invitation SET used_at = 1600",
    ]),
    spent(
      "countersignature_used_once",
      "refused:countersignature-spent",
      "a second signature serves one act",
      [
        `UPDATE countersignature SET signed_by = 'bruno', signed_at = 1400, used_at = 1500`,
        "UPDATE countersignature SET used_at = 1600",
      ],
    ),
    spent(
      "countersignature_signed_once",
      "refused:countersignature-closed",
      "what was withdrawn is signed by nobody",
      [
        "UPDATE countersignature SET withdrawn_at = 1400",
        "UPDATE countersignature SET signed_by = 'bruno', signed_at = 1500",
      ],
    ),
    spent(
      "countersignature_says_the_same",
      "refused:countersignature-fixed",
      "what is to be signed stays word for word",
      ["UPDATE countersignature SET request = 'POST /api/v1/tokens'"],
    ),
    {
      trigger: "role_grant_last_officer",
      says: "refused:last-officer",
      title: "the last officer keeps the office",
      by: [
        insert("role_grant", office),
        statement(
          "UPDATE role_grant SET revoked_at = 1500, revoked_by = 'x' WHERE role = 'officer'",
        ),
      ],
    },
    {
      trigger: "person_last_officer",
      says: "refused:last-officer",
      title: "the last officer is not suspended",
      by: [
        insert("role_grant", office),
        statement("UPDATE person SET suspended_at = 1500, suspended_by = 'x' WHERE id = 'anna'"),
      ],
    },
  ],
  effects: [],
};
