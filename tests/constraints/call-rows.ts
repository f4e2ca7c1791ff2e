import { digestOf, type Row, type Sample } from "./attempt.ts";

const entitled: Row = {
  proposal_id: "voted",
  call_number: 1,
  member_id: "member-1",
  class: "consumer",
  basis: "head",
  weight_num: 1,
  weight_den: 1,
  reason: "",
  may_hold: 1,
  salt: "0123456789abcdefghjkmnpqrs",
  digest: digestOf("c"),
};
const left: Row = {
  ...entitled,
  member_id: "member-3",
  weight_num: 0,
  reason: "left",
  may_hold: 0,
};
export const later: Row = { ...entitled, proposal_id: "noticed" };

export const call: Row = {
  proposal_id: "voted",
  number: 1,
  round: 1,
  policy_code: "ordinary",
  policy_version: 1,
  text_version: 1,
  text_digest: digestOf("b"),
  electorate_root: digestOf("d"),
  electorate_count: 3,
  eligible_count: 2,
  secrecy: "open",
  may_revote: 0,
  noticed_at: 3000,
  noticed_by: "person:anna",
  opens_at: 4000,
  closes_at: 5000,
  timelock_days: null,
  digest: digestOf("e"),
  quorum_at: null,
  extended_to: null,
};
export const noticed: Row = { ...call, proposal_id: "noticed", electorate_count: 2 };
export const again: Row = { ...noticed, number: 2, noticed_at: 3500 };

export const proxy: Row = {
  id: "proxy-1",
  proposal_id: "voted",
  call_number: 1,
  giver_id: "member-1",
  holder_id: "member-2",
  given_at: 3100,
  revoked_at: null,
};

export const tally: Row = {
  proposal_id: "voted",
  call_number: 1,
  has_quorum: 1,
  passes: 1,
  result: "{}",
  result_digest: digestOf("f"),
  ballots_root: digestOf("0"),
  ballots_count: 2,
  decided_by_lot: 0,
  tallied_at: 5000,
  challenge_until: 6000,
};

export const challenge: Row = {
  id: "challenge-1",
  proposal_id: "voted",
  call_number: 1,
  member_id: "member-2",
  reason: "L’avviso è arrivato tardi.",
  raised_at: 5500,
  decision: null,
  decided_at: null,
  decided_by: null,
  decision_reason: null,
};
const dismissed: Row = {
  ...challenge,
  id: "challenge-2",
  decision: "dismissed",
  decided_at: 5600,
  decided_by: "person:bruno",
  decision_reason: "È partito otto giorni prima.",
};

export const told: Row = {
  proposal_id: "voted",
  call_number: 1,
  notice: "vote-noticed",
  reached: "anna",
  at: 3000,
  finished_at: null,
};
const finished: Row = { ...told, notice: "vote-result", at: 5000, finished_at: 5000 };

export const callsSamples: readonly Sample[] = [
  {
    table: "electorate_row",
    seeds: [
      entitled,
      { ...entitled, member_id: "member-2" },
      left,
      later,
      { ...later, member_id: "member-2" },
    ],
    fresh: { ...later, call_number: 2 },
  },
  { table: "vote_call", seeds: [call, noticed], fresh: again },
  {
    table: "proxy",
    seeds: [proxy],
    fresh: { ...proxy, id: "proxy-2", giver_id: "member-3", holder_id: "member-2" },
  },
  { table: "tally", seeds: [tally], fresh: { ...tally, proposal_id: "noticed" } },
  {
    table: "challenge",
    seeds: [challenge, dismissed],
    fresh: { ...challenge, id: "challenge-3" },
  },
  {
    table: "call_notice",
    seeds: [told, finished],
    fresh: { ...told, notice: "vote-opens" },
  },
];
