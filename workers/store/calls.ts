import type { CallRecord, Proposal, TallyRecord } from "#domain/governance/proposal/proposal.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { tally as tallyTable, voteCall } from "#schema/calls.ts";
import { PROPOSAL_SQL, toProposal } from "./proposal-rows.ts";
import type { Which } from "./proposals.ts";
import { insertInto, type Loader } from "./statement.ts";

/** Somebody else called the vote, or counted it, in between. */
export const CALL_EXISTS = "refused:call-exists";
export const TALLIED_ALREADY = "refused:tallied-already";

/** One call of one proposal. */
export interface Box {
  readonly proposalId: ProposalId;
  readonly callNumber: number;
}

/** Which call: the last one of a proposal, where nobody has read its number yet, or a given one. */
export type CallOf = Which | Box;

/** Picks the rows of a call from a table that has `proposal_id` and `call_number`. */
export function ofCall(of: CallOf): Statement {
  if (typeof of === "object") {
    return { sql: "proposal_id = ? AND call_number = ?", args: [of.proposalId, of.callNumber] };
  }
  const column = typeof of === "number" ? "number" : "id";
  return {
    sql: `(proposal_id, call_number) = (SELECT c.proposal_id, max(c.number)
      FROM proposal p JOIN vote_call c ON c.proposal_id = p.id WHERE p.${column} = ?)`,
    args: [of],
  };
}

/** A call as its notice writes it; its electorate is written in front of it. */
export function insertCall(
  proposalId: ProposalId,
  call: Omit<CallRecord, "quorumAt" | "extendedTo">,
): Statement {
  const { policy, ...row } = call;
  const policyCode = policy.policy.code;
  return insertInto(voteCall, { proposalId, ...row, policyCode, policyVersion: policy.version });
}

/** Proposals whose last call is closed and not counted yet, the longest waiting first. */
export function callsToTally(now: Instant, limit: number): Loader<Proposal[]> {
  return {
    statement: {
      sql: `${PROPOSAL_SQL} WHERE coalesce(c.extended_to, c.closes_at) <= ?
          AND t.tallied_at IS NULL AND p.ended_at IS NULL AND c.text_version = v.version
        ORDER BY c.closes_at, p.id LIMIT ?`,
      args: [now, limit],
    },
    parse: (rows) => rows.map(toProposal),
  };
}

/** Proposals whose first call is over without a quorum, so that there has to be a second one. */
export function callsToRepeat(now: Instant, limit: number): Loader<Proposal[]> {
  return {
    statement: {
      sql: `${PROPOSAL_SQL} WHERE t.has_quorum = 0 AND c.round = 1 AND t.challenge_until <= ?
          AND p.ended_at IS NULL ORDER BY t.challenge_until, p.id LIMIT ?`,
      args: [now, limit],
    },
    parse: (rows) => rows.map(toProposal),
  };
}

/** The count of a call, written once. */
export function insertTally({ proposalId, callNumber }: Box, tally: TallyRecord): Statement {
  const { isDecidedByLot: decidedByLot, ...row } = tally;
  return insertInto(tallyTable, { proposalId, callNumber, ...row, decidedByLot });
}
