import type { Ballot } from "#domain/governance/ballots/ballot.ts";
import type { CallResult } from "#domain/governance/ballots/call-result.ts";
import { type CallToCount, countCall } from "#domain/governance/ballots/count-call.ts";
import type { Elector } from "#domain/governance/ballots/counting-box.ts";
import { readChoice } from "#domain/governance/ballots/read-choice.ts";
import { type Fraction, fraction, readFraction } from "#domain/governance/counting/fraction.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { readPolicy } from "#domain/governance/policy/read-policy.ts";
import { type Canonical, canonicalText, digestOf } from "#domain/kernel/digest.ts";
import { checkBallots } from "./check-ballots.ts";
import { checkGiven } from "./check-given.ts";
import { checkElectorate } from "./check-electorate.ts";
import type { ExportedBallot, ExportedRow, ExportedVote } from "./exported-vote.ts";
import { type Fault, firstFault, OTHER_DIGEST } from "./fault.ts";
import { firstDifference } from "./first-difference.ts";
import { headDigest } from "./published.ts";

/** What a recount came to: the same result again, or the first entry that is not right. */
export type Recount =
  | {
      readonly ok: true;
      readonly checked: Readonly<Record<string, number>>;
      readonly result: CallResult;
    }
  | ({ readonly ok: false } & Fault);

/**
 * Recounts a published vote from the notice to the result, trusting nothing but its digests: the
 * text and the policy are those of the notice, the electorate is the frozen one, every ballot is
 * under its seal, came in time and from somebody who might cast it, and the count gives what is
 * claimed. `npm run verify` and a member's browser run this same function.
 */
export function recountVote(vote: ExportedVote): Recount {
  const policy = readPolicy(canonicalText(vote.policy.policy));
  if (policy === null) return { ok: false, entry: "policy", fault: "is none" };
  const fault =
    checkNotice(vote) ??
    checkElectorate(vote, policy) ??
    checkBallots(vote) ??
    checkUsed(vote) ??
    checkGiven(vote);
  if (fault !== null) return { ok: false, ...fault };
  const result = countCall(callOf(vote, policy));
  const stranger = checkPassedOver(vote, result);
  if (stranger !== null) return { ok: false, ...stranger };
  const difference = firstDifference(canonical(result), vote.tally.result);
  if (difference !== null) {
    return { ok: false, entry: "tally", fault: `does not follow from the ballots: ${difference}` };
  }
  const whole = checkWhole(vote);
  if (whole !== null) return { ok: false, ...whole };
  return { ok: true, checked: countsOf(vote), result };
}

function countsOf(vote: ExportedVote): Readonly<Record<string, number>> {
  const { electorate, proxies, receipts, ballots, seals } = vote;
  return {
    "electorate rows": electorate.length,
    proxies: proxies.length,
    receipts: receipts.length,
    ballots: ballots.length,
    seals: seals.length,
  };
}

function checkNotice({ proposal, policy, call }: ExportedVote): Fault | null {
  const isOfPolicy = policy.version === call.policyVersion && policy.policy["code"] === call.policy;
  if (!isOfPolicy) return { entry: "policy", fault: "is not the one of the notice" };
  if (digestOf(said(policy)) !== policy.digest) return { entry: "policy", fault: OTHER_DIGEST };
  const text = digestOf(canonical(proposal.text));
  if (text !== call.textDigest) return { entry: "text", fault: OTHER_DIGEST };
  const { quorumAt: _, extendedTo: __, ...noticed } = call;
  return digestOf(said(noticed)) === call.digest ? null : { entry: "call", fault: OTHER_DIGEST };
}

/** Under a secret vote nobody can see who voted, but that no more ballots are there than voters. */
function checkUsed({ voted, ballots, electorate }: ExportedVote): Fault | null {
  const eligible = electorate.filter(({ reason }) => reason === "").length;
  if (voted !== null && ballots.length > voted) {
    return { entry: `ballot ${voted + 1}`, fault: "is one more than members have voted" };
  }
  if (voted !== null && voted > eligible) {
    return { entry: "voted", fault: "is more than may vote" };
  }
  return null;
}

const WHY_NOT = {
  "not-in-electorate": "is of somebody who may not vote",
  "no-proxy": "was cast by somebody who had no proxy",
  unfit: "says something that this vote does not ask",
} as const satisfies Record<CallResult["passedOver"][number]["why"], string>;

/** A ballot that does not count is named, unless the published result passed over it as well. */
function checkPassedOver({ ballots, tally }: ExportedVote, result: CallResult): Fault | null {
  const { passedOver = [] } = tally.result as unknown as Partial<CallResult>;
  const told = new Set(passedOver.map(({ name }) => name));
  const whyNot = new Map(result.passedOver.map(({ name, why }) => [name, WHY_NOT[why]]));
  return firstFault(ballots, "ballot", (ballot) => {
    const name = "member" in ballot ? ballot.tracker : ballot.mark;
    return told.has(name) ? null : (whyNot.get(name) ?? null);
  });
}

/** What has no digest of its own: the network's name, proxies, who was silent, the claim itself. */
function checkWhole(vote: ExportedVote): Fault | null {
  const { electorate: _, receipts: __, ballots: ___, digest, ...head } = vote;
  return headDigest(head) === digest ? null : { entry: "document", fault: OTHER_DIGEST };
}

/** The call as it was counted. */
function callOf(vote: ExportedVote, policy: Policy): CallToCount {
  const { call, proposal, electorate, proxies, silent, tally } = vote;
  return {
    policy,
    round: call.round,
    options: proposal.text.options,
    budgetCents: proposal.text.budgetCents,
    electorate: electorate.map(electorOf),
    proxies,
    ballots: vote.ballots.flatMap(ballotOf),
    silent,
    seed: tally.seed,
  };
}

function electorOf(row: ExportedRow): Elector {
  const { handle, member = handle, class: of, basis, weight, reason } = row;
  return { memberId: member, class: of, basis, weight: weightOf(weight), reason };
}

function ballotOf(ballot: ExportedBallot): readonly Ballot[] {
  const choice = readChoice(ballot.choice);
  if (choice === null) return [];
  if ("member" in ballot) return [{ ...ballot, choice }];
  const [num, den] = ballot.weight;
  return [{ ...ballot, weight: fraction(BigInt(num), BigInt(den)), choice }];
}

function weightOf(text: string): Fraction {
  return readFraction(text) ?? fraction(0);
}

function said(row: { readonly digest: string }): Canonical {
  const { digest: _, ...rest } = row;
  return canonical(rest);
}

/** All of these are made of texts, whole numbers and lists, though their types do not say so. */
function canonical(value: object): Canonical {
  return value as Canonical;
}
