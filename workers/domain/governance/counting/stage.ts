import type { Fraction } from "./fraction.ts";
import type { Draw } from "./lot.ts";
import type { Papers } from "./papers.ts";

/** Seats to fill, and the ballots that rank who stands for them. Candidates are indexes from 0. */
export interface Election {
  readonly seats: number;
  /** Who stands on the ballots but no longer for the seat. */
  readonly withdrawn: readonly number[];
  readonly papers: Papers;
}

/** What happened in a stage: first preferences, one surplus or one exclusion. */
export type StageAction =
  | { readonly kind: "first preferences" }
  | { readonly kind: "surplus" | "exclude"; readonly candidate: number };

/** The state of a count by transfers at the end of a stage. */
export interface Stage {
  readonly action: StageAction;
  /** By candidate. */
  readonly votes: readonly Fraction[];
  /** Valid ballots less all candidates' votes, so losses by truncation are in it. */
  readonly nonTransferable: Fraction;
  /** Who reached the quota in this stage, most votes first. */
  readonly elected: readonly number[];
}

export interface TransferResult {
  /** Ballots that rank at least one candidate who stands. */
  readonly valid: number;
  readonly quota: Fraction;
  /** In order of election; who fills a last vacancy without the quota comes last. */
  readonly elected: readonly number[];
  readonly stages: readonly Stage[];
  /** The ties that only the lot could settle. */
  readonly draws: readonly Draw[];
}
