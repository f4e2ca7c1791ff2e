import type { BoxChain, BoxSeal } from "#domain/governance/ballots/sealing.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Sealable } from "#domain/kernel/seal.ts";
import type { Row, Statement } from "#ports/database.ts";
import { ballotBox, ballotSeal } from "#schema/ballots.ts";
import { type Box, type CallOf, ofCall } from "./calls.ts";
import { instantAt, integer, text } from "./cells.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** What the database says when somebody else sealed or closed the box, or a ballot came in. */
export const SEALED_MEANWHILE: readonly string[] = [
  "refused:seal-exists",
  "refused:seal-does-not-follow",
  "refused:ballots-changed",
  "refused:box-closed",
];

const COLUMNS =
  "proposal_id, call_number, number, from_row, to_row, root, previous, sealed_at, digest";

/** All seals of a call, from the first. */
export function boxSeals(of: CallOf): Loader<BoxSeal[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: { sql: `SELECT ${COLUMNS} FROM ballot_seal WHERE ${sql} ORDER BY number`, args },
    parse: (rows) => rows.map(toSeal),
  };
}

export function lastBoxSeal(of: CallOf): Loader<BoxSeal | null> {
  const { sql, args } = ofCall(of);
  return firstOrNull({
    statement: {
      sql: `SELECT ${COLUMNS} FROM ballot_seal WHERE ${sql} ORDER BY number DESC LIMIT 1`,
      args,
    },
    parse: (rows) => rows.map(toSeal),
  });
}

/** Open ballots that no seal is over yet, by their numbers. */
export function unsealedBallots(box: Box, most: number): Loader<Sealable[]> {
  return {
    statement: {
      sql: `SELECT number, digest FROM ballot WHERE proposal_id = ?1 AND call_number = ?2
          AND number > (SELECT coalesce(max(to_row), 0) FROM ballot_seal
            WHERE proposal_id = ?1 AND call_number = ?2)
        ORDER BY number LIMIT ?3`,
      args: [box.proposalId, box.callNumber, most],
    },
    parse: (rows) => rows.map((row) => ({ id: integer(row, 0), digest: text(row, 1) as Digest })),
  };
}

/** Calls with open ballots that no seal is over yet. */
export function callsToSeal(limit: number): Loader<Box[]> {
  return {
    statement: {
      sql: `SELECT proposal_id, number FROM vote_call c WHERE secrecy = 'open'
          AND NOT EXISTS (SELECT 1 FROM ballot_box x
            WHERE x.proposal_id = c.proposal_id AND x.call_number = c.number)
          AND (SELECT coalesce(max(b.number), 0) FROM ballot b
              WHERE b.proposal_id = c.proposal_id AND b.call_number = c.number)
            > (SELECT coalesce(max(s.to_row), 0) FROM ballot_seal s
              WHERE s.proposal_id = c.proposal_id AND s.call_number = c.number)
        ORDER BY closes_at LIMIT ?`,
      args: [limit],
    },
    parse: (rows) => rows.map(toBox),
  };
}

/** Calls whose time is over and whose box stands open, the longest waiting first. */
export function boxesToClose(now: Instant, limit: number): Loader<Box[]> {
  return {
    statement: {
      sql: `SELECT proposal_id, number FROM vote_call c
        WHERE coalesce(extended_to, closes_at) <= ?
          AND NOT EXISTS (SELECT 1 FROM ballot_box x
            WHERE x.proposal_id = c.proposal_id AND x.call_number = c.number)
        ORDER BY closes_at LIMIT ?`,
      args: [now, limit],
    },
    parse: (rows) => rows.map(toBox),
  };
}

/** When a call closes, as it stands; null where there is no such call. */
export function closingOf(box: Box): Loader<Instant | null> {
  return {
    statement: {
      sql: `SELECT coalesce(extended_to, closes_at) FROM vote_call
        WHERE proposal_id = ? AND number = ?`,
      args: [box.proposalId, box.callNumber],
    },
    parse: ([row]) => (row === undefined ? null : instantAt(row, 0)),
  };
}

export function insertBoxSeal({ proposalId, callNumber }: Box, seal: BoxSeal): Statement {
  const { from: fromRow, to: toRow, number, root, previous, sealedAt, digest } = seal;
  const row = { number, fromRow, toRow, root, previous, sealedAt, digest };
  return insertInto(ballotSeal, { proposalId, callNumber, ...row });
}

export function insertBox(
  { proposalId, callNumber }: Box,
  closed: { readonly ballots: number; readonly root: Digest; readonly closedAt: Instant },
): Statement {
  return insertInto(ballotBox, { proposalId, callNumber, ...closed });
}

function toBox(row: Row): Box {
  return { proposalId: text(row, 0) as ProposalId, callNumber: integer(row, 1) };
}

function toSeal(row: Row): BoxSeal {
  return {
    chain: `ballots:${text(row, 0)}:${integer(row, 1)}` satisfies BoxChain,
    number: integer(row, 2),
    from: integer(row, 3),
    to: integer(row, 4),
    root: text(row, 5) as Digest,
    previous: text(row, 6) as Digest,
    sealedAt: instantAt(row, 7),
    digest: text(row, 8) as Digest,
  };
}
