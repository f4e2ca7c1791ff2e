import { digestOf, type Row, type Sample } from "./attempt.ts";
import { call as openCall } from "./call-rows.ts";

/** The call of `openCall` is open to ballots from 4000 to 5000; this one to secret ones. */
const inSecret: Row = { proposal_id: "elected", call_number: 1 };
const inTheOpen: Row = { proposal_id: "voted", call_number: 1 };

export const tracker = (digit: string): string => digit.repeat(26);

export const papers: Row = {
  ...inTheOpen,
  number: 1,
  papers: 1,
  entered_by: "anna",
  seconded_by: "bruno",
  entered_at: 4500,
};

export const ballot: Row = {
  ...inTheOpen,
  number: 1,
  tracker: tracker("1"),
  member_id: "member-1",
  by_member: "member-2",
  nth: 1,
  choice: '{"vote":"yes"}',
  cast_at: 4100,
  paper: null,
  digest: digestOf("1"),
};
const objection: Row = {
  ...ballot,
  number: 2,
  tracker: tracker("2"),
  member_id: "member-2",
  choice: '{"reason":"manca il preventivo","vote":"objection"}',
};
/** Takes the objection back. */
export const back: Row = {
  ...objection,
  number: 3,
  nth: 2,
  tracker: tracker("3"),
  choice: '{"vote":"consent"}',
};

export const used: Row = { ...inSecret, member_id: "member-1" };

export const secret: Row = {
  ...inSecret,
  mark: tracker("a"),
  class: "",
  basis: "head",
  weight_num: 1,
  weight_den: 1,
  choice: '{"vote":"no"}',
  digest: digestOf("a"),
};

export const receipt: Row = { ...inSecret, tracker: tracker("b"), digest: digestOf("b") };

export const seal: Row = {
  ...inTheOpen,
  number: 1,
  from_row: 1,
  to_row: 1,
  root: digestOf("2"),
  previous: digestOf("0"),
  sealed_at: 4200,
  digest: digestOf("3"),
};
export const nextSeal: Row = {
  ...seal,
  number: 2,
  from_row: 2,
  to_row: 2,
  previous: digestOf("3"),
  digest: digestOf("4"),
};

export const box: Row = { ...inTheOpen, ballots: 2, root: digestOf("3"), closed_at: 5000 };
const emptyBox: Row = {
  ...box,
  proposal_id: "refounded",
  ballots: 0,
  root: digestOf("0"),
};

const SECRECY: Readonly<Record<string, string>> = {
  elected: "'detached'",
  refounded: "'detached'",
  blinded: "'blind'",
  unseen: "'blind'",
};

/** As many times one digit. */
export const hexOf = (digit: string, length: number): string => digit.repeat(length);

const KEY = `'${hexOf("7", 512)}'`;

/** Further calls: a secret one, one that nobody answers, and two blind ones. */
const FURTHER_CALLS = ["elected", "refounded", "blinded", "unseen"].map(
  (id, at) => `
  INSERT INTO proposal (id, number, author_id, policy_code, policy_version, subject, created_at,
      submitted_at, endorsed_at)
    SELECT '${id}', ${60 + at}, author_id, policy_code, policy_version, subject, created_at,
      submitted_at, endorsed_at FROM proposal WHERE id = 'voted';
  INSERT INTO proposal_version
    SELECT '${id}', version, title, body, actions, options, digest, written_at, written_by
    FROM proposal_version WHERE proposal_id = 'voted';
  INSERT INTO electorate_row
    SELECT '${id}', call_number, member_id, class, basis, weight_num, weight_den, reason, may_hold,
      salt, digest FROM electorate_row WHERE proposal_id = 'voted' AND call_number = 1;
  INSERT INTO vote_call (${Object.keys(openCall).join(", ")}, token_key)
    SELECT ${Object.keys(openCall)
      .map((name) => (name === "proposal_id" ? `'${id}'` : name))
      .map((name) => (name === "secrecy" ? SECRECY[id] : name))
      .join(", ")}, ${SECRECY[id] === "'blind'" ? KEY : "NULL"}
    FROM vote_call WHERE proposal_id = 'voted' AND number = 1;`,
);

export const ballotsSamples: readonly Sample[] = [
  {
    table: "paper_batch",
    seeds: [papers],
    fresh: { ...papers, number: 2 },
    afterwards: FURTHER_CALLS.join("\n"),
  },
  { table: "ballot", seeds: [ballot, objection], fresh: { ...back, paper: 1 } },
  { table: "voted", seeds: [used], fresh: { ...used, member_id: "member-2" } },
  { table: "secret_ballot", seeds: [secret], fresh: { ...secret, mark: tracker("c") } },
  { table: "secret_receipt", seeds: [receipt], fresh: { ...receipt, tracker: tracker("d") } },
  { table: "ballot_seal", seeds: [seal], fresh: nextSeal },
  { table: "ballot_box", seeds: [emptyBox], fresh: box },
];
