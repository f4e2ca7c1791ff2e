import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type OwnVoter, votersShown } from "#store/own-votes.ts";
import { proposalBy } from "#store/proposals.ts";

/** What a ballot is drawn from. */
export interface BallotView {
  readonly around: Around;
  readonly proposal: Proposal;
  readonly voters: readonly OwnVoter[];
}

/** The ballot of a proposal, for who is signed in. */
export async function readBallot(
  request: Request,
  number: number,
): Promise<Outcome<BallotView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    proposal: proposalBy(number),
    voters: votersShown(number, request.credentials),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const { proposal, voters } = known;
  if (proposal === null || proposal.submittedAt === null) {
    return refuse({ code: "not-found", what: "proposal" });
  }
  return accept({ around: aroundOf(known, request), proposal, voters });
}
