import type { OpenBallot, Receipt, SecretBallot } from "#domain/governance/ballots/ballot.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import { choiceFromText } from "#domain/governance/ballots/read-choice.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import type { Basis } from "#domain/governance/electorate/raw-weights.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { type CallOf, ofCall } from "./calls.ts";
import { type Cells, instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { asLists, listsAt } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** An open ballot as it is kept. */
export interface KeptBallot extends OpenBallot {
  readonly castAt: Instant;
  /** The batch of papers it was entered with; null where it was cast with a passkey. */
  readonly paper: number | null;
  readonly digest: Digest;
}

/** A secret ballot as it is kept. */
export interface KeptSecretBallot extends SecretBallot {
  readonly digest: Digest;
}

/** That a ballot with this tracker is in the box, and what of a blind vote let it in. */
export interface KeptReceipt extends Receipt {
  readonly digest: Digest;
}

/** A box that is closed: what is counted, and the seed of the lot. */
export interface ClosedBox {
  readonly ballots: number;
  readonly root: Digest;
  readonly closedAt: Instant;
}

/** A run of rows of a box: what comes after one of them, in the order of the box. */
export interface PartOfBox {
  readonly after: string;
  readonly limit: number;
}

const WHOLE_BOX: PartOfBox = { after: "", limit: Number.MAX_SAFE_INTEGER };

/**
 * All that is in the box of a call: open ballots, or secret ones with the receipts that were given
 * for them; and the box itself once it is closed. Loaders of one batch.
 */
export function ballotsOf(of: CallOf) {
  return {
    open: openBallots(of),
    secret: secretBallots(of),
    receipts: secretReceipts(of),
    box: closedBox(of),
  };
}

const OPEN = "number, tracker, member_id, by_member, nth, choice, cast_at, paper, digest";

/** Open ballots in the order of casting; a part comes after a number. */
export function openBallots(of: CallOf, { after, limit } = WHOLE_BOX): Loader<KeptBallot[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT ${asLists(OPEN, "number")} FROM (SELECT ${OPEN} FROM ballot
        WHERE ${sql} AND number > ? ORDER BY number LIMIT ?)`,
      args: [...args, Number(after), limit],
    },
    parse: ([row]) => (row === undefined ? [] : listsAt(row, 0, toBallot)),
  };
}

/** Open ballots of the members who have objected, in the order of casting. */
export function objectorsBallots(of: CallOf): Loader<KeptBallot[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT ${asLists(OPEN, "number")} FROM ballot WHERE ${sql} AND member_id IN (
        SELECT member_id FROM ballot WHERE ${sql}
          AND json_extract(choice, '$.vote') = 'objection')`,
      args: [...args, ...args],
    },
    parse: ([row]) => (row === undefined ? [] : listsAt(row, 0, toBallot)),
  };
}

const SECRET = "mark, class, basis, weight_num, weight_den, choice, digest";

/** Secret ballots by their marks. */
export function secretBallots(
  of: CallOf,
  { after, limit } = WHOLE_BOX,
): Loader<KeptSecretBallot[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT ${asLists(SECRET, "mark")} FROM (SELECT ${SECRET} FROM secret_ballot
        WHERE ${sql} AND mark > ? ORDER BY mark LIMIT ?)`,
      args: [...args, after, limit],
    },
    parse: ([row]) => (row === undefined ? [] : listsAt(row, 0, toSecret)),
  };
}

/** The smallest number of secret ballots with one class and weight; null where all are alike. */
export function fewestAlike(of: CallOf): Loader<number | null> {
  const { sql, args } = ofCall(of);
  return {
    statement: { sql: fewestOf(sql), args },
    parse: ([row]) => (row === undefined ? null : integerOrNull(row, 0)),
  };
}

/** The same as a query inside another one. @param where constant text: which ballots, as `b` */
export function fewestOf(where: string): string {
  return `SELECT min(n) FROM (SELECT count(*) AS n, count(*) OVER () AS kinds
      FROM secret_ballot b WHERE ${where}
      GROUP BY b.class, b.basis, b.weight_num, b.weight_den) WHERE kinds > 1`;
}

const RECEIPT = "tracker, prefix, signature, digest";

/** Receipts of secret ballots by their trackers. */
export function secretReceipts(of: CallOf, { after, limit } = WHOLE_BOX): Loader<KeptReceipt[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT ${asLists(RECEIPT, "tracker")} FROM (
        SELECT ${RECEIPT} FROM secret_receipt
        WHERE ${sql} AND tracker > ? ORDER BY tracker LIMIT ?)`,
      args: [...args, after, limit],
    },
    parse: ([row]) => (row === undefined ? [] : listsAt(row, 0, toReceipt)),
  };
}

/** The box of a call, once it is closed. */
function closedBox(of: CallOf): Loader<ClosedBox | null> {
  const { sql, args } = ofCall(of);
  return {
    statement: { sql: `SELECT ballots, root, closed_at FROM ballot_box WHERE ${sql}`, args },
    parse: ([row]) =>
      row === undefined
        ? null
        : {
            ballots: integer(row, 0),
            root: text(row, 1) as Digest,
            closedAt: instantAt(row, 2),
          },
  };
}

/** @throws BrokenInvariant on a text that is no choice: nothing of ours wrote it. */
export function keptChoice(kept: string): Choice {
  const choice = choiceFromText(kept);
  invariant(choice !== null, "a ballot that is kept has a choice");
  return choice;
}

function toBallot(row: Cells): KeptBallot {
  return {
    number: integer(row, 0),
    tracker: text(row, 1),
    member: text(row, 2),
    by: text(row, 3),
    nth: integer(row, 4),
    choice: keptChoice(text(row, 5)),
    castAt: instantAt(row, 6),
    paper: integerOrNull(row, 7),
    digest: text(row, 8) as Digest,
  };
}

function toReceipt(row: Cells): KeptReceipt {
  const [prefix, signature] = [textOrNull(row, 1), textOrNull(row, 2)];
  const shown = prefix === null || signature === null ? {} : { token: { prefix, signature } };
  return { tracker: text(row, 0), ...shown, digest: text(row, 3) as Digest };
}

function toSecret(row: Cells): KeptSecretBallot {
  return {
    mark: text(row, 0),
    class: text(row, 1),
    basis: text(row, 2) as Basis,
    weight: fraction(integer(row, 3), integer(row, 4)),
    choice: keptChoice(text(row, 5)),
    digest: text(row, 6) as Digest,
  };
}
