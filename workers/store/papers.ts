import type { MemberId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { paperBatch } from "#schema/ballots.ts";
import type { Box } from "./calls.ts";
import { integer, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** Another batch took the number in between. */
export const PAPERS_CHANGED = "refused:papers-changed";

/** The number that the next batch of a call gets. */
export function nextBatch(box: Box): Loader<number> {
  return {
    statement: {
      sql: `SELECT coalesce(max(number), 0) + 1 FROM paper_batch
        WHERE proposal_id = ? AND call_number = ?`,
      args: [box.proposalId, box.callNumber],
    },
    parse: ([row]) => (row === undefined ? 1 : integer(row, 0)),
  };
}

/** Those of these members of whom a ballot is in the box, openly or secretly. */
export function votersAmong(box: Box, memberIds: readonly MemberId[]): Loader<string[]> {
  const among = "proposal_id = ?1 AND call_number = ?2 AND member_id IN (SELECT value FROM m)";
  return {
    statement: {
      sql: `WITH m AS (SELECT value FROM json_each(?3))
        SELECT member_id FROM ballot WHERE ${among}
        UNION SELECT member_id FROM voted WHERE ${among}`,
      args: [box.proposalId, box.callNumber, JSON.stringify(memberIds)],
    },
    parse: (rows) => rows.map((row) => text(row, 0)),
  };
}

export function insertBatch(
  { proposalId, callNumber }: Box,
  batch: {
    readonly number: number;
    readonly papers: number;
    readonly enteredBy: PersonId;
    readonly secondedBy: PersonId;
    readonly enteredAt: Instant;
  },
): Statement {
  return insertInto(paperBatch, { proposalId, callNumber, ...batch });
}
