import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { closeOf } from "#domain/governance/ballots/casting.ts";
import { type Objection, objectionsAmong } from "#domain/governance/ballots/objections.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import { type KeptBallot, objectorsBallots, openBallots } from "#store/ballots.ts";
import type { Page } from "#store/page.ts";
import { proposalBy } from "#store/proposals.ts";

type Refusal = AccessRefusal | BallotRefusal;

/**
 * Who voted what in the last call, in the order of casting: for members and auditors, once the vote
 * is closed. Of a secret vote there is nothing to tell.
 */
export async function listBallots(
  request: Request,
  proposalId: ProposalId,
  { after, limit }: RowPage,
): Promise<Outcome<Page<KeptBallot>, Refusal>> {
  const part = { after: String(after ?? 0), limit: limit + 1 };
  const { known, principal } = await look(request, {
    proposal: proposalBy(proposalId),
    ballots: openBallots(proposalId, part),
  });
  const allowed = allow(principal, "deliberation.read");
  if (!allowed.ok) return allowed;
  if (known.proposal === null) return refuse({ code: "not-found", what: "proposal" });
  const { call } = known.proposal;
  if (call === null) return accept({ items: [], next: null });
  const closesAt = closeOf(call);
  if (request.ports.now < closesAt) return refuse({ code: "roll-call-later", closesAt });
  const items = known.ballots.slice(0, limit);
  const next = known.ballots.length > limit ? String(items.at(-1)?.number) : null;
  return accept({ items, next });
}

/**
 * Objections in a vote by consent, those taken back too: members read them while the vote runs, so
 * that they can be met.
 */
export async function listObjections(
  request: Request,
  proposalId: ProposalId,
): Promise<Outcome<Page<Objection>, Refusal>> {
  const { known, principal } = await look(request, {
    proposal: proposalBy(proposalId),
    ballots: objectorsBallots(proposalId),
  });
  const allowed = allow(principal, "deliberation.read");
  if (!allowed.ok) return allowed;
  if (known.proposal === null) return refuse({ code: "not-found", what: "proposal" });
  const { call, policy } = known.proposal;
  const { ownBeatsProxy } = (call?.policy ?? policy).policy;
  return accept({ items: [...objectionsAmong(known.ballots, ownBeatsProxy)], next: null });
}
