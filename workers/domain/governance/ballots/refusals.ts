import type { NotEligible } from "#domain/governance/electorate/eligibility.ts";
import type { Instant } from "#domain/kernel/instant.ts";

/** What is wrong with a choice: it is not one that this vote takes. */
export type Unfit =
  /** Of another method: a ranking where yes or no is asked. */
  | "of-another-method"
  | "option-unknown"
  | "option-twice"
  | "score-off-scale"
  | "rank-off-scale"
  | "objection-without-reason";

/** Why a ballot does not go into the box. */
export type BallotRefusal =
  | { readonly code: "choice-unfit"; readonly why: Unfit }
  | { readonly code: "vote-not-open"; readonly opensAt: Instant }
  | { readonly code: "vote-closed"; readonly closedAt: Instant }
  /** Ballots of this vote are cast another way: openly, or secretly. */
  | { readonly code: "vote-cast-otherwise"; readonly secrecy: "open" | "detached" | "blind" }
  /** The notice found that this member may not vote, and why; or they were not in the book. */
  | { readonly code: "not-in-electorate"; readonly why: NotEligible | "not-in-the-book" }
  | { readonly code: "proxy-missing" }
  /** The vote of this member is used. */
  | { readonly code: "ballot-cast-already" }
  /** Somebody else cast it: the holder of the proxy, or the member who gave it. */
  | { readonly code: "ballot-cast-by-other" }
  | { readonly code: "tracker-taken" }
  /** What is to be signed unseen is no number below the key of this vote. */
  | { readonly code: "token-misfit" }
  /** The member was given the token of this vote, and there is one only. */
  | { readonly code: "token-given-already" }
  /** Nobody signed this token for this vote. */
  | { readonly code: "token-not-signed" }
  /** A ballot was cast with this token. */
  | { readonly code: "token-used" }
  /** The key of the request would lead from its sender to the tracker. */
  | { readonly code: "tracker-in-key" }
  /** Fewer papers of a secret vote than hide who wrote which. */
  | { readonly code: "papers-too-few"; readonly least: number }
  /** Of these members a ballot is in the box already, or they stand on two papers. */
  | { readonly code: "papers-of-voters"; readonly memberIds: readonly string[] }
  /** Secret papers and the members they are of: as many of one as of the other. */
  | { readonly code: "papers-uneven" }
  /** In the order in which they lay, papers of a secret vote could tell whose they are. */
  | { readonly code: "papers-unsorted" }
  /** Members whose votes weigh differently, or count in other classes, are entered apart. */
  | { readonly code: "papers-unlike" }
  /** Who voted what is told once the vote is closed. */
  | { readonly code: "roll-call-later"; readonly closesAt: Instant };
