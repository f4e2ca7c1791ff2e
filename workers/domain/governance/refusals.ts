import type { Instant } from "#domain/kernel/instant.ts";
import type { ProposalState } from "./proposal/proposal-state.ts";

/** The law leaves less open; `article` says where. */
export interface BelowLegalFloor {
  readonly code: "below-legal-floor";
  readonly key: string;
  readonly article: string;
  readonly least?: number;
  readonly most?: number;
}

/** Why a rule may not take a value, or not from these hands. */
export type RuleRefusal =
  | BelowLegalFloor
  | { readonly code: "rule-unknown"; readonly key: string }
  | {
      readonly code: "rule-out-of-bounds";
      readonly key: string;
      readonly least: number;
      readonly most: number;
    }
  | {
      readonly code: "rule-not-a-choice";
      readonly key: string;
      readonly choices: readonly string[];
    }
  | { readonly code: "rule-changed"; readonly key: string }
  | { readonly code: "rule-backdated"; readonly key: string }
  /** Members decide it, by a proposal under this policy. */
  | { readonly code: "rule-needs-vote"; readonly key: string; readonly policy: string }
  /** Officers decided it urgently already: what comes next is up to the members. */
  | { readonly code: "rule-urgency-over"; readonly key: string; readonly since: Instant };

/** Why a proposal may not make a change of the rules. */
export type ActionRefusal =
  | RuleRefusal
  /** No such article, a subject where there is none, or the same rule changed twice. */
  | { readonly code: "action-misfit"; readonly key: string; readonly subject: string }
  | { readonly code: "action-of-another-policy"; readonly key: string };

/** Why a proposal is not executed. */
export type ExecutionRefusal =
  | ActionRefusal
  /** Not queued, or before its timelock is over; `from` is when it may be, if it ever may. */
  | {
      readonly code: "proposal-not-executable";
      readonly state: ProposalState;
      readonly from: Instant | null;
    };

/** Why a policy may not be written. */
export type PolicyRefusal =
  /** No vote could be held under it, or nobody could believe it. */
  { readonly code: "policy-impossible"; readonly why: string } | BelowLegalFloor;

/** Why somebody cannot stand for somebody else in a vote. */
export type ProxyRefusal =
  | { readonly code: "proxy-not-foreseen" }
  /** Either of the two is not in the electorate, or may not vote. */
  | { readonly code: "proxy-not-eligible"; readonly who: "giver" | "holder" }
  /** Directors, auditors and employees stand for nobody (art. 2372 c.5 c.c.). */
  | { readonly code: "proxy-excluded" }
  | { readonly code: "proxy-too-many"; readonly most: number }
  /** Who stands for others stands for themselves: a proxy is not passed on. */
  | { readonly code: "proxy-chained" }
  | { readonly code: "proxy-given-already" }
  | { readonly code: "proxy-revoked-already" }
  /** Its holder voted by it already. */
  | { readonly code: "proxy-used" };

/** What is wrong with what a proposal puts to the vote. */
export type Misfit =
  /** The policy counts another kind of question. */
  | "method"
  /** Changes of rules where none belong, or none where the vote is about them. */
  | "actions"
  /** Too few options, or options where yes or no is asked. */
  | "options"
  | "option-twice"
  /** A project without a cost or beyond the sum, or a cost that belongs to none. */
  | "costs"
  | "policy-unreadable";

/** Why nothing of the kind may be done to a proposal, or not now. */
export type ProposalRefusal =
  | { readonly code: "proposal-misfit"; readonly why: Misfit }
  | { readonly code: "policy-unknown"; readonly policy: string }
  /** In this state of a proposal it is not done. */
  | { readonly code: "proposal-not-now"; readonly state: ProposalState }
  /** Somebody wrote another version meanwhile; `version` is the last one. */
  | { readonly code: "text-changed"; readonly version: number }
  | { readonly code: "not-the-author" }
  /** A suspended member has no voice. */
  | { readonly code: "member-suspended" }
  | { readonly code: "endorsed-already" }
  /** Whoever proposes is for it: others are asked. */
  | { readonly code: "endorsement-own" }
  | { readonly code: "comment-hidden" }
  | { readonly code: "amendment-decided" }
  /** The text that it would change is no longer the last one. */
  | { readonly code: "amendment-outdated"; readonly version: number };

/** Why a vote is not called. */
export type CallRefusal =
  | { readonly code: "discussion-not-over"; readonly until: Instant }
  /** Members have not had the days that the policy gives them. */
  | { readonly code: "notice-too-short"; readonly earliest: Instant }
  | { readonly code: "notice-too-long"; readonly latest: Instant }
  | { readonly code: "nobody-may-vote" }
  /** Under a secret vote a ballot would say whose it is: fewer than `least` weigh the same. */
  | { readonly code: "weights-not-shared"; readonly least: number }
  /** Tokens of a blind vote say nothing of what they weigh, and some members' votes weigh more. */
  | { readonly code: "weights-not-alike" }
  /** A blind vote is called with a key for its tokens, which is made at that moment. */
  | { readonly code: "token-key-needed" };

/** Why a result is not challenged, or a challenge not decided. */
export type ChallengeRefusal =
  | { readonly code: "challenge-over"; readonly until: Instant }
  | { readonly code: "challenge-decided" };
