import type { CallResult } from "#domain/governance/ballots/call-result.ts";
import { type CallToCount, countCall } from "#domain/governance/ballots/count-call.ts";
import { type Canonical, canonicalText, digestOf, type Digest } from "#domain/kernel/digest.ts";
import { DAY, type Instant, later } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Proposal, TallyRecord } from "./proposal.ts";

/** What is in a closed box, and who stands behind it. */
export interface BoxToCount extends Pick<CallToCount, "electorate" | "proxies" | "ballots"> {
  /** The root of the sealed ballots. */
  readonly root: Digest;
}

/** A call as its count is given it: by the policy, the text and the round of its notice. */
export function callToCount(
  { call, text, budgetCents }: Pick<Proposal, "call" | "text" | "budgetCents">,
  { electorate, proxies, ballots, root }: BoxToCount,
): CallToCount {
  invariant(call?.textVersion === text.version, "what is counted is what was noticed");
  return {
    policy: call.policy.policy,
    round: call.round,
    options: text.options,
    budgetCents,
    electorate,
    proxies,
    ballots,
    seed: root,
  };
}

/** The count of a call as it is written down, open to challenge for the days of its policy. */
export function decideTally(proposal: Proposal, box: BoxToCount, now: Instant): TallyRecord {
  const counting = callToCount(proposal, box);
  const result = countCall(counting);
  const facts = resultFacts(result);
  const days = proposal.call?.policy.policy.times.challenge ?? 0;
  return {
    hasQuorum: result.hasQuorum,
    passes: result.passes,
    result: canonicalText(facts),
    resultDigest: digestOf(facts),
    ballotsRoot: box.root,
    ballotsCount: box.ballots.length,
    // Where nobody could find out, chance may have decided: it has to say so.
    isDecidedByLot: result.decidedByLot !== false,
    talliedAt: now,
    challengeUntil: later(now, days * DAY),
  };
}

/** A result is texts, whole numbers, lists of them and nothing else. */
function resultFacts(result: CallResult): Canonical {
  return result as unknown as Canonical;
}
