import { add, compare, type Fraction, multiply, NOTHING, sum } from "./fraction.ts";

/** What a share is a share of: all who may vote, those present, or those who said yes or no. */
export type Base = "electorate" | "present" | "cast";

/** A share that must be passed (strict) or only reached. */
export interface Threshold {
  readonly share: Fraction;
  readonly base: Base;
  readonly isStrict: boolean;
}

export interface MajorityRule {
  /** What of the electorate must take part: be present, or say yes or no. Null asks nothing. */
  readonly quorum: {
    readonly share: Fraction;
    readonly of: "present" | "cast";
    readonly isStrict: boolean;
  } | null;
  readonly threshold: Threshold;
}

export interface MotionBallot {
  readonly weight: Fraction;
  readonly choice: "yes" | "no" | "abstain";
}

/** Who could vote and who came, by weight. */
export interface Attendance {
  readonly electorate: Fraction;
  /** Present, or represented, without a ballot at all. */
  readonly silent: Fraction;
}

export interface MajorityResult {
  readonly yes: Fraction;
  readonly no: Fraction;
  readonly abstain: Fraction;
  /** Ballots and those who came and gave none: an abstention is present, but not cast. */
  readonly present: Fraction;
  readonly cast: Fraction;
  readonly hasQuorum: boolean;
  /** Yes votes that the threshold asks for; at `isStrict` more than that. */
  readonly needed: Fraction;
  readonly passes: boolean;
  /** Exactly at a strict threshold: one more would have passed it. Never settled by lot. */
  readonly isTied: boolean;
}

/**
 * A proposal passes with its quorum and more (or as many) yes votes as the threshold asks for,
 * counted against the base that the policy names: abstentions are in "present", out of "cast".
 * With no cast vote at all nothing passes. Weights may be any fractions.
 */
export function countMajority(
  ballots: readonly MotionBallot[],
  rule: MajorityRule,
  { electorate, silent }: Attendance,
): MajorityResult {
  const votes = { yes: NOTHING, no: NOTHING, abstain: NOTHING };
  for (const { choice, weight } of ballots) votes[choice] = add(votes[choice], weight);
  const cast = add(votes.yes, votes.no);
  const present = sum([cast, votes.abstain, silent]);
  const bases = { electorate, present, cast };
  const { share, base, isStrict } = rule.threshold;
  const needed = multiply(share, bases[base]);
  const order = compare(votes.yes, needed);
  const hasQuorum = isQuorate(rule.quorum, bases);
  const isDecided = compare(cast, NOTHING) > 0;
  return {
    ...votes,
    present,
    cast,
    hasQuorum,
    needed,
    passes: hasQuorum && isDecided && (isStrict ? order > 0 : order >= 0),
    isTied: hasQuorum && isDecided && isStrict && order === 0,
  };
}

/** Whether enough of the electorate took part; a rule without a quorum asks for nobody. */
export function isQuorate(
  quorum: MajorityRule["quorum"],
  bases: Readonly<Record<Base, Fraction>>,
): boolean {
  if (quorum === null) return true;
  const order = compare(bases[quorum.of], multiply(quorum.share, bases.electorate));
  return quorum.isStrict ? order > 0 : order >= 0;
}
