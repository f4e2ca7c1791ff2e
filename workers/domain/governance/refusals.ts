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
  | { readonly code: "proxy-given-already" };
