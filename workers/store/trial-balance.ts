import { addDays, fromRome } from "#domain/kernel/instant.ts";
import { cents, type Cents } from "#domain/kernel/money.ts";
import type { AccountType } from "#domain/ledger/accounts.ts";
import type { BooksAt } from "#domain/ledger/journal.ts";
import { integer, text } from "./cells.ts";
import { OF_STRETCH } from "./journal-page.ts";
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

/** What was posted in some stretches of the journal. */
const postedIn = (stretches: string) => `SELECT e.account_id, sum(e.amount_cents) AS cents
  FROM ledger_stretch AS s CROSS JOIN ledger_tx AS t ON t.id ${OF_STRETCH}
  CROSS JOIN ledger_entry AS e ON e.tx_id = t.id WHERE ${stretches} GROUP BY 1`;

/** What moved after the moment; nothing when the books are asked for as they stand. */
const LATER = {
  now: "SELECT NULL AS account_id, 0 AS cents WHERE ?1 IS NOT NULL",
  day: postedIn("s.business_date > ?1"),
  instant: postedIn("s.hour >= CAST(?1 AS INTEGER) / 3600000 AND t.posted_at > ?1"),
} as const;

/** An account that nothing had moved, and that was opened later, was not there. */
const balances = (kind: BooksAt["kind"]) => `WITH later AS MATERIALIZED (${LATER[kind]}),
  standing AS (
    SELECT code, type, opened_at, coalesce(posted_cents, 0) - coalesce(later.cents, 0) AS cents
    FROM ledger_account AS account LEFT JOIN ledger_balance AS balance
      ON balance.account_id = account.id
    LEFT JOIN later ON later.account_id = account.id
  )
  SELECT CASE instr(code, ':') WHEN 0 THEN code ELSE substr(code, 1, instr(code, ':') - 1) END,
    type, count(*), sum(max(cents, 0)), sum(max(-cents, 0)), sum(cents)
  FROM standing WHERE opened_at < ?2 OR cents <> 0 GROUP BY 1, 2 ORDER BY 1, 2`;

const BALANCES = {
  now: balances("now"),
  day: balances("day"),
  instant: balances("instant"),
} as const;

/**
 * The balances of the books, class by class. They are read from the balances that stand, less the
 * entries that came after the moment: the books before it are never added up again.
 */
export function classBalances(books: BooksAt): Loader<ClassBalance[]> {
  return {
    statement: { sql: BALANCES[books.kind], args: momentOf(books) },
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

/** The moment itself, and when an account has to be open to count. */
function momentOf(books: BooksAt): [string | number, number] {
  if (books.kind === "now") return [0, Number.MAX_SAFE_INTEGER];
  if (books.kind === "instant") return [books.at, books.at + 1];
  return [books.day, fromRome({ date: addDays(books.day, 1), minuteOfDay: 0 })];
}
