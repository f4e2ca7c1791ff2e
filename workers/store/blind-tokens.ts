import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import type { MadeBlindKey } from "#ports/blind-keys.ts";
import type { Statement } from "#ports/database.ts";
import { givenToken as givenTable, tokenLock } from "#schema/blind-tokens.ts";
import { type Box, type CallOf, ofCall } from "./calls.ts";
import { integer, text } from "./cells.ts";
import { toElector } from "./electorate.ts";
import { insertInto, type Loader } from "./statement.ts";

/** There would be more ballots than members who have a token. */
export const TOKENS_EXCEEDED = "refused:tokens-exceeded";

/** Locks the key of a call away, behind the call whose notice shows its public half. */
export function insertLock({ proposalId, callNumber }: Box, lockedKey: string): Statement {
  return insertInto(tokenLock, { proposalId, callNumber, lockedKey });
}

/** The key of a call, its private half locked; null where votes are cast without tokens. */
export function tokenKeyOf({ proposalId, callNumber }: Box): Loader<MadeBlindKey | null> {
  return {
    statement: {
      sql: `SELECT c.token_key, l.locked_key FROM token_lock l
          JOIN vote_call c ON c.proposal_id = l.proposal_id AND c.number = l.call_number
        WHERE l.proposal_id = ? AND l.call_number = ?`,
      args: [proposalId, callNumber],
    },
    parse: ([row]) =>
      row === undefined ? null : { modulus: text(row, 0), lockedKey: text(row, 1) },
  };
}

/** What was signed unseen for a member; null where nothing was. */
export function signedFor(box: Box, memberId: MemberId): Loader<string | null> {
  return {
    statement: {
      sql: `SELECT blinded FROM given_token
        WHERE proposal_id = ? AND call_number = ? AND member_id = ?`,
      args: [box.proposalId, box.callNumber, memberId],
    },
    parse: ([row]) => (row === undefined ? null : text(row, 0)),
  };
}

/** That a member is given the token of their vote. */
export function insertGiven(
  { proposalId, callNumber }: Box,
  memberId: MemberId,
  blinded: string,
): Statement {
  return insertInto(givenTable, { proposalId, callNumber, memberId, blinded });
}

/** What is known of a token that is shown: whether it was used, and whether any is left unused. */
export interface ShownToken {
  readonly isUsed: boolean;
  readonly isOneLeft: boolean;
}

export function shownToken({ proposalId, callNumber }: Box, tracker: string): Loader<ShownToken> {
  return {
    statement: {
      sql: `SELECT EXISTS (SELECT 1 FROM secret_receipt
          WHERE proposal_id = ?1 AND call_number = ?2 AND tracker = ?3),
        (SELECT count(*) FROM voted WHERE proposal_id = ?1 AND call_number = ?2)
          > (SELECT count(*) FROM secret_receipt WHERE proposal_id = ?1 AND call_number = ?2)`,
      args: [proposalId, callNumber, tracker],
    },
    parse: ([row = []]) => ({ isUsed: integer(row, 0) === 1, isOneLeft: integer(row, 1) === 1 }),
  };
}

/** The electorate's rows of those who voted with a token, or on paper, by their digests. */
export function givenRows({ proposalId, callNumber }: Box): Loader<Digest[]> {
  return {
    statement: {
      sql: `SELECT e.digest FROM vote_call c
          JOIN voted w ON w.proposal_id = c.proposal_id AND w.call_number = c.number
          JOIN electorate_row e ON e.proposal_id = w.proposal_id
            AND e.call_number = w.call_number AND e.member_id = w.member_id
        WHERE c.proposal_id = ? AND c.number = ? AND c.secrecy = 'blind' ORDER BY e.digest`,
      args: [proposalId, callNumber],
    },
    parse: (rows) => rows.map((row) => text(row, 0) as Digest),
  };
}

/** How many members have a token of a call, or voted on paper. */
export function tokensGiven(of: CallOf): Loader<number> {
  const { sql, args } = ofCall(of);
  return {
    statement: { sql: `SELECT count(*) FROM voted WHERE ${sql}`, args },
    parse: ([row = []]) => integer(row, 0),
  };
}

/** One of those who may vote: in a blind vote what they weigh is what everybody weighs. */
export function anyElector({ proposalId, callNumber }: Box): Loader<ElectorateRow | null> {
  return {
    statement: {
      sql: `SELECT member_id, class, basis, weight_num, weight_den, reason, may_hold, salt, digest
        FROM electorate_row
        WHERE proposal_id = ? AND call_number = ? AND reason = '' LIMIT 1`,
      args: [proposalId, callNumber],
    },
    parse: ([row]) => (row === undefined ? null : toElector(row)),
  };
}
