import {
  type Fraction,
  fractionText,
  multiply,
  sum,
} from "#domain/governance/counting/fraction.ts";
import { isQuorate, type MajorityRule } from "#domain/governance/counting/majority.ts";
import type { Proxy } from "#domain/governance/electorate/proxies.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import type { Ballot } from "./ballot.ts";
import type { CallResult, QuorumResult, Turnout } from "./call-result.ts";
import { isBlank } from "./choice.ts";
import { countByMethod } from "./count-by-method.ts";
import { type CountingBallot, type Elector, openBox } from "./counting-box.ts";
import { votesAtClose } from "./votes-at-close.ts";

/** What may be chosen: a candidate, a text, a project with its cost. */
export interface VoteOption {
  readonly code: string;
  readonly costCents?: number | null;
}

/** What of a policy the count reads. */
export type CountedPolicy = Pick<Policy, "method" | "seats" | "calls" | "votes" | "ownBeatsProxy">;

/** A call that is closed, with all that its count needs. */
export interface CallToCount {
  readonly policy: CountedPolicy;
  /** The first or the second call of the policy: each has its own quorum. */
  readonly round: number;
  readonly options: readonly VoteOption[];
  /** What projects may cost together. */
  readonly budgetCents?: number | null;
  /** Everybody in the book at the notice, also those who may not vote. */
  readonly electorate: readonly Elector[];
  /** Those that stood at the close, or were used before they were taken back. */
  readonly proxies: readonly Proxy[];
  readonly ballots: readonly Ballot[];
  /** Members who were there, or represented, and gave no ballot. */
  readonly silent?: readonly string[];
  /** What the lot is drawn from: the root of the sealed ballots. */
  readonly seed: string;
}

/** A ballot with the votes it has at the close. */
export interface VotingBallot extends CountingBallot {
  readonly votes: Fraction;
}

/** What the counts are told. */
export interface Counting {
  readonly call: CallToCount;
  readonly rule: MajorityRule;
  readonly ballots: readonly VotingBallot[];
  readonly votes: {
    readonly electorate: Fraction;
    readonly present: Fraction;
    readonly silent: Fraction;
    readonly cast: Fraction;
  };
  readonly hasQuorum: boolean;
}

/**
 * Counts a call: which ballot of each member counts, what it weighs at the close among those
 * present or represented, whether there is a quorum, and then by the policy's method. A pure
 * function of what is published, whatever the order in which it is given (I2).
 */
export function countCall(call: CallToCount): CallResult {
  const { policy, options, proxies } = call;
  const electors = new Map(call.electorate.map((elector) => [elector.memberId, elector]));
  const { ballots, passedOver, replaced } = openBox(call.ballots, {
    method: policy.method,
    ownBeatsProxy: policy.ownBeatsProxy,
    options: options.map(({ code }) => code),
    electors,
    proxies,
  });
  const silent = silentOf(call, electors);
  const present = votesAtClose([...ballots, ...silent]);
  const voting = ballots.map((ballot, at) => ({ ...ballot, votes: present[at] ?? ballot.weight }));
  const eligible = call.electorate.filter(({ reason }) => reason === "");
  const votes = {
    electorate: sum(votesAtClose(eligible)),
    present: sum(present),
    silent: sum(present.slice(ballots.length)),
    cast: sum(voting.filter(({ choice }) => !isBlank(choice)).map((ballot) => ballot.votes)),
  };
  const rule = ruleOf(call);
  const hasQuorum = isQuorate(rule.quorum, votes);
  const counted = countByMethod({ call, rule, ballots: voting, votes, hasQuorum });
  return {
    method: policy.method,
    round: call.round,
    electorate: turnout(eligible.length, votes.electorate),
    present: turnout(ballots.length + silent.length, votes.present),
    quorum: quorumOf(rule, votes),
    hasQuorum,
    passedOver,
    replaced,
    ...counted,
  };
}

/** The rule of this call; a policy with one call has the same for every further one. */
function ruleOf({ policy, round }: CallToCount): MajorityRule {
  return policy.calls[round - 1] ?? policy.calls[0];
}

/** Who was there without a ballot, each once; who gave one is not silent. */
function silentOf(
  { silent = [], ballots }: CallToCount,
  electors: ReadonlyMap<string, Elector>,
): readonly Elector[] {
  const spoke = new Set(ballots.map((ballot) => ("member" in ballot ? ballot.member : "")));
  return [...new Set(silent)].toSorted().flatMap((memberId) => {
    const elector = electors.get(memberId);
    const isThere = elector?.reason === "" && !spoke.has(memberId);
    return isThere ? [elector] : [];
  });
}

function turnout(members: number, votes: Fraction): Turnout {
  return { members, votes: fractionText(votes) };
}

function quorumOf({ quorum }: MajorityRule, votes: Counting["votes"]): QuorumResult | null {
  if (quorum === null) return null;
  return {
    of: quorum.of,
    isStrict: quorum.isStrict,
    needed: fractionText(multiply(quorum.share, votes.electorate)),
    counted: fractionText(votes[quorum.of]),
  };
}
