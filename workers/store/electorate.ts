import { fraction } from "#domain/governance/counting/fraction.ts";
import type { NotEligible } from "#domain/governance/electorate/eligibility.ts";
import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import type { Basis } from "#domain/governance/electorate/raw-weights.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Statement } from "#ports/database.ts";
import { type Box, type CallOf, ofCall } from "./calls.ts";
import { type Cells, integer, text } from "./cells.ts";
import { asLists, listsAt } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** The electorate of a call is whole and closed, or not whole: nobody enters any more. */
export const ELECTORATE_FIXED = "refused:electorate-fixed";

/** Everybody of a frozen electorate in one statement, in front of their call. */
export function insertElectorate(box: Box, rows: readonly ElectorateRow[]): Statement {
  const lists = rows.map((row) => [
    row.memberId,
    row.class,
    row.basis,
    smallEnough(row.weight.num),
    smallEnough(row.weight.den),
    row.reason,
    row.mayHold ? 1 : 0,
    row.salt,
    row.digest,
  ]);
  return {
    sql: `INSERT INTO electorate_row (proposal_id, call_number, member_id, class, basis,
        weight_num, weight_den, reason, may_hold, salt, digest)
      SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
        value ->> 6, value ->> 7, value ->> 8
      FROM json_each(?3)`,
    args: [box.proposalId, box.callNumber, JSON.stringify(lists)],
  };
}

/** A weight is a mean of a year's cents, in lowest terms: far from what a number can hold. */
function smallEnough(part: bigint): number {
  invariant(part <= BigInt(Number.MAX_SAFE_INTEGER), "a weight fits into a number");
  return Number(part);
}

const COLUMNS = `member_id, class, basis, weight_num, weight_den, reason, may_hold, salt, digest`;

/** Everybody of a call's electorate, in the order of their digests. */
export function electorateOf(of: CallOf): Loader<ElectorateRow[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT ${asLists(COLUMNS, "digest")} FROM electorate_row WHERE ${sql}`,
      args,
    },
    parse: ([row]) => (row === undefined ? [] : listsAt(row, 0, toElector)),
  };
}

/** A row of an electorate, with the name by which members know its member. */
export interface NamedElector extends ElectorateRow {
  readonly name: string;
}

/** A part of an electorate by its members' ids, after one of them. */
export function electoratePart(
  of: CallOf,
  { after, limit }: { readonly after: string; readonly limit: number },
): Loader<NamedElector[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT e.member_id, e.class, e.basis, e.weight_num, e.weight_den, e.reason, e.may_hold,
          e.salt, e.digest, coalesce(i.name, '')
        FROM electorate_row e LEFT JOIN member_identity i ON i.member_id = e.member_id
        WHERE ${sql} AND e.member_id > ? ORDER BY e.member_id LIMIT ?`,
      args: [...args, after, limit],
    },
    parse: (rows) => rows.map((row) => ({ ...toElector(row), name: text(row, 9) })),
  };
}

/** How many of a call's electorate may vote (""), and how many not, by the reason. */
export function electorateCounts(
  of: CallOf,
): Loader<{ readonly reason: NotEligible | ""; readonly count: number }[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT reason, count(*) FROM electorate_row WHERE ${sql}
        GROUP BY reason ORDER BY reason`,
      args,
    },
    parse: (rows) =>
      rows.map((row) => ({ reason: text(row, 0) as NotEligible | "", count: integer(row, 1) })),
  };
}

/** The rows of these members in a call's electorate. */
export function electorsAmong(of: CallOf, members: readonly string[]): Loader<ElectorateRow[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM electorate_row WHERE ${sql}
        AND member_id IN (SELECT value FROM json_each(?)) ORDER BY member_id`,
      args: [...args, JSON.stringify(members)],
    },
    parse: (rows) => rows.map(toElector),
  };
}

export function toElector(row: Cells): ElectorateRow {
  return {
    memberId: text(row, 0),
    class: text(row, 1),
    basis: text(row, 2) as Basis,
    weight: fraction(integer(row, 3), integer(row, 4)),
    reason: text(row, 5) as NotEligible | "",
    mayHold: integer(row, 6) === 1,
    salt: text(row, 7),
    digest: text(row, 8) as Digest,
  };
}
