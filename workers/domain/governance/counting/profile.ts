import type { ApprovalBallot } from "./approval.ts";
import type { ProjectBallot } from "./equal-shares.ts";
import type { Fraction } from "./fraction.ts";
import type { Lot } from "./lot.ts";
import type { Attendance, MajorityRule, MotionBallot } from "./majority.ts";
import type { Papers } from "./papers.ts";
import type { RankTable } from "./rank-table.ts";
import type { ScoreBallot, ScoreScale } from "./score.ts";

/** Ballots of one vote and what a count needs beside them. Candidates are indexes from 0. */
export type Profile =
  | StvProfile
  | RankedProfile
  | WeakProfile
  | BudgetProfile
  | ApprovalProfile
  | ScoreProfile
  | MotionProfile;

export interface StvProfile {
  readonly type: "stv";
  readonly title: string;
  readonly candidates: readonly string[];
  readonly seats: number;
  readonly withdrawn: readonly number[];
  /** The lot as published with the ballots; null when the file has none. */
  readonly lot: Lot | null;
  readonly papers: Papers;
}

/** A rank for every option. */
export interface RankedProfile {
  readonly type: "ranked";
  readonly options: readonly string[];
  readonly table: RankTable;
}

/** As Debian votes: ranks may be equal or missing, and one option leaves things as they are. */
export interface WeakProfile {
  readonly type: "ranked-weak";
  readonly options: readonly string[];
  readonly defaultOption: number;
  readonly quorum: Fraction;
  /** By option; that of the default option is unused. */
  readonly ratios: readonly Fraction[];
  readonly isStrict: boolean;
  readonly table: RankTable;
}

export interface BudgetProfile {
  readonly type: "pb";
  /** Whole units of currency, as are the costs. */
  readonly budget: number;
  readonly projects: readonly { readonly id: string; readonly cost: number }[];
  readonly ballots: readonly ProjectBallot[];
}

export interface ApprovalProfile {
  readonly type: "approval";
  readonly options: readonly string[];
  readonly seats: number;
  readonly ballots: readonly ApprovalBallot[];
}

export interface ScoreProfile {
  readonly type: "score";
  readonly options: readonly string[];
  readonly seats: number;
  readonly scale: ScoreScale;
  readonly ballots: readonly ScoreBallot[];
}

/** One proposal, yes or no. */
export interface MotionProfile {
  readonly type: "motion";
  readonly rule: MajorityRule;
  readonly attendance: Attendance;
  readonly ballots: readonly MotionBallot[];
}
