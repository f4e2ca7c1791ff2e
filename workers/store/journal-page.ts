import type { Digest } from "#domain/kernel/digest.ts";
import { type CycleId, id, type OrderId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate } from "#domain/kernel/instant.ts";
import type { JournalRow, WrittenLeg } from "#domain/ledger/journal.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { type Page, paged } from "./page.ts";
import type { Loader } from "./statement.ts";

/** The columns of a posting `t`, in the order in which `toJournalRow` reads them. */
export const JOURNAL_ROW = `t.id, t.ref, t.kind, t.business_date, t.posted_at, t.actor, t.cycle_id,
  t.order_id, t.resolves, t.reverses, t.rules, t.legs, t.digest`;

/** What a list of postings is narrowed to: all that is said counts together; null says nothing. */
export interface PostingFilter {
  readonly cycle: string | null;
  readonly order: string | null;
  readonly account: string | null;
  readonly kind: string | null;
  /** The first and the last business day, both included. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

const FITS = `t.id > ?1
  AND (?3 IS NULL OR t.order_id = ?3) AND (?4 IS NULL OR t.cycle_id = ?4)
  AND (?5 IS NULL OR t.kind = ?5)
  AND (?6 IS NULL OR t.business_date >= ?6) AND (?7 IS NULL OR t.business_date <= ?7)
  AND (?8 IS NULL OR EXISTS (
    SELECT 1 FROM ledger_entry AS leg WHERE leg.tx_id = t.id
      AND leg.account_id = (SELECT id FROM ledger_account WHERE code = ?8)))
  ORDER BY t.id LIMIT ?2`;

/**
 * The ids of the stretch `s` of the journal, which ends where the next begins. (Its day and its
 * hour hold for every posting in it, so nothing is assumed of the order of days and instants.)
 */
export const OF_STRETCH = `BETWEEN s.first_id AND coalesce(
    (SELECT min(first_id) - 1 FROM ledger_stretch WHERE first_id > s.first_id), 9007199254740991)`;

/** What narrows most leads: an order, an account, a cycle, a period, or the journal itself. */
const BY = {
  order: `SELECT ${JOURNAL_ROW} FROM ledger_tx AS t WHERE t.order_id = ?3 AND ${FITS}`,
  account: `SELECT ${JOURNAL_ROW} FROM ledger_entry AS e CROSS JOIN ledger_tx AS t ON t.id = e.tx_id
    WHERE e.account_id = (SELECT id FROM ledger_account WHERE code = ?8) AND ${FITS}`,
  cycle: `SELECT ${JOURNAL_ROW} FROM ledger_tx AS t WHERE t.cycle_id = ?4 AND ${FITS}`,
  period: `SELECT ${JOURNAL_ROW} FROM (
      SELECT first_id FROM ledger_stretch
      WHERE business_date BETWEEN coalesce(?6, '0') AND coalesce(?7, '9999-12-31')
      ORDER BY first_id
    ) AS s CROSS JOIN ledger_tx AS t ON t.id ${OF_STRETCH} WHERE ${FITS}`,
  all: `SELECT ${JOURNAL_ROW} FROM ledger_tx AS t WHERE ${FITS}`,
} as const;

function leadOf({ order, account, cycle, from, to }: PostingFilter): keyof typeof BY {
  if (order !== null) return "order";
  if (account !== null) return "account";
  if (cycle !== null) return "cycle";
  return from === null && to === null ? "all" : "period";
}

/** Postings in the order they were written that fit everything the filter says. */
export function postingPage(
  filter: PostingFilter,
  asked: { readonly after: number | null; readonly limit: number },
): Loader<Page<JournalRow>> {
  const { order, cycle, kind, from, to, account } = filter;
  const { after, limit } = asked;
  const args = [after ?? 0, limit + 1, order, cycle, kind, from, to, account];
  const statement = { sql: BY[leadOf(filter)], args };
  const page = { after: null, limit };
  return paged({ statement, parse: (rows) => rows.map(toJournalRow) }, page, (row) =>
    String(row.id),
  );
}

export function toJournalRow(row: Row): JournalRow {
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
