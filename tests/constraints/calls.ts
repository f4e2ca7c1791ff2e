import { checksOf, fixed, insert, replace, statement, type Trial } from "./attempt.ts";
import {
  again,
  call,
  callsSamples,
  challenge,
  later,
  noticed,
  proxy,
  tally,
  told,
} from "./call-rows.ts";

const onNotice = (change: string, notice: string) =>
  statement(`UPDATE call_notice SET ${change} WHERE notice = '${notice}'`);

const refusals: Trial["refusals"] = [
  ...fixed("electorate_row", "reason", "refused:electorate-fixed"),
  {
    trigger: "electorate_row_enters",
    says: "refused:electorate-fixed",
    title: "nobody enters an electorate after its notice",
    by: [insert("electorate_row", { ...later, member_id: "member-3" })],
  },
  {
    trigger: "electorate_row_enters",
    says: "refused:electorate-fixed",
    title: "nor in somebody's place",
    by: [insert("electorate_row", { ...later, call_number: 2 })].flatMap((row) => [row, row]),
  },
  {
    trigger: "vote_call_follows",
    says: "refused:call-exists",
    title: "a call takes the place of no other",
    by: [replace("vote_call", noticed)],
  },
  {
    trigger: "vote_call_follows",
    says: "refused:proposal-ended",
    title: "what ended is not put to the vote",
    by: [insert("vote_call", { ...call, proposal_id: "ended" })],
  },
  {
    trigger: "vote_call_follows",
    says: "refused:proposal-open",
    title: "a vote that runs is not overtaken",
    by: [insert("vote_call", { ...again, noticed_at: 4000, opens_at: 4500 })],
  },
  {
    trigger: "vote_call_follows",
    says: "refused:electorate-fixed",
    title: "a call whose electorate is not there is none",
    by: [insert("vote_call", again)],
  },
  {
    trigger: "vote_call_follows",
    says: "refused:text-changed",
    title: "the last text is the one that is noticed",
    by: [
      insert("electorate_row", { ...later, call_number: 2 }),
      insert("vote_call", { ...again, electorate_count: 1, eligible_count: 1, text_version: 2 }),
    ],
  },
  {
    trigger: "vote_call_stays",
    says: "refused:call-fixed",
    title: "what was noticed is not rewritten",
    by: [statement("UPDATE vote_call SET closes_at = closes_at + 1, quorum_at = 4500")],
  },
  {
    trigger: "vote_call_stays",
    says: "refused:call-fixed",
    title: "a quorum is reached once",
    by: [
      statement("UPDATE vote_call SET quorum_at = 4500"),
      statement("UPDATE vote_call SET quorum_at = 4600, extended_to = 6000"),
    ],
  },
  {
    trigger: "vote_call_remains",
    says: "refused:call-fixed",
    title: "what was noticed is not removed",
    by: [statement("DELETE FROM vote_call")],
  },
  {
    trigger: "proxy_is_given",
    says: "refused:proxy-changed",
    title: "nobody is stood for twice",
    by: [insert("proxy", { ...proxy, id: "proxy-2" })],
  },
  {
    trigger: "proxy_is_given",
    says: "refused:proxy-changed",
    title: "no proxy is passed on",
    by: [insert("proxy", { ...proxy, id: "proxy-2", giver_id: "member-2", holder_id: "member-3" })],
  },
  {
    trigger: "proxy_is_given",
    says: "refused:proxy-too-many",
    title: "nobody stands for more than the policy allows",
    by: [insert("proxy", { ...proxy, id: "proxy-2", giver_id: "member-3" })],
  },
  {
    trigger: "proxy_stays",
    says: "refused:proxy-fixed",
    title: "a proxy names whom it named",
    by: [statement("UPDATE proxy SET holder_id = 'member-3'")],
  },
  {
    trigger: "proxy_remains",
    says: "refused:proxy-fixed",
    title: "a proxy is not removed",
    by: [statement("DELETE FROM proxy")],
  },
  ...fixed("tally", "passes", "refused:tally-fixed"),
  {
    trigger: "tally_counts_once",
    says: "refused:tallied-already",
    title: "a call is counted once",
    by: [replace("tally", { ...tally, passes: 0 })],
  },
  {
    trigger: "tally_counts_once",
    says: "refused:call-not-closed",
    title: "a vote that runs is not counted",
    by: [insert("tally", { ...tally, proposal_id: "noticed", tallied_at: 4999 })],
  },
  {
    trigger: "challenge_in_time",
    says: "refused:challenge-over",
    title: "a result is challenged in time",
    by: [insert("challenge", { ...challenge, id: "challenge-3", raised_at: 6000 })],
  },
  {
    trigger: "challenge_in_time",
    says: "refused:challenge-over",
    title: "a challenge takes the place of no other",
    by: [replace("challenge", { ...challenge, reason: "altro" })],
  },
  ...fixed("challenge", "reason", "refused:challenge-decided").map((attempt) =>
    attempt.trigger.endsWith("stays")
      ? {
          ...attempt,
          by: [statement("UPDATE challenge SET decided_by = 'x' WHERE id = 'challenge-2'")],
        }
      : attempt,
  ),
  {
    trigger: "call_notice_begins",
    says: "refused:notice-told",
    title: "what went out does not begin again",
    by: [insert("call_notice", told)],
  },
  {
    trigger: "call_notice_goes_on",
    says: "refused:notice-told",
    title: "nobody is reached twice",
    by: [onNotice("reached = 'anna'", "vote-noticed")],
  },
  {
    trigger: "call_notice_goes_on",
    says: "refused:notice-told",
    title: "what is finished does not go on",
    by: [onNotice("reached = 'bruno'", "vote-result")],
  },
  {
    trigger: "call_notice_remains",
    says: "refused:notice-told",
    title: "what went out is not forgotten",
    by: [statement("DELETE FROM call_notice")],
  },
];

export const callsTrial: Trial = {
  samples: callsSamples,
  checks: [
    ...checksOf("electorate_row", [
      ["electorate_row_basis_known", { basis: "capital" }],
      ["electorate_row_weight_divides", { weight_den: 0 }],
      ["electorate_row_may_hold_said", { may_hold: 2 }],
      ["electorate_row_salt_sized", { salt: "short" }],
      ["electorate_row_digest_hex", { digest: "abc" }],
      ["electorate_row_weighs", { weight_num: 0 }],
      ["electorate_row_weighs", { reason: "left" }],
    ]),
    ...checksOf("vote_call", [
      ["vote_call_counts_from_one", { number: 0 }],
      ["vote_call_first_or_second", { round: 3 }],
      ["vote_call_text_digest_hex", { text_digest: "abc" }],
      ["vote_call_electorate_root_hex", { electorate_root: "abc" }],
      ["vote_call_eligible_counted", { eligible_count: 0 }],
      ["vote_call_eligible_counted", { eligible_count: 3 }],
      ["vote_call_secrecy_known", { secrecy: "whispered" }],
      ["vote_call_may_revote_said", { may_revote: 2 }],
      ["vote_call_digest_hex", { digest: "abc" }],
      ["vote_call_timelock_counted", { timelock_days: -1 }],
      ["vote_call_in_order", { opens_at: 3500 }],
      ["vote_call_in_order", { closes_at: 4000 }],
      ["vote_call_quorum_while_open", { quorum_at: 3999 }],
      ["vote_call_quorum_while_open", { quorum_at: 5000 }],
      ["vote_call_extended_by_quorum", { extended_to: 6000 }],
      ["vote_call_extended_by_quorum", { quorum_at: 4900, extended_to: 5000 }],
      ["vote_call_secret_once", { secrecy: "detached", may_revote: 1 }],
    ]),
    ...checksOf("proxy", [
      ["proxy_revoked_later", { revoked_at: 3099 }],
      ["proxy_of_another", { holder_id: "member-3" }],
    ]),
    ...checksOf("tally", [
      ["tally_has_quorum_said", { has_quorum: 2 }],
      ["tally_passes_said", { passes: 2 }],
      ["tally_result_json", { result: "{" }],
      ["tally_result_digest_hex", { result_digest: "abc" }],
      ["tally_ballots_root_hex", { ballots_root: "abc" }],
      ["tally_ballots_counted", { ballots_count: -1 }],
      ["tally_lot_said", { decided_by_lot: 2 }],
      ["tally_passes_with_quorum", { has_quorum: 0 }],
      ["tally_open_to_challenge", { challenge_until: 4999 }],
    ]),
    ...checksOf("challenge", [
      ["challenge_reason_said", { reason: "" }],
      ["challenge_decision_known", { decision: "delayed" }],
      ["challenge_decided_later", { decided_at: 5499 }],
      ["challenge_decided_whole", { decision: "upheld" }],
      ["challenge_decided_whole", { decided_by: "person:bruno" }],
      ["challenge_decided_whole", { decision_reason: "sì" }],
    ]),
    ...checksOf("call_notice", [
      ["call_notice_notice_known", { notice: "week-opens" }],
      ["call_notice_at_instant", { at: -1 }],
      ["call_notice_finished_in_time", { finished_at: 2999 }],
    ]),
  ],
  refusals,
  effects: [],
};
