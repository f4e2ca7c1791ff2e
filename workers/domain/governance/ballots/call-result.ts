import type { Method } from "#domain/governance/policy/policy.ts";
import { type Canonical, canonicalText } from "#domain/kernel/digest.ts";
import type { PassedOver } from "./counting-box.ts";

/**
 * What a call came to, in the form that is kept, sealed and published: texts and whole numbers
 * only, fractions as "3/4", options by their codes. Whoever counts again gets the same text.
 */
export interface CallResult {
  readonly method: Method;
  readonly round: number;
  /** Who may vote, and the votes they would have had if all had come. */
  readonly electorate: Turnout;
  /** Who came or was represented, with the votes they had after the caps. */
  readonly present: Turnout;
  readonly quorum: QuorumResult | null;
  readonly hasQuorum: boolean;
  readonly passes: boolean;
  /** Options that won a place, best first; none for a question of yes or no. */
  readonly winners: readonly string[];
  readonly count: MethodCount;
  /** The order that the lot gives the options; empty where none could be needed. */
  readonly lot: readonly string[];
  readonly draws: readonly DrawResult[];
  /** Whether chance decided who won; null where that took too long to find out. */
  readonly decidedByLot: boolean | null;
  readonly passedOver: readonly PassedOver[];
  readonly replaced: number;
}

export interface Turnout {
  readonly members: number;
  readonly votes: string;
}

export interface QuorumResult {
  readonly of: "present" | "cast";
  readonly isStrict: boolean;
  readonly needed: string;
  readonly counted: string;
}

export interface DrawResult {
  readonly purpose: string;
  readonly among: readonly string[];
  readonly taken: string;
}

/** What each way of counting shows of itself; votes as texts. */
export type MethodCount =
  | MotionCount
  | CollegesCount
  | FewCount
  | ConsentCount
  | TotalsCount
  | TransfersCount
  | MeekCount
  | PairsCount
  | BudgetCount;

export interface MotionCount {
  readonly kind: "motion";
  readonly yes: string;
  readonly no: string;
  readonly abstain: string;
  readonly cast: string;
  /** Yes votes that the threshold asks for. */
  readonly needed: string;
  readonly isTied: boolean;
}

/** Parts of the whole, which is 1; within a college heads. */
export interface CollegesCount {
  readonly kind: "colleges";
  readonly yes: string;
  readonly no: string;
  readonly needed: string;
  readonly isTied: boolean;
  readonly colleges: readonly {
    readonly code: string;
    readonly weight: string;
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
  }[];
}

/** What is shown in place of colleges of which one has few secret ballots. */
export interface FewCount {
  readonly kind: "few";
  /** Ballots that a college would need to be shown. */
  readonly least: number;
  /** To the nearest whole part. */
  readonly yesPercent: number;
  readonly noPercent: number;
}

export interface ConsentCount {
  readonly kind: "consent";
  readonly consents: number;
  readonly abstentions: number;
  /** Those that stand, each by the tracker of its ballot. */
  readonly objections: readonly { readonly ballot: string; readonly reason: string }[];
}

/** Approval and score. */
export interface TotalsCount {
  readonly kind: "totals";
  readonly cast: string;
  /** Votes that an option needs for a place; null where any will do. */
  readonly needed: string | null;
  readonly totals: readonly { readonly option: string; readonly votes: string }[];
}

export interface TransfersCount {
  readonly kind: "transfers";
  readonly candidates: readonly string[];
  readonly valid: number;
  readonly quota: string;
  readonly stages: readonly {
    readonly action: "first preferences" | "surplus" | "exclude";
    readonly candidate: string | null;
    /** In the order of `candidates`. */
    readonly votes: readonly string[];
    readonly nonTransferable: string;
    readonly elected: readonly string[];
  }[];
}

export interface MeekCount {
  readonly kind: "meek";
  readonly candidates: readonly string[];
  readonly finalQuota: string;
  readonly rounds: readonly {
    readonly iterations: number;
    readonly quota: string;
    readonly votes: readonly string[];
    readonly elected: readonly string[];
    readonly defeated: string | null;
  }[];
}

/** Schulze and Debian: `matrix[a][b]` ballots rank a above b. */
export interface PairsCount {
  readonly kind: "pairs";
  readonly candidates: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  /** By Schulze: all, best first. */
  readonly order: readonly string[];
  /** By Debian: what had no quorum or no majority of its own. */
  readonly dropped: readonly { readonly option: string; readonly why: "quorum" | "majority" }[];
}

/** Equal Shares. */
export interface BudgetCount {
  readonly kind: "budget";
  /** Cents that one unit of the count stands for: a euro where all costs are whole ones. */
  readonly unitCents: number;
  readonly budget: number;
  readonly spent: number;
  /** What every voter had in the run that counts. */
  readonly share: string;
  readonly runs: number;
  readonly funded: readonly { readonly option: string; readonly rate: string }[];
}

/** The one text of a result, which is kept and whose digest is published. */
export function resultText(result: CallResult): string {
  return canonicalText(JSON.parse(JSON.stringify(result)) as Canonical);
}
