import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { ProposalSubject } from "#domain/governance/proposal/proposal-text.ts";
import type { AmendmentId, MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Statement } from "#ports/database.ts";
import { proposal as proposalTable } from "#schema/proposals.ts";
import { PROPOSAL_SQL, toProposal } from "./proposal-rows.ts";
import { firstOrNull, insertInto, type Loader, updateById } from "./statement.ts";

/** What the database says when somebody else took the number, or the proposal went on meanwhile. */
export const NUMBER_TAKEN: readonly string[] = ["refused:proposal-exists", "proposal.number"];
export const PROPOSAL_ENDED = "refused:proposal-ended";
export const PROPOSAL_FIXED = "refused:proposal-fixed";
export const PROPOSAL_OPEN = "refused:proposal-open";
export const NOT_PASSED = "refused:proposal-not-passed";

/** Which proposal: by its id, as programs name it, or by its number, as pages do. */
export type Which = ProposalId | number;

/** A proposal with its last text, its last call and its count; null where there is none. */
export function proposalBy(which: Which): Loader<Proposal | null> {
  return firstOrNull({
    statement: {
      sql: `${PROPOSAL_SQL} WHERE ${typeof which === "number" ? "p.number = ?" : "p.id = ?"}`,
      args: [which],
    },
    parse: (rows) => rows.map(toProposal),
  });
}

/** The number that the next proposal gets. */
export function nextNumber(): Loader<number> {
  return {
    statement: { sql: "SELECT coalesce(max(number), 0) + 1 FROM proposal", args: [] },
    parse: ([row]) => Number(row?.[0] ?? 1),
  };
}

export function insertProposal(row: {
  readonly id: ProposalId;
  readonly number: number;
  readonly authorId: MemberId;
  readonly policyCode: string;
  readonly policyVersion: number;
  readonly subject: ProposalSubject;
  readonly budgetCents: Cents | null;
  readonly amendmentId: AmendmentId | null;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly endorsedAt: Instant | null;
}): Statement {
  return insertInto(proposalTable, row);
}

/** Puts a draft before the members; one that needs no endorsement is discussed at once. */
export function submitProposal(
  id: ProposalId,
  { at, needed, policyVersion }: { at: Instant; needed: number; policyVersion: number },
): Statement {
  const endorsedAt = needed === 0 ? at : null;
  return updateById(proposalTable, id, { submittedAt: at, endorsedAt, policyVersion });
}

export function endProposal(
  id: ProposalId,
  ended: {
    readonly how: "withdrawn" | "superseded" | "vetoed";
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
    readonly supersededBy: ProposalId | null;
  },
): Statement {
  const { how: endedHow, at: endedAt, by: endedBy, reason: endedReason, supersededBy } = ended;
  return updateById(proposalTable, id, { endedHow, endedAt, endedBy, endedReason, supersededBy });
}

/**
 * The changes of rules that it makes took effect: goes into the batch that writes them. Refused
 * twice (`PROPOSAL_ENDED`), and for what was not passed or is challenged (`NOT_PASSED`).
 */
export function executeProposal(id: ProposalId, executedAt: Instant): Statement {
  return updateById(proposalTable, id, { executedAt });
}

/**
 * Proposals whose changes of rules were passed and not written yet, the oldest first: which of them
 * may take effect now is up to `mayExecute(row, now)`.
 */
export function passedProposals(limit: number): Loader<Proposal[]> {
  return {
    statement: {
      sql: `${PROPOSAL_SQL} WHERE t.passes = 1 AND c.timelock_days IS NOT NULL
          AND p.executed_at IS NULL AND p.ended_at IS NULL
        ORDER BY t.tallied_at, p.id LIMIT ?`,
      args: [limit],
    },
    parse: (rows) => rows.map(toProposal),
  };
}
