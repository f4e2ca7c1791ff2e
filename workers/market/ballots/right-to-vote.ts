import { digestOf } from "#domain/kernel/digest.ts";
import type { Request } from "#market/edge/env.ts";
import type { Box } from "#store/calls.ts";

/** Whose vote somebody uses, and as whom. */
export interface RightToVote extends Box {
  readonly memberId: string;
  readonly byMemberId: string;
}

/**
 * The request to use a secret vote, without the ballot: what the passkey signs and what op_log
 * remembers is the right to vote, so that neither a signature nor a digest leads from a member to a
 * choice or a tracker. The same key with another ballot is therefore the same request: the first
 * cast is final.
 */
export function asRightToVote(request: Request, right: RightToVote): Request {
  const { proposalId, callNumber, memberId, byMemberId } = right;
  const requestHash = digestOf({
    use: "secret vote",
    proposal: proposalId,
    call: callNumber,
    member: memberId,
    by: byMemberId,
  });
  return { ...request, requestHash };
}
