import type { OpenBallot, SecretBallot } from "#domain/governance/ballots/ballot.ts";
import { fractionText } from "#domain/governance/counting/fraction.ts";
import {
  type ElectorateRow,
  electorHandle,
} from "#domain/governance/electorate/freeze-electorate.ts";
import { policyFacts, type PolicyVersion } from "#domain/governance/policy/policy-text.ts";
import type { CallRecord } from "#domain/governance/proposal/proposal.ts";
import type { ProposalFrame, ProposalText } from "#domain/governance/proposal/proposal-text.ts";
import { type Canonical, type Digest, digestOf } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type {
  ExportedCall,
  ExportedOpenBallot,
  ExportedPolicy,
  ExportedRow,
  ExportedSecretBallot,
  ExportedText,
  ExportedVote,
} from "./exported-vote.ts";

/** A text with exactly what its digest is over. */
export function publishedText(
  { title, body, actions, options }: ProposalText,
  { subject, budgetCents }: ProposalFrame,
  of: { readonly proposalId: string; readonly version: number },
): ExportedText {
  return {
    proposal: of.proposalId,
    version: of.version,
    subject,
    budgetCents,
    title,
    body,
    actions: actions.map((action) => ({
      key: action.key,
      subject: action.subject,
      value: action.value,
      follows: action.follows,
    })),
    options: options.map((option) => ({
      code: option.code,
      title: option.title,
      detail: option.detail,
      costCents: option.costCents,
    })),
  };
}

/** A version of a policy with exactly what its digest is over. */
export function publishedPolicy({
  policy,
  ...decided
}: PolicyVersion & { readonly digest: Digest }): ExportedPolicy {
  return { policy: policyFacts(policy), ...decided };
}

/** A call with exactly what its digest is over, and what the quorum wrote later. */
export function publishedCall(proposalId: string, call: CallRecord): ExportedCall {
  const { policy, ...said } = call;
  return {
    proposal: proposalId,
    ...said,
    policy: policy.policy.code,
    policyVersion: policy.version,
  };
}

/** A row of the electorate; whose it is only where members may be seen. */
export function publishedRow(row: ElectorateRow, shows: "members" | "nobody"): ExportedRow {
  const { memberId: member, salt, weight, ...said } = row;
  const shown = { handle: electorHandle(salt, member), ...said, weight: fractionText(weight) };
  return shows === "members" ? { ...shown, member, salt } : shown;
}

export function publishedOpen(
  ballot: OpenBallot & {
    readonly castAt: Instant;
    readonly paper: number | null;
    readonly digest: Digest;
  },
): ExportedOpenBallot {
  const { number, tracker, member, by, nth, choice, castAt, paper, digest } = ballot;
  return { number, tracker, member, by, nth, choice, castAt, paper, digest };
}

export function publishedSecret(
  ballot: SecretBallot & { readonly digest: Digest },
): ExportedSecretBallot {
  const { mark, class: of, basis, weight, choice, digest } = ballot;
  const parts = [String(weight.num), String(weight.den)] as const;
  return { mark, class: of, basis, weight: parts, choice, digest };
}

/** What an export says beside its long lists, which are sealed by digests of their own. */
export type VoteHead = Omit<ExportedVote, "electorate" | "receipts" | "ballots" | "digest">;

/** What everything without a digest of its own is sealed by: names, proxies, the claimed result. */
export function headDigest(head: VoteHead): Digest {
  return digestOf(head as unknown as Canonical);
}
