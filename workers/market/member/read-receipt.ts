import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { replacedBallot, votersShown } from "#store/own-votes.ts";
import { proposalBy } from "#store/proposals.ts";
import { type FoundReceipt, receiptBy } from "#store/receipts.ts";

/** What is known of a receipt. */
export interface ReceiptView {
  readonly around: Around;
  readonly proposal: Proposal;
  /** Null where no box of the proposal has such a ballot. */
  readonly found: FoundReceipt | null;
  /** A later ballot of its member counts instead. */
  readonly isReplaced: boolean;
  /** The call that it was cast in has a count. */
  readonly isCounted: boolean;
  /** Whoever asks has more votes to cast. */
  readonly mayVoteAgain: boolean;
}

/** Whether a ballot is in the boxes of a proposal; anybody who has its tracker may ask. */
export async function readReceipt(
  request: Request,
  { number, tracker }: { readonly number: number; readonly tracker: string },
): Promise<Outcome<ReceiptView, AccessRefusal>> {
  const { known } = await look(request, {
    ...aroundLoaders(request),
    proposal: proposalBy(number),
    found: receiptBy(number, tracker),
    isReplaced: replacedBallot(tracker),
    voters: votersShown(number, request.credentials),
  });
  const { proposal, found, voters, isReplaced } = known;
  if (proposal === null || proposal.submittedAt === null) {
    return refuse({ code: "not-found", what: "proposal" });
  }
  const isOfCall = found !== null && found.callNumber === proposal.call?.number;
  return accept({
    around: aroundOf(known, request),
    proposal,
    found,
    isReplaced,
    isCounted: isOfCall && proposal.tally !== null,
    mayVoteAgain: voters.some(({ reason, hasVoted }) => reason === "" && !hasVoted),
  });
}
