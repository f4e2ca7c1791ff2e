import type { Digest } from "#domain/kernel/digest.ts";
import { type CycleId, type EnterpriseId, id, type OrderId } from "#domain/kernel/ids.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import { cents, type Cents } from "#domain/kernel/money.ts";
import type { AccountType } from "#domain/ledger/accounts.ts";
import type { CycleSum } from "#domain/ledger/cycle-books.ts";
import type { JournalAccount, JournalRow, WrittenLeg } from "#domain/ledger/journal.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, paged, pageValues } from "./page.ts";
import type { Loader } from "./statement.ts";

/** All accounts of one class ("wallet") together; debit positive. */
export interface ClassBalance {
  readonly name: string;
  readonly type: AccountType;
  readonly accounts: number;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  readonly balanceCents: Cents;
}

/** The balances of the books, class by class: read from the balances, never from the entries. */
export function classBalances(): Loader<ClassBalance[]> {
  return {
    statement: {
      sql: `SELECT CASE instr(code, ':') WHEN 0 THEN code
            ELSE substr(code, 1, instr(code, ':') - 1) END AS name,
          type, count(*), coalesce(sum(max(posted_cents, 0)), 0),
          coalesce(sum(max(-posted_cents, 0)), 0), coalesce(sum(posted_cents), 0)
        FROM ledger_account LEFT JOIN ledger_balance ON account_id = id
        GROUP BY 1, 2 ORDER BY 1, 2`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({
        name: text(row, 0),
        type: text(row, 1) as AccountType,
        accounts: integer(row, 2),
        debitCents: cents(integer(row, 3)),
        creditCents: cents(integer(row, 4)),
        balanceCents: cents(integer(row, 5)),
      })),
  };
}

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

const ROW = `id, ref, kind, business_date, posted_at, actor, cycle_id, order_id, resolves, reverses,
  rules, legs, digest`;

/** What a list of postings is narrowed to: one of these, or all. */
export interface PostingFilter {
  readonly cycle: string | null;
  readonly order: string | null;
  readonly account: string | null;
}

const BY = {
  all: `SELECT ${ROW} FROM ledger_tx WHERE id > ?1 AND ?2 IS NULL ORDER BY id LIMIT ?3`,
  cycle: `SELECT ${ROW} FROM ledger_tx WHERE id > ?1 AND cycle_id = ?2 ORDER BY id LIMIT ?3`,
  order: `SELECT ${ROW} FROM ledger_tx WHERE id > ?1 AND order_id = ?2 ORDER BY id LIMIT ?3`,
  account: `SELECT ${ROW} FROM ledger_tx WHERE id IN (
      SELECT tx_id FROM ledger_entry
      WHERE account_id = (SELECT id FROM ledger_account WHERE code = ?2) AND tx_id > ?1
      ORDER BY tx_id LIMIT ?3
    ) ORDER BY id`,
} as const;

/** Postings in the order they were written: all, or those of one cycle, order or account. */
export function postingPage(
  filter: PostingFilter,
  asked: { readonly after: number | null; readonly limit: number },
): Loader<Page<JournalRow>> {
  const { cycle, order, account } = filter;
  const by =
    order !== null ? "order" : account !== null ? "account" : cycle !== null ? "cycle" : "all";
  const statement = {
    sql: BY[by],
    args: [asked.after ?? 0, order ?? account ?? cycle, asked.limit + 1],
  };
  const page = { after: null, limit: asked.limit };
  return paged({ statement, parse: (rows) => rows.map(toJournalRow) }, page, (row) =>
    String(row.id),
  );
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
      sql: `SELECT ${ROW} FROM ledger_tx WHERE id > ? AND id <= ? ORDER BY id`,
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

function toJournalRow(row: Row): JournalRow {
  const [cycle, order] = [textOrNull(row, 6), textOrNull(row, 7)];
  return {
    id: integer(row, 0),
    ref: text(row, 1),
    kind: text(row, 2),
    businessDate: civilDate(text(row, 3)),
    postedAt: instantAt(row, 4),
    actor: text(row, 5),
    cycleId: cycle === null ? null : id<CycleId>(cycle),
    orderId: order === null ? null : id<OrderId>(order),
    resolves: textOrNull(row, 8),
    reverses: textOrNull(row, 9),
    rules: JSON.parse(text(row, 10)) as Record<string, number>,
    legs: JSON.parse(text(row, 11)) as WrittenLeg[],
    digest: text(row, 12) as Digest,
  };
}
