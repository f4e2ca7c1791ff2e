import type { NotEligible } from "#domain/governance/electorate/eligibility.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import type { ProposalState } from "#domain/governance/proposal/proposal-state.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { PriceChange } from "#domain/orders/price-change.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

/** What is voted on: a text, changes of rules, people for places, projects for a sum. */
export type Subject = "motion" | "rules" | "election" | "budget";

/** The instants by which a proposal's standing is told; null where there is none (yet). */
export interface ProposalTimes {
  /** When an idea that is being discussed may be put to the vote. */
  readonly discussedUntil: Instant | null;
  readonly opensAt: Instant | null;
  /** When the vote closes after all, its extension included. */
  readonly closesAt: Instant | null;
  /** Null before the count, and while a challenge waits for its answer. */
  readonly challengeUntil: Instant | null;
  /** From when what passed takes effect; the instant it did, once it has. */
  readonly effectiveAt: Instant | null;
  /** When it was withdrawn, replaced, vetoed or annulled. */
  readonly endedAt: Instant | null;
}

/** How many came, out of whom, and how many it takes: votes, not ballots. */
export interface Turnout {
  readonly present: number;
  readonly electorate: number;
  /** Null where none is asked for, and "weighed" where votes only get their weight at the close. */
  readonly quorum: number | "weighed" | null;
  readonly isReached: boolean;
}

/** What a vote is to this reader; null for who is no member of its electorate. */
export type OwnVote =
  | { readonly kind: "to-cast"; readonly members: number }
  | { readonly kind: "cast" }
  | { readonly kind: "not-eligible"; readonly reason: NotEligible };

/** What all pages of a proposal say of it. */
export interface ProposalHead {
  readonly number: number;
  readonly title: string;
  readonly subject: Subject;
  readonly state: ProposalState;
  readonly times: ProposalTimes;
  /** Of the count; null before it. */
  readonly passes: boolean | null;
  /** 2 at a second call. */
  readonly call: number;
  readonly endorsements: { readonly given: number; readonly needed: number };
}

/** A proposal in the list. */
export interface ProposalRowFacts extends ProposalHead {
  readonly turnout: Turnout | null;
  readonly own: OwnVote | null;
}

/** Which part of the list is shown. */
export type ListPart = "all" | "to-vote" | "open" | "coming" | "decided";

export interface ProposalListFacts {
  readonly part: ListPart;
  readonly rows: readonly ProposalRowFacts[];
  /** The address of the next page; null on the last one. */
  readonly next: string | null;
  /** Members see what waits for them, and may propose. */
  readonly isMember: boolean;
  readonly news: string | null;
}

/** What changes; `before` is null where there was nothing. */
export interface TextChange {
  /** What it is: an article, a rule, the text of the proposal. */
  readonly name: string;
  /** Where its history is; null where it has none. */
  readonly href: string | null;
  readonly before: string | null;
  readonly after: string;
  /** A text is compared word by word; of a value what it was stands struck out before it. */
  readonly isText: boolean;
}

export interface Argument {
  readonly id: string;
  readonly author: string;
  readonly at: Instant;
  readonly text: string;
  readonly stance: "for" | "against" | "neither";
}

export interface AmendmentFacts {
  readonly id: string;
  readonly author: string;
  readonly at: Instant;
  readonly reason: string;
  readonly change: TextChange;
  readonly state: "proposed" | "accepted" | "rejected" | "put-to-vote";
  readonly answer: string | null;
  /** The author of the proposal answers it here. */
  readonly key: string | null;
}

/** Whom somebody may stand for, or be represented by. */
export interface MemberName {
  readonly memberId: string;
  readonly name: string;
}

/** One thing that this reader may do about a proposal, with the key of its form. */
/** Something that a form does, with the key of that form. */
interface Keyed<Kind> {
  readonly kind: Kind;
  readonly key: string;
}

/** One thing that this reader may do about a proposal. */
export type ProposalDeed =
  | Keyed<"endorse" | "submit" | "notice" | "comment" | "amend">
  | Keyed<"withdraw" | "challenge" | "veto">
  | (Keyed<"give-proxy"> & {
      readonly holders: readonly MemberName[];
      /** For which of the members that one acts for. */
      readonly givers: readonly MemberName[];
    })
  | (Keyed<"revoke-proxy"> & {
      readonly proxyId: string;
      readonly giver: string;
      readonly holder: string;
    });

/** What a member says against a result; supervisors answer it where they have keys. */
export interface ChallengeFacts {
  readonly id: string;
  readonly at: Instant;
  readonly reason: string;
  readonly decision: "upheld" | "dismissed" | null;
  readonly answer: string | null;
  readonly key: string | null;
}

export interface CallFacts {
  readonly turnout: Turnout;
  /** Those who may not vote, by reason. */
  readonly kept: readonly { readonly reason: NotEligible; readonly count: number }[];
  readonly members: number;
  /** Sealed in the notice: who could vote, and what is voted on. */
  readonly electorateRoot: string;
  readonly textDigest: string;
  readonly own: OwnVote | null;
  readonly isOver: boolean;
}

export interface ProposalFacts extends ProposalHead {
  readonly id: string;
  /** Which version of the text is shown. */
  readonly version: number;
  readonly authors: readonly string[];
  readonly policy: Policy;
  readonly policyVersion: number;
  /** Days from passing to taking effect, of the policy or of its rules; null without changes. */
  readonly timelockDays: number | null;
  readonly body: string;
  readonly changes: readonly TextChange[];
  /** What it does to an order of every week; null where it changes no price. */
  readonly price: PriceChange | null;
  readonly options: readonly OptionFacts[];
  readonly budget: Cents | null;
  readonly arguments: readonly Argument[];
  readonly amendments: readonly AmendmentFacts[];
  readonly challenges: readonly ChallengeFacts[];
  /** Null before the notice. */
  readonly vote: CallFacts | null;
  /** Why it was withdrawn, vetoed, replaced or annulled. */
  readonly endedReason: string | null;
  readonly deeds: readonly ProposalDeed[];
  /** For which of the members that one acts for one speaks; empty for who is none. */
  readonly actsFor: readonly MemberName[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly news: string | null;
}

/** A candidate, an option, a project. */
export interface OptionFacts {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly cost: Cents | null;
}
