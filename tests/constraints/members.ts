import {
  checksOf,
  digestOf,
  fixed,
  insert,
  longName,
  replace,
  type Row,
  statement,
  type Trial,
} from "./attempt.ts";
import { sharesChecks, sharesEffects, sharesRefusals, sharesSamples } from "./shares.ts";

const applied: Row = {
  id: "member-1",
  kind: "natural",
  person_id: "dora",
  enterprise_id: null,
  class: "consumer",
  own_members: null,
  asked_shares: 1,
  asked_instalments: 1,
  applied_at: 1000,
  decision: null,
  decided_at: null,
  appealed_at: null,
  book_no: null,
  enrolled_on: null,
  suspended_at: null,
  exit_asked_at: null,
  ending: null,
  ended_at: null,
  opposed_at: null,
  version: 1,
};

const admitted: Row = {
  ...applied,
  decision: "admitted",
  decided_at: 2000,
  book_no: 1,
  enrolled_on: "2026-03-01",
  version: 2,
};

const dairy: Row = {
  ...admitted,
  id: "member-2",
  kind: "legal",
  enterprise_id: "malga",
  class: "producer",
  own_members: 12,
  book_no: 2,
};

const left: Row = {
  ...admitted,
  id: "member-3",
  person_id: "elio",
  book_no: 3,
  ending: "excluded",
  ended_at: 3000,
};

/** In the book again after they left it. */
const backAgain: Row = { ...admitted, id: "member-5", person_id: "elio", book_no: 5 };

const identity: Row = {
  member_id: "member-1",
  name: "Dora Zenti",
  tax_code: "ZNTDRO80A41L781P",
  born_on: "1980-01-01",
  born_in: "Verona",
  represented_by: null,
  street: "via Cantarane 27",
  postcode: "37129",
  town: "Verona",
  salt: "a-salt-that-nobody-guesses",
};

const event: Row = {
  id: 1,
  member_id: "member-1",
  number: 1,
  kind: "applied",
  ground: "",
  detail: "{}",
  at: 1000,
  actor: "person:dora",
  digest: digestOf("1"),
};
const next: Row = { ...event, id: 2, number: 2, kind: "admitted" };

const hex = "0123456789abcdeg".repeat(4);
const book = "refused:book-fixed";
const already = "refused:member-already";

/** Who is in the members' book, and what they hold. */
export const membersTrial: Trial = {
  samples: [
    {
      table: "member",
      seeds: [admitted, dairy, left],
      fresh: { ...admitted, id: "member-4", kind: "legal", book_no: 4 },
    },
    {
      table: "member_identity",
      seeds: [identity],
      fresh: { ...identity, member_id: "member-2" },
    },
    { table: "member_event", seeds: [event], fresh: { ...next, id: 3, number: 3 } },
    {
      table: "member_event_words",
      seeds: [{ event_id: 1, words: "Vorrei dare una mano" }],
      fresh: { event_id: 2, words: "Vorrei dare una mano" },
      afterwards: `INSERT INTO member_event
        SELECT 2, member_id, 2, 'admitted', ground, detail, at, actor, digest FROM member_event`,
    },
    ...sharesSamples,
  ],
  checks: [
    ...checksOf("member", [
      ["member_kind_known", { kind: "robot" }],
      ["member_class_known", { class: "king" }],
      ["member_own_members_counted", { own_members: 0 }],
      ["member_asks_for_a_share", { asked_shares: 0 }],
      ["member_asked_instalments_few", { asked_instalments: 61 }],
      ["member_applied_at_instant", { applied_at: -1 }],
      ["member_decision_known", { decision: "lost", book_no: null, enrolled_on: null }],
      ["member_decided_later", { decided_at: 999 }],
      ["member_appealed_later", { appealed_at: 999 }],
      ["member_book_no_counts", { book_no: 0 }],
      ["member_enrolled_on_day", { enrolled_on: "2026-02-30" }],
      ["member_ending_known", { ending: "lost", ended_at: 3000 }],
      ["member_ended_later", { ending: "exited", ended_at: 1999 }],
      ["member_opposed_later", { ending: "excluded", ended_at: 3000, opposed_at: 2999 }],
      ["member_version_counts", { version: 0 }],
      ["member_decided_whole", { decided_at: null }],
      ["member_admitted_enrolled", { enrolled_on: null }],
      ["member_admitted_enrolled", { decision: "refused" }],
      [
        "member_in_before_out",
        { decision: "refused", book_no: null, enrolled_on: null, suspended_at: 3000 },
      ],
      ["member_ended_whole", { ending: "exited" }],
      ["member_opposed_when_excluded", { ending: "exited", ended_at: 3000, opposed_at: 3000 }],
      ["member_of_its_own", { kind: "natural", own_members: 3 }],
    ]),
    ...checksOf("member_identity", [
      ["member_identity_name_said", { name: "" }],
      ["member_identity_name_said", { name: longName }],
      ["member_identity_tax_code_sized", { tax_code: "ZNT" }],
      ["member_identity_born_on_day", { born_on: "1980" }],
      ["member_identity_salt_sized", { salt: "short" }],
    ]),
    ...checksOf("member_event", [
      ["member_event_counts_from_one", { number: 0 }],
      ["member_event_kind_known", { kind: "crowned" }],
      ["member_event_detail_object", { detail: "[]" }],
      ["member_event_at_instant", { at: -1 }],
      ["member_event_digest_hex", { digest: hex }],
    ]),
    ...checksOf("member_event_words", [["member_event_words_said", { words: "" }]]),
    ...sharesChecks,
  ],
  refusals: [
    {
      trigger: "member_once",
      says: already,
      title: "nobody is in the book twice at a time",
      by: [insert("member", { ...admitted, id: "member-5", book_no: 5 })],
    },
    {
      trigger: "member_once",
      says: already,
      title: "an enterprise is in the book once at a time",
      by: [insert("member", { ...dairy, id: "member-5", book_no: 5, person_id: "elio" })],
    },
    {
      trigger: "member_once",
      says: already,
      title: "a membership is not replaced",
      by: [replace("member", { ...left, enrolled_on: "2020-01-01" })],
    },
    {
      trigger: "member_follows",
      says: "refused:member-changed",
      title: "what is decided on what a membership no longer is, is decided anew",
      by: [statement("UPDATE member SET suspended_at = 5000 WHERE id = 'member-1'")],
    },
    {
      trigger: "member_back_once",
      says: already,
      title: "an exclusion is not annulled for somebody who is in again",
      by: [
        insert("member", backAgain),
        statement(`UPDATE member SET ending = NULL, ended_at = NULL, version = version + 1
          WHERE id = 'member-3'`),
      ],
    },
    {
      trigger: "member_entry_stays",
      says: book,
      title: "the day of an entry stays as it was",
      by: [
        statement(`UPDATE member SET enrolled_on = '2020-01-01', version = version + 1
          WHERE id = 'member-1'`),
      ],
    },
    {
      trigger: "member_remains",
      says: book,
      title: "nobody is taken out of the book",
      by: [statement("DELETE FROM member WHERE id = 'member-3'")],
    },
    {
      trigger: "member_identity_once",
      says: "refused:tax-code-taken",
      title: "two members do not have one tax code",
      by: [insert("member_identity", { ...identity, member_id: "member-2" })],
    },
    {
      trigger: "member_event_follows",
      says: "refused:member-changed",
      title: "an entry is made once, even by replacing it",
      by: [replace("member_event", { ...event, ground: "other" })],
    },
    {
      trigger: "member_event_follows",
      says: "refused:member-changed",
      title: "no number of an entry is skipped",
      by: [insert("member_event", { ...next, id: 9, number: 5 })],
    },
    ...fixed("member_event", "detail", book),
    {
      trigger: "person_erased_not_a_member",
      says: "refused:erasure-changed",
      title: "who is in the book leaves it before being erased",
      by: [statement("UPDATE person SET erased_at = 9000 WHERE id = 'dora'")],
    },
    ...sharesRefusals,
  ],
  effects: sharesEffects,
};
