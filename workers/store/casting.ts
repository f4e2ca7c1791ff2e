import {
  ballotDigest,
  type Casting,
  type OpenBallot,
  type Receipt,
  receiptDigest,
  type SecretBallot,
  secretBallotDigest,
} from "#domain/governance/ballots/ballot.ts";
import type { EarlierBallot, LateQuorum } from "#domain/governance/ballots/casting.ts";
import { choiceText } from "#domain/governance/ballots/choice.ts";
import type { MemberId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { secretBallot, secretReceipt, voted as votedTable } from "#schema/ballots.ts";
import { keptChoice } from "./ballots.ts";
import type { Box } from "./calls.ts";
import { integer, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** What the database says to a ballot that does not go in. */
export const VOTE_NOT_OPEN = "refused:vote-not-open";
export const NOT_IN_ELECTORATE = "refused:not-in-electorate";
export const PROXY_MISSING = "refused:proxy-missing";
/** Another ballot of the same hand came in between. */
export const BALLOTS_CHANGED = "refused:ballots-changed";
export const CAST_ALREADY = "refused:ballot-cast-already";
export const CAST_BY_OTHER = "refused:ballot-cast-by-other";
export const TRACKER_TAKEN = "refused:tracker-taken";
/** A mark is drawn again: of 130 bits two are hardly ever the same. */
export const MARK_TAKEN = "refused:ballot-fixed";

/** Who acts for a member; null where there is no such member. */
export function actingPerson(memberId: MemberId): Loader<PersonId | null> {
  return {
    statement: { sql: "SELECT person_id FROM member WHERE id = ?", args: [memberId] },
    parse: ([row]) => (row === undefined ? null : (text(row, 0) as PersonId)),
  };
}

/** Whether one member's proxy stands with another. */
export function proxyStands(box: Box, giver: MemberId, holder: MemberId): Loader<boolean> {
  return {
    statement: {
      sql: `SELECT 1 FROM proxy WHERE proposal_id = ? AND call_number = ? AND giver_id = ?
        AND holder_id = ? AND revoked_at IS NULL`,
      args: [box.proposalId, box.callNumber, giver, holder],
    },
    parse: (rows) => rows.length > 0,
  };
}

/** The open ballots of one member that are in the box. */
export function earlierBallots(box: Box, memberId: MemberId): Loader<EarlierBallot[]> {
  return {
    statement: {
      sql: `SELECT by_member, nth, choice FROM ballot
        WHERE proposal_id = ? AND call_number = ? AND member_id = ?`,
      args: [box.proposalId, box.callNumber, memberId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        by: text(row, 0),
        nth: integer(row, 1),
        choice: keptChoice(text(row, 2)),
      })),
  };
}

/** Whether somebody's secret vote is used. */
export function hasVoted(box: Box, memberId: MemberId): Loader<boolean> {
  return {
    statement: {
      sql: "SELECT 1 FROM voted WHERE proposal_id = ? AND call_number = ? AND member_id = ?",
      args: [box.proposalId, box.callNumber, memberId],
    },
    parse: (rows) => rows.length > 0,
  };
}

/** Puts an open ballot into the box: its place in it is the next one. */
export function putOpen(box: Box, ballot: Omit<OpenBallot, "number">, casting: Casting): Statement {
  return {
    sql: `INSERT INTO ballot (proposal_id, call_number, number, tracker, member_id, by_member, nth,
        choice, cast_at, paper, digest)
      VALUES (?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM ballot
        WHERE proposal_id = ?1 AND call_number = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
    args: [
      box.proposalId,
      box.callNumber,
      ballot.tracker,
      ballot.member,
      ballot.by,
      ballot.nth,
      choiceText(ballot.choice),
      casting.castAt,
      casting.paper,
      ballotDigest(box, ballot, casting),
    ],
  };
}

/** That somebody has used their secret vote. */
export function useVote(box: Box, memberId: MemberId): Statement {
  return insertInto(votedTable, { ...box, memberId });
}

/** Puts a secret ballot into the box, and its tracker among the receipts: two rows, no link. */
export function putSecret(box: Box, ballot: SecretBallot, receipt: Receipt): readonly Statement[] {
  const { mark, basis, weight, choice } = ballot;
  const { tracker, token } = receipt;
  return [
    insertInto(secretReceipt, { ...box, tracker, digest: receiptDigest(box, receipt), ...token }),
    insertInto(secretBallot, {
      ...box,
      mark,
      class: ballot.class,
      basis,
      weightNum: Number(weight.num),
      weightDen: Number(weight.den),
      choice: choiceText(choice),
      digest: secretBallotDigest(box, ballot),
    }),
  ];
}

/** The texts of ballots that leave the matter to the others. */
const BLANK = `('{"vote":"abstain"}', '{"approved":[]}', '{"ranking":[]}', '{"scores":{}}',
    '{"ranks":{}}')`;

/** Whole votes: of who votes by exchange or finances the caps are not known yet, so heads count. */
const VOTES = "iif(e.basis = 'legal-person', e.weight_num / e.weight_den, 1)";

/** Votes in the box, of each member once: ?1 and ?2 say which, ?5 whether blank ones count. */
const PRESENT = `(SELECT coalesce(sum(${VOTES}), 0) FROM electorate_row e
    WHERE e.proposal_id = ?1 AND e.call_number = ?2 AND e.member_id IN (
      SELECT b.member_id FROM ballot b WHERE b.proposal_id = ?1 AND b.call_number = ?2
        AND (?5 OR b.choice NOT IN ${BLANK})))
  + (SELECT coalesce(sum(${VOTES}), 0) FROM secret_ballot e
    WHERE e.proposal_id = ?1 AND e.call_number = ?2 AND (?5 OR e.choice NOT IN ${BLANK}))`;

/**
 * Goes behind a ballot that is the member's first (of those that say something, where the quorum
 * asks for that): if it is the one that brings the quorum, the vote is extended, once. Of two that
 * come at once the database sees one after the other, so exactly one of them is.
 * @param memberId whose ballot it is; null where nobody may know, then it is one vote
 */
export function extendIfQuorate(
  box: Box,
  memberId: MemberId | null,
  { share, isStrict, of, extendedTo }: LateQuorum,
  now: Instant,
): Statement {
  const least = isStrict ? "> ?7 * f.may_vote" : ">= ?7 * f.may_vote";
  return {
    sql: `UPDATE vote_call SET quorum_at = ?3, extended_to = ?4
      FROM (SELECT ${PRESENT} AS present,
        (SELECT coalesce(sum(${VOTES}), 0) FROM electorate_row e
          WHERE e.proposal_id = ?1 AND e.call_number = ?2 AND e.reason = '') AS may_vote,
        coalesce((SELECT ${VOTES} FROM electorate_row e
          WHERE e.proposal_id = ?1 AND e.call_number = ?2 AND e.member_id = ?6), 1) AS own) f
      WHERE proposal_id = ?1 AND number = ?2 AND quorum_at IS NULL
        AND f.present * ?8 ${least} AND NOT ((f.present - f.own) * ?8 ${least})`,
    args: [
      box.proposalId,
      box.callNumber,
      now,
      extendedTo,
      of === "present" ? 1 : 0,
      memberId,
      Number(share.num),
      Number(share.den),
    ],
  };
}
