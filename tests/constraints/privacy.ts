import {
  checksOf,
  fixed,
  insert,
  type Row,
  type Sample,
  statement,
  type Trial,
} from "./attempt.ts";

const agreed: Row = {
  person_id: "anna",
  number: 1,
  purpose: "reminders",
  given: 1,
  text_version: 1,
  channel: "page",
  at: 1000,
  paper: null,
  recorded_by: null,
};

const samples: readonly Sample[] = [
  { table: "consent", seeds: [agreed], fresh: { ...agreed, number: 2, given: 0 } },
];

const homeless: Row = {
  id: "house-of-nobody",
  group_id: null,
  coordinates_group: 0,
  low_credit_cents: 0,
  created_at: 1000,
  erased_at: null,
};
const grant = (holder: string): Row => ({
  id: `grant-of-${holder}`,
  holder,
  role: "household",
  subject: "house-of-nobody",
  granted_at: 1000,
  granted_by: "test",
  revoked_at: null,
  revoked_by: null,
});
const house = insert("household", homeless);
const eraseHouse = statement("UPDATE household SET erased_at = 5 WHERE id = 'house-of-nobody'");
const eraseAnna = statement("UPDATE person SET erased_at = 5 WHERE id = 'anna'");
const eraseRossi = statement("UPDATE household SET erased_at = 5 WHERE id = 'rossi'");

export const privacyTrial: Trial = {
  samples,
  checks: checksOf("consent", [
    ["consent_counts_from_one", { number: 0 }],
    ["consent_purpose_sized", { purpose: "" }],
    ["consent_purpose_sized", { purpose: "p".repeat(41) }],
    ["consent_given_or_withdrawn", { given: 2 }],
    ["consent_text_counts", { text_version: 0 }],
    ["consent_channel_known", { channel: "phone" }],
    ["consent_at_instant", { at: -1 }],
    ["consent_paper_numbered", { channel: "paper", paper: "", recorded_by: "person:bruno" }],
    [
      "consent_paper_numbered",
      { channel: "paper", paper: "di Anna Zenti", recorded_by: "person:bruno" },
    ],
    ["consent_paper_recorded", { channel: "paper" }],
    ["consent_paper_recorded", { paper: "12/2026", recorded_by: "person:bruno" }],
    ["consent_paper_recorded", { channel: "paper", paper: "12/2026" }],
  ]),
  refusals: [
    ...fixed("consent", "given", "refused:history-fixed"),
    {
      trigger: "consent_follows",
      says: "refused:consent-changed",
      title: "a consent takes the place of no other",
      by: [insert("consent", { ...agreed, given: 0 })],
    },
    {
      trigger: "household_erased_settled",
      says: "refused:erasure-changed",
      title: "a household with an order or money in its wallet is not erased",
      by: [eraseRossi],
    },
    {
      trigger: "person_erased_whole",
      says: "refused:erasure-changed",
      title: "the last of a household takes it along",
      by: [house, insert("role_grant", grant("anna")), eraseAnna],
    },
    {
      trigger: "person_erased_whole",
      says: "refused:erasure-changed",
      title: "a household in which somebody is left is not taken along",
      by: [
        house,
        insert("role_grant", grant("anna")),
        insert("role_grant", grant("bruno")),
        eraseHouse,
        eraseAnna,
      ],
    },
    {
      trigger: "person_erased_for_good",
      says: "refused:erasure-changed",
      title: "nobody is erased twice, or comes back",
      by: [eraseAnna, statement("UPDATE person SET erased_at = NULL WHERE id = 'anna'")],
    },
  ],
  effects: [],
};
