import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { rowOf, UNCHALLENGED } from "#domain/governance/proposal/standing.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { id, type MemberId, type ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { aPolicy } from "./policies.ts";

/** A proposal that was endorsed at an instant, and by default changes the network's fee. */
export function aProposal(endorsedAt: Instant, change: Partial<Proposal> = {}): Proposal {
  const policy = { policy: aPolicy(), version: 1 };
  const facts = {
    submittedAt: endorsedAt,
    endorsedAt,
    executedAt: null,
    ended: null,
    call: null,
    tally: null,
    challenged: UNCHALLENGED,
    ...change,
  };
  const text = {
    version: 1,
    title: "Contributo al 5,5 %",
    body: "",
    actions: [{ key: "network-fee", subject: "", value: "550", follows: 1 }],
    options: [],
    digest: digestOfText("text"),
    writtenAt: endorsedAt,
    ...change.text,
  };
  return {
    id: id<ProposalId>("01jz9x0000000000000000c0s1"),
    number: 1,
    authorId: id<MemberId>("01jz9x0000000000000000c0s2"),
    subject: "rules",
    budgetCents: null,
    amendmentId: null,
    createdAt: endorsedAt,
    endorsements: 3,
    policy,
    ...facts,
    text,
    row: rowOf({ ...facts, textVersion: text.version }, (facts.call?.policy ?? policy).policy),
  };
}
