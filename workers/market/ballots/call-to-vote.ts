import { allowPrivate } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CalledProposal } from "#domain/governance/ballots/casting.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { MemberId, PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  actingPerson,
  NOT_IN_ELECTORATE,
  PROXY_MISSING,
  proxyStands,
  VOTE_NOT_OPEN,
} from "#store/casting.ts";
import type { Box } from "#store/calls.ts";
import { electorsAmong } from "#store/electorate.ts";
import { proposalBy } from "#store/proposals.ts";

/** What every cast is read with: the vote, who acts, and whose vote it is. */
export function castingLoaders(box: Box, memberId: MemberId, byMemberId: MemberId) {
  return {
    proposal: proposalBy(box.proposalId),
    acting: actingPerson(byMemberId),
    electors: electorsAmong(box, [memberId]),
    holdsProxy: proxyStands(box, memberId, byMemberId),
  };
}

/** Guards that say that something was read too early: another look tells what to answer. */
export const LOOK_AGAIN = {
  [VOTE_NOT_OPEN]: "decide-again",
  [NOT_IN_ELECTORATE]: "decide-again",
  [PROXY_MISSING]: "decide-again",
} as const;

/**
 * The call that somebody wants to vote in, if they act for the member that brings the ballot: a
 * stranger's member and an absent one are answered alike.
 */
export function callToVote(
  principal: Principal,
  { acting, proposal }: { acting: PersonId | null; proposal: Proposal | null },
  callNumber: number,
): Outcome<CalledProposal, AccessRefusal> {
  const allowed = allowPrivate(principal, "ballots.cast", { person: acting }, "member");
  if (!allowed.ok) return allowed;
  const call = proposal?.call ?? null;
  return proposal === null || call?.number !== callNumber
    ? refuse({ code: "not-found", what: "call" })
    : accept({ row: proposal.row, text: proposal.text, call });
}
