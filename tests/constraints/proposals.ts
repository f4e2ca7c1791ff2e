import { checksOf, fixed, insert, longName, replace, statement, type Trial } from "./attempt.ts";
import {
  amendment,
  comment,
  endorsed,
  policy,
  proposalsSamples,
  superseded,
  version,
} from "./proposal-rows.ts";

const on = (id: string, change: string) =>
  statement(`UPDATE proposal SET ${change} WHERE id = '${id}'`);
const withdrawn = "ended_how = 'withdrawn', ended_by = 'person:anna', ended_reason = 'no'";

export const proposalsTrial: Trial = {
  samples: proposalsSamples,
  checks: [
    ...checksOf("policy_version", [
      ["policy_version_code_said", { code: "" }],
      ["policy_version_code_said", { code: "Ordinaria" }],
      ["policy_version_counts_from_one", { version: 0 }],
      ["policy_version_policy_json", { policy: "{" }],
      ["policy_version_digest_hex", { digest: "A".repeat(64) }],
      ["policy_version_not_in_the_past", { effective_at: 999 }],
    ]),
    ...checksOf("proposal", [
      ["proposal_number_counts", { number: 0 }],
      ["proposal_subject_known", { subject: "wish" }],
      ["proposal_created_at_instant", { created_at: -1 }],
      ["proposal_submitted_later", { submitted_at: 999 }],
      ["proposal_endorsed_later", { endorsed_at: 1999 }],
      ["proposal_executed_later", { executed_at: 2499 }],
      ["proposal_ended_known", { ended_how: "lost" }],
      ["proposal_budget_of_money", { budget_cents: 100 }],
      ["proposal_budget_of_money", { subject: "budget" }],
      ["proposal_budget_of_money", { subject: "budget", budget_cents: 0 }],
      ["proposal_endorsed_once_submitted", { submitted_at: null }],
      ["proposal_executed_once_endorsed", { executed_at: 9000, endorsed_at: null }],
      ["proposal_executed_or_ended", { executed_at: 9000 }],
      ["proposal_ended_whole", { ended_by: null }],
      ["proposal_ended_whole", { ended_at: null }],
      ["proposal_ended_whole", { ended_reason: null }],
      ["proposal_superseded_by_another", { superseded_by: null }],
      ["proposal_superseded_by_another", { superseded_by: "superseded" }],
    ]),
    ...checksOf("proposal_version", [
      ["proposal_version_counts_from_one", { version: 0 }],
      ["proposal_version_title_said", { title: "" }],
      ["proposal_version_title_said", { title: longName + longName }],
      ["proposal_version_body_sized", { body: "a".repeat(20_001) }],
      ["proposal_version_actions_list", { actions: "[" }],
      ["proposal_version_actions_list", { actions: "{}" }],
      ["proposal_version_options_list", { options: "1" }],
      ["proposal_version_digest_hex", { digest: "abc" }],
    ]),
    ...checksOf("endorsement", [["endorsement_at_instant", { endorsed_at: -1 }]]),
    ...checksOf("proposal_comment", [
      ["proposal_comment_stance_known", { stance: "maybe" }],
      ["proposal_comment_words_sized", { words: "" }],
      ["proposal_comment_words_sized", { words: "a".repeat(4001) }],
      ["proposal_comment_hidden_later", { hidden_at: 2199 }],
      ["proposal_comment_hidden_whole", { hidden_at: 2300 }],
      ["proposal_comment_hidden_whole", { hidden_reason: "offende" }],
    ]),
    ...checksOf("amendment", [
      ["amendment_title_said", { title: "" }],
      ["amendment_body_sized", { body: "a".repeat(20_001) }],
      ["amendment_actions_list", { actions: "" }],
      ["amendment_options_list", { options: '"a"' }],
      ["amendment_reason_said", { reason: "" }],
      ["amendment_decision_known", { decision: "delayed" }],
      ["amendment_decided_later", { decided_at: 2299 }],
      ["amendment_decided_whole", { decision: "accepted" }],
      ["amendment_decided_whole", { decision_reason: "sì" }],
      ["amendment_decided_whole", { decided_by: "person:anna" }],
    ]),
  ],
  refusals: [
    ...fixed("policy_version", "reason", "refused:policy-history-fixed"),
    {
      trigger: "policy_version_follows",
      says: "refused:policy-changed",
      title: "a version takes the place of no other",
      by: [replace("policy_version", policy)],
    },
    {
      trigger: "policy_version_follows",
      says: "refused:policy-changed",
      title: "none is left out",
      by: [insert("policy_version", { ...policy, version: 3 })],
    },
    {
      trigger: "policy_version_follows",
      says: "refused:policy-changed",
      title: "none begins before the one it follows",
      by: [insert("policy_version", { ...policy, version: 2, decided_at: 9, effective_at: 999 })],
    },
    {
      trigger: "proposal_begins",
      says: "refused:proposal-exists",
      title: "a proposal takes the place of no other",
      by: [replace("proposal", { ...superseded, number: 1 })],
    },
    {
      trigger: "proposal_goes_on",
      says: "refused:proposal-ended",
      title: "what ended does not go on",
      by: [on("ended", "submitted_at = 2001")],
    },
    ...["number = 99", "policy_code = 'other'", "endorsed_at = 2501", "subject = 'rules'"].map(
      (change) => ({
        trigger: "proposal_goes_on",
        says: "refused:proposal-fixed",
        title: `what was done stays: ${change}`,
        by: [on("noticed", change)],
      }),
    ),
    {
      trigger: "proposal_ends",
      says: "refused:proposal-open",
      title: "what is being voted on is not taken back",
      by: [on("noticed", `${withdrawn}, ended_at = 4000`)],
    },
    {
      trigger: "proposal_executes",
      says: "refused:proposal-not-passed",
      title: "what nobody voted for takes no effect",
      by: [on("noticed", "executed_at = 9000")],
    },
    {
      trigger: "proposal_executes",
      says: "refused:proposal-not-passed",
      title: "nor what somebody challenged, while that stands open",
      by: [on("voted", "executed_at = 9000")],
    },
    {
      trigger: "proposal_remains",
      says: "refused:proposal-fixed",
      title: "a proposal is not removed",
      by: [statement("DELETE FROM proposal")],
    },
    ...fixed("proposal_version", "title", "refused:text-fixed"),
    {
      trigger: "proposal_version_follows",
      says: "refused:text-changed",
      title: "no version of a text is left out",
      by: [insert("proposal_version", { ...version, version: 3 })],
    },
    {
      trigger: "proposal_version_follows",
      says: "refused:proposal-ended",
      title: "what ended has no further text",
      by: [insert("proposal_version", { ...version, proposal_id: "ended" })],
    },
    {
      trigger: "proposal_version_follows",
      says: "refused:proposal-open",
      title: "a text that is being voted on stays",
      by: [
        insert("proposal_version", {
          ...version,
          proposal_id: "noticed",
          version: 2,
          written_at: 4000,
        }),
      ],
    },
    ...fixed("endorsement", "endorsed_at", "refused:endorsement-fixed"),
    {
      trigger: "endorsement_counts",
      says: "refused:endorsed-already",
      title: "nobody counts twice",
      by: [replace("endorsement", endorsed)],
    },
    ...[
      { proposal_id: "draft" },
      { member_id: "member-1" },
      { proposal_id: "ended" },
      { member_id: "member-3", endorsed_at: 1999 },
    ].map((change) => ({
      trigger: "endorsement_counts",
      says: "refused:not-to-endorse",
      title: `what is not put before the members is not endorsed: ${JSON.stringify(change)}`,
      by: [insert("endorsement", { ...endorsed, ...change })],
    })),
    {
      trigger: "proposal_comment_answers",
      says: "refused:comment-exists",
      title: "a comment takes the place of no other",
      by: [replace("proposal_comment", comment)],
    },
    {
      trigger: "proposal_comment_answers",
      says: "refused:comment-elsewhere",
      title: "an answer stands with what it answers",
      by: [
        insert("proposal_comment", {
          ...comment,
          id: "comment-2",
          proposal_id: "noticed",
          answers_id: "comment-1",
        }),
      ],
    },
    ...fixed("proposal_comment", "stance", "refused:comment-fixed").map((attempt) =>
      attempt.trigger.endsWith("stays")
        ? { ...attempt, by: [statement("UPDATE proposal_comment SET words = 'altro'")] }
        : attempt,
    ),
    {
      trigger: "amendment_begins",
      says: "refused:amendment-exists",
      title: "an amendment takes the place of no other",
      by: [replace("amendment", { ...amendment, reason: "altro" })],
    },
    ...fixed("amendment", "body", "refused:amendment-decided"),
  ],
  effects: [
    {
      trigger: "endorsement_suffices",
      title: "the last endorsement that was needed begins the discussion",
      by: [insert("endorsement", { ...endorsed, member_id: "member-3", endorsed_at: 2150 })],
      shows: "SELECT endorsed_at FROM proposal WHERE id = 'idea'",
      gives: [[2150]],
    },
  ],
};
