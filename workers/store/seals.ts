import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Chain, Seal, Sealable } from "#domain/kernel/seal.ts";
import type { Row, Statement } from "#ports/database.ts";
import { seal as sealTable } from "#schema/ground.ts";
import { instantAt, integer, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** The rows of a chain that no seal covers yet, oldest first, with when each was written. */
export type Unsealed = Sealable & { readonly at: Instant };

/** What the database says when somebody else has sealed the same rows. */
export const SEALED_ALREADY: readonly string[] = [
  "refused:seal-exists",
  "refused:seal-does-not-follow",
];

const UNSEALED: Readonly<Record<Chain, string>> = {
  ledger: `SELECT id, digest, posted_at FROM ledger_tx
    WHERE id > (SELECT coalesce(max(to_id), 0) FROM seal WHERE chain = 'ledger')
    ORDER BY id LIMIT ?`,
  rules: `SELECT id, digest, decided_at FROM rule_version
    WHERE id > (SELECT coalesce(max(to_id), 0) FROM seal WHERE chain = 'rules')
    ORDER BY id LIMIT ?`,
  members: `SELECT id, digest, at FROM member_event
    WHERE id > (SELECT coalesce(max(to_id), 0) FROM seal WHERE chain = 'members')
    ORDER BY id LIMIT ?`,
  shares: `SELECT id, digest, at FROM share_event
    WHERE id > (SELECT coalesce(max(to_id), 0) FROM seal WHERE chain = 'shares')
    ORDER BY id LIMIT ?`,
};

export function unsealed(chain: Chain, most: number): Loader<Unsealed[]> {
  return {
    statement: { sql: UNSEALED[chain], args: [most] },
    parse: (rows) =>
      rows.map((row) => ({
        id: integer(row, 0),
        digest: text(row, 1) as Digest,
        at: instantAt(row, 2),
      })),
  };
}

const COLUMNS = "chain, number, from_id, to_id, root, previous, sealed_at, digest";

export function lastSeal(chain: Chain): Loader<Seal | null> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM seal WHERE chain = ? ORDER BY number DESC LIMIT 1`,
      args: [chain],
    },
    parse: ([row]) => (row === undefined ? null : toSeal(row)),
  };
}

/** The seals of a chain that end in a run of rows. */
export function sealsOver(
  chain: Chain,
  rows: { readonly after: number; readonly upTo: number },
): Loader<Seal[]> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM seal WHERE chain = ? AND to_id > ? AND to_id <= ?
        ORDER BY number`,
      args: [chain, rows.after, rows.upTo],
    },
    parse: (found) => found.map(toSeal),
  };
}

export function insertSeal(seal: Seal): Statement {
  const { from, to, ...row } = seal;
  return insertInto(sealTable, { ...row, fromId: from, toId: to });
}

function toSeal(row: Row): Seal {
  return {
    chain: text(row, 0) as Chain,
    number: integer(row, 1),
    from: integer(row, 2),
    to: integer(row, 3),
    root: text(row, 4) as Digest,
    previous: text(row, 5) as Digest,
    sealedAt: instantAt(row, 6),
    digest: text(row, 7) as Digest,
  };
}
