import type { CallNotice } from "#domain/governance/proposal/call-notices.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { id, type PersonId, type ProposalId } from "#domain/kernel/ids.ts";
import { DAY, type Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import type { Box } from "./calls.ts";
import { integer, text } from "./cells.ts";
import { PROPOSAL_SQL, toProposal } from "./proposal-rows.ts";
import type { Loader } from "./statement.ts";

/** So long after its close a call may still be told of: challenges are decided by then. */
const LATELY = 60 * DAY;
const RECENT = "coalesce(c.extended_to, c.closes_at) > ?";

/** Proposals whose last call runs, or closed not long ago. */
export function callsToTell(now: Instant): Loader<Proposal[]> {
  return {
    statement: {
      sql: `${PROPOSAL_SQL} WHERE ${RECENT} AND p.ended_at IS NULL`,
      args: [now - LATELY],
    },
    parse: (rows) => rows.map(toProposal),
  };
}

/** How far a letter about a call went; `isDone` once everybody was reached. */
export interface CallTold extends Box {
  readonly notice: CallNotice;
  readonly reached: string;
  readonly isDone: boolean;
}

/** How far the letters about these calls went. */
export function toldOfCalls(now: Instant): Loader<CallTold[]> {
  return {
    statement: {
      sql: `SELECT n.proposal_id, n.call_number, n.notice, n.reached, n.finished_at IS NOT NULL
        FROM call_notice n JOIN vote_call c
          ON c.proposal_id = n.proposal_id AND c.number = n.call_number
        WHERE ${RECENT}`,
      args: [now - LATELY],
    },
    parse: (rows) =>
      rows.map((row) => ({
        proposalId: text(row, 0) as ProposalId,
        callNumber: integer(row, 1),
        notice: text(row, 2) as CallNotice,
        reached: text(row, 3),
        isDone: integer(row, 4) === 1,
      })),
  };
}

/** Somebody who acts for a member of an electorate. */
export interface VoteReader {
  readonly id: PersonId;
  readonly address: string;
  readonly lang: "it" | "en";
}

/** The next people who may vote in a call, by their ids; one who acts for several hears once. */
export function voteReaders(
  { proposalId, callNumber }: Box,
  { after, limit }: { readonly after: string; readonly limit: number },
): Loader<VoteReader[]> {
  return {
    statement: {
      sql: `SELECT DISTINCT p.id, (SELECT e.address FROM person_email e WHERE e.person_id = p.id
              AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL ORDER BY e.id LIMIT 1),
          n.language
        FROM electorate_row r JOIN member m ON m.id = r.member_id
          JOIN person p ON p.id = m.person_id JOIN person_profile n ON n.person_id = p.id
        WHERE r.proposal_id = ? AND r.call_number = ? AND r.reason = '' AND p.id > ?
          AND p.erased_at IS NULL AND EXISTS (SELECT 1 FROM person_email e
            WHERE e.person_id = p.id AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL)
        ORDER BY p.id LIMIT ?`,
      args: [proposalId, callNumber, after, limit],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: id<PersonId>(text(row, 0)),
        address: text(row, 1),
        lang: text(row, 2) as "it" | "en",
      })),
  };
}

/** Notes how far a letter went, in the batch that queues it; another run's note refuses it. */
export function callNoticeReached(
  { proposalId, callNumber }: Box,
  notice: CallNotice,
  to: {
    /** The place in the list from which this run went on; null where it began. */
    readonly from: string | null;
    readonly reached: string;
    readonly at: Instant;
    readonly isDone: boolean;
  },
): Statement {
  const { from, reached, at, isDone } = to;
  const finishedAt = isDone ? at : null;
  if (from === null) {
    return {
      sql: `INSERT INTO call_notice (proposal_id, call_number, notice, reached, at, finished_at)
        VALUES (?, ?, ?, ?, ?, ?)`,
      args: [proposalId, callNumber, notice, reached, at, finishedAt],
    };
  }
  return {
    sql: `UPDATE call_notice SET reached = ?, at = ?, finished_at = ?
      WHERE proposal_id = ? AND call_number = ? AND notice = ?`,
    args: [reached, at, finishedAt, proposalId, callNumber, notice],
  };
}
