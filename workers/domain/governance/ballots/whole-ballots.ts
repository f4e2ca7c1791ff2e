import {
  compare,
  type Fraction,
  fraction,
  multiply,
  reduced,
  sum,
} from "#domain/governance/counting/fraction.ts";
import { MOST_BALLOTS } from "#domain/governance/counting/papers.ts";
import { type Choice, choiceText } from "./choice.ts";
import type { VotingBallot } from "./count-call.ts";

/** Equal ballots, and how many they are. */
export interface Bundle {
  readonly count: number;
  readonly choice: Choice;
}

/** Ballots as counts by whole ones take them. */
export interface Bundles {
  readonly bundles: readonly Bundle[];
  /** How many ballots stand for one vote: 1 unless the caps break votes. */
  readonly perVote: bigint;
}

/** Ballots as whole ones, equal ones together: for counts that know no fractions. */
export function bundled(ballots: readonly VotingBallot[]): Bundles {
  const votes = ballots.map((ballot) => ballot.votes);
  const perVote = ballotsPerVote(votes);
  const bundles = new Map<string, Bundle>();
  for (const [at, { choice }] of ballots.entries()) {
    const count = wholePart(votes[at], perVote);
    if (count === 0) continue;
    const text = choiceText(choice);
    bundles.set(text, { count: (bundles.get(text)?.count ?? 0) + count, choice });
  }
  const sorted = [...bundles.keys()].toSorted().flatMap((text) => bundles.get(text) ?? []);
  return { bundles: sorted, perVote };
}

/**
 * So many ballots for each vote that none is broken. Where that would be more than can be counted,
 * as many as can be: who has a broken vote then gets the whole part of it, never more.
 */
function ballotsPerVote(votes: readonly Fraction[]): bigint {
  const unit = votes.reduce((least, vote) => lowestCommonMultiple(least, reduced(vote).den), 1n);
  const whole = sum(votes);
  const most = fraction(MOST_BALLOTS);
  if (compare(multiply(whole, fraction(unit)), most) <= 0) return unit;
  return (most.num * whole.den) / whole.num;
}

function wholePart(vote: Fraction | undefined, perVote: bigint): number {
  return vote === undefined ? 0 : Number((vote.num * perVote) / vote.den);
}

function lowestCommonMultiple(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (one / larger) * other;
}
