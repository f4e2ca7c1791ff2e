import {
  checksOf,
  digestOf,
  insert,
  type Row,
  type Sample,
  statement,
  type Trial,
} from "./attempt.ts";
import { spent } from "./identity.ts";

const code: Row = {
  id: "code-1",
  purpose: "sign-in",
  person_id: null,
  folded: "anna@example.org",
  asker: "net:home",
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

const signed: Row = { ...second, id: "second-2", signed_by: "bruno", signed_at: 1500 };

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

const samples: readonly Sample[] = [
  { table: "mail_code", seeds: [code], fresh: { ...code, id: "code-2" } },
  {
    table: "invitation",
    seeds: [invitation],
    fresh: { ...invitation, id: "invitation-2", digest: digestOf("8") },
  },
  { table: "countersignature", seeds: [second], fresh: signed },
];

/** So many codes to one address, as an SQL expression of `i` says who asks for each. */
const codes = (many: number, asker: string) => `WITH RECURSIVE n(i) AS (
    VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${many}
  ) INSERT INTO mail_code (id, purpose, folded, asker, digest, sent_at, expires_at)
  SELECT 'hourly-' || i, 'sign-in', 'carla@example.org', ${asker}, printf('%064d', i), 5000 + i,
    9000 FROM n`;

const hex = "0123456789abcdeg".repeat(4);

/** Codes, invitations and second signatures: what lets somebody in, once. */
export const signInTrial: Trial = {
  samples,
  checks: [
    ...checksOf("mail_code", [
      ["mail_code_purpose_known", { purpose: "vote" }],
      ["mail_code_folded_lower", { folded: "Anna@example.org" }],
      ["mail_code_asker_known", { asker: "anybody" }],
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
  ],
  refusals: [
    spent("person_email_last", "refused:last-address", "the last address of a person stays", [
      "UPDATE person_email SET removed_at = 1500",
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
      trigger: "mail_code_few_an_hour",
      says: "refused:codes-many",
      title: "an address gets five codes an hour for who asks, and no sixth",
      by: [statement(codes(6, "'net:home'"))],
    },
    {
      trigger: "mail_code_few_an_hour",
      says: "refused:codes-many",
      title: "a known browser has five and no sixth",
      by: [statement(codes(6, "'browser:of-carla'"))],
    },
    {
      trigger: "mail_code_few_an_hour",
      says: "refused:codes-many",
      title: "strangers from many networks have fifteen and no sixteenth",
      by: [statement(codes(16, "'net:' || i"))],
    },
    {
      trigger: "passkey_last_of_office",
      says: "refused:last-passkey",
      title: "who holds an office does not take away the last passkey they have",
      by: [
        insert("role_grant", { ...office, role: "treasurer" }),
        statement("DELETE FROM passkey WHERE id <> 'passkey-1'"),
        statement("UPDATE passkey SET revoked_at = 1500, revoked_by = 'person:anna'"),
      ],
    },
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
