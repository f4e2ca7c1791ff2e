import type { ChallengeId, MemberId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { challenge as challengeTable } from "#schema/calls.ts";
import { type Box, type CallOf, ofCall } from "./calls.ts";
import { instantAt, instantOrNull, text, textOrNull } from "./cells.ts";
import { insertInto, type Loader, updateById } from "./statement.ts";

/** The time for challenges ended, or this one was decided, in between. */
export const CHALLENGE_OVER = "refused:challenge-over";
export const CHALLENGE_DECIDED = "refused:challenge-decided";

/** What a member says against a result, and what became of it. */
export interface KeptChallenge {
  readonly id: ChallengeId;
  readonly memberId: MemberId;
  readonly reason: string;
  readonly raisedAt: Instant;
  readonly decision: "upheld" | "dismissed" | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
}

/** The challenges of a call, in the order in which they were raised. */
export function challengesOf(of: CallOf): Loader<KeptChallenge[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT id, member_id, reason, raised_at, decision, decided_at, decision_reason
        FROM challenge WHERE ${sql} ORDER BY raised_at, id`,
      args,
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: text(row, 0) as ChallengeId,
        memberId: text(row, 1) as MemberId,
        reason: text(row, 2),
        raisedAt: instantAt(row, 3),
        decision: textOrNull(row, 4) as KeptChallenge["decision"],
        decidedAt: instantOrNull(row, 5),
        decisionReason: textOrNull(row, 6),
      })),
  };
}

export function insertChallenge(
  { proposalId, callNumber }: Box,
  raised: {
    readonly id: ChallengeId;
    readonly memberId: MemberId;
    readonly reason: string;
    readonly raisedAt: Instant;
  },
): Statement {
  return insertInto(challengeTable, { proposalId, callNumber, ...raised });
}

export function decideChallenge(
  id: ChallengeId,
  decided: {
    readonly decision: "upheld" | "dismissed";
    readonly decidedAt: Instant;
    readonly decidedBy: string;
    readonly decisionReason: string;
  },
): Statement {
  return updateById(challengeTable, id, decided);
}
