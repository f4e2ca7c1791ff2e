import { type CycleId, type EnterpriseId, id } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import type { AccountType } from "#domain/ledger/accounts.ts";
import type { CycleSum } from "#domain/ledger/cycle-books.ts";
import type { JournalAccount, JournalRow } from "#domain/ledger/journal.ts";
import type { Row } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import { JOURNAL_ROW, toJournalRow } from "./journal-page.ts";
import { type Page, type PageAsked, paged, pageValues } from "./page.ts";
import type { Loader } from "./statement.ts";

/** Accounts by their code, with their balances. */
export function accountPage(asked: PageAsked): Loader<Page<JournalAccount>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `SELECT code, type, coalesce(posted_cents, 0)
      FROM ledger_account LEFT JOIN ledger_balance ON account_id = id
      WHERE code > ? ORDER BY code LIMIT ?`,
    args: [after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toAccount) }, asked, ({ code }) => code);
}

/** The number of the last posting; 0 while there is none. */
export function lastPosting(): Loader<number> {
  return {
    statement: { sql: "SELECT coalesce(max(id), 0) FROM ledger_tx", args: [] },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

/** The journal from one number to another: they have no gaps. */
export function journalRows(range: {
  readonly after: number;
  readonly upTo: number;
}): Loader<JournalRow[]> {
  return {
    statement: {
      sql: `SELECT ${JOURNAL_ROW} FROM ledger_tx AS t WHERE id > ? AND id <= ? ORDER BY id`,
      args: [range.after, range.upTo],
    },
    parse: (rows) => rows.map(toJournalRow),
  };
}

/** Accounts in the order they were opened, each with its balance as it was after a posting. */
export function accountsAt(range: {
  readonly after: number;
  readonly upToPosting: number;
  readonly limit: number;
}): Loader<(JournalAccount & { readonly id: number })[]> {
  return {
    statement: {
      sql: `SELECT code, type, coalesce(posted_cents, 0) - coalesce((
            SELECT sum(amount_cents) FROM ledger_entry
            WHERE account_id = ledger_account.id AND tx_id > ?2), 0), id
        FROM ledger_account LEFT JOIN ledger_balance ON account_id = id
        WHERE id > ?1 ORDER BY id LIMIT ?3`,
      args: [range.after, range.upToPosting, range.limit],
    },
    parse: (rows) => rows.map((row) => ({ ...toAccount(row), id: integer(row, 3) })),
  };
}

/** The hub that runs a cycle; null when there is no such cycle. */
export function hubOfCycle(cycle: CycleId): Loader<EnterpriseId | null> {
  return {
    statement: { sql: "SELECT hub_id FROM cycle WHERE id = ?", args: [cycle] },
    parse: ([row]) => (row === undefined ? null : id<EnterpriseId>(text(row, 0))),
  };
}

/** What the postings of a cycle moved; the cost follows the cycle, not the books. */
export function cycleSums(cycle: CycleId): Loader<CycleSum[]> {
  return {
    statement: {
      sql: `SELECT t.kind, CASE t.kind WHEN 'producer-settlement' THEN t.ref ELSE '' END,
          CASE WHEN t.kind = 'producer-settlement' OR instr(a.code, ':') = 0 THEN a.code
            ELSE substr(a.code, 1, instr(a.code, ':') - 1) END,
          sum(e.amount_cents)
        FROM ledger_tx t JOIN ledger_entry e ON e.tx_id = t.id
        JOIN ledger_account a ON a.id = e.account_id
        WHERE t.cycle_id = ? GROUP BY 1, 2, 3 ORDER BY 2, 1, 3`,
      args: [cycle],
    },
    parse: (rows) =>
      rows.map((row) => ({
        kind: text(row, 0),
        ref: text(row, 1),
        account: text(row, 2),
        cents: cents(integer(row, 3)),
      })),
  };
}

function toAccount(row: Row): JournalAccount {
  return { code: text(row, 0), type: text(row, 1) as AccountType, balanceCents: integer(row, 2) };
}
