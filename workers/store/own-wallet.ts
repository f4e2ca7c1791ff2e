import type { Digest } from "#domain/kernel/digest.ts";
import { type HouseholdId, id, type OrderId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** One posting of a wallet as its household reads it. */
export interface OwnMovement {
  readonly id: number;
  readonly kind: string;
  readonly at: Instant;
  readonly day: CivilDate;
  readonly orderId: OrderId | null;
  readonly orderCode: string | null;
  readonly note: string | null;
  /** What it changed of the balance. */
  readonly amountCents: Cents;
  /** What it changed of the part that is only promised to open orders. */
  readonly heldCents: Cents;
  /** What later postings changed of the balance: the balance after this one is that much less. */
  readonly newerCents: Cents;
}

/** Which postings are asked for. */
export interface MovementsAsked {
  /** One of the reader's own households; null for the first of them. */
  readonly household: HouseholdId | null;
  /** Business days, both included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Only what comes before this posting, of those that are newer first. */
  readonly before: number;
  readonly limit: number;
}

/** The household that is meant, where it is one of the reader's: `?1` the session, `?2` which. */
const MEANT = `mine (id) AS (
    SELECT h.id FROM session s
      JOIN role_grant own ON own.holder = s.person_id AND own.role = 'household'
        AND own.revoked_at IS NULL
      JOIN household h ON h.id = own.subject AND h.erased_at IS NULL
    WHERE s.digest = ?1 AND (?2 = '' OR h.id = ?2) ORDER BY h.id LIMIT 1),
  wallet (id) AS (SELECT a.id FROM ledger_account a
    WHERE a.code = (SELECT 'wallet:' || id FROM mine)),
  held (id) AS (SELECT a.id FROM ledger_account a
    WHERE a.code = (SELECT 'wallet-held:' || id FROM mine))`;

// Each account gives its newest postings by index; the sums walk over no more than the postings of
// this one wallet since the oldest that is shown.
const newestOf = (account: string) => `SELECT * FROM (
  SELECT e.tx_id FROM ledger_entry e JOIN ledger_tx tx ON tx.id = e.tx_id
  WHERE e.account_id = (SELECT id FROM ${account}) AND e.tx_id < ?5
    AND tx.business_date BETWEEN ?3 AND ?4
  ORDER BY e.tx_id DESC LIMIT ?6)`;

const MOVEMENTS = `WITH ${MEANT},
  page (tx_id) AS (${newestOf("wallet")} UNION ${newestOf("held")}
    ORDER BY tx_id DESC LIMIT ?6),
  moved (tx_id, amount, promised) AS (
    SELECT e.tx_id, -sum(e.amount_cents),
      -sum(iif(e.account_id = (SELECT id FROM held), e.amount_cents, 0))
    FROM ledger_entry e
    WHERE e.account_id IN (SELECT id FROM wallet UNION SELECT id FROM held)
      AND e.tx_id >= (SELECT min(tx_id) FROM page)
    GROUP BY e.tx_id),
  running (tx_id, amount, promised, newer) AS (
    SELECT tx_id, amount, promised, sum(amount) OVER (ORDER BY tx_id DESC) - amount FROM moved)
  SELECT tx.id, tx.kind, tx.posted_at, tx.business_date, tx.order_id,
    (SELECT code FROM customer_order WHERE id = tx.order_id),
    (SELECT note FROM posting_note WHERE ref = tx.ref),
    running.amount, running.promised, running.newer
  FROM page JOIN running ON running.tx_id = page.tx_id JOIN ledger_tx tx ON tx.id = page.tx_id
  ORDER BY tx.id DESC`;

/** The postings of one of the reader's own wallets, the newest first. */
export function ownMovements(session: Digest | null, asked: MovementsAsked): Loader<OwnMovement[]> {
  const { household, from, to, before, limit } = asked;
  return {
    statement: { sql: MOVEMENTS, args: [session, household ?? "", from, to, before, limit] },
    parse: (rows) => rows.map(toMovement),
  };
}

/** The day of the first posting of that wallet; null before there is one. */
export function firstMovementDay(
  session: Digest | null,
  household: HouseholdId | null,
): Loader<CivilDate | null> {
  return {
    statement: {
      sql: `WITH ${MEANT} SELECT tx.business_date FROM ledger_entry e
        JOIN ledger_tx tx ON tx.id = e.tx_id
        WHERE e.account_id = (SELECT id FROM wallet) ORDER BY e.tx_id LIMIT 1`,
      args: [session, household ?? ""],
    },
    parse: ([row]) => (row === undefined ? null : civilDate(text(row, 0))),
  };
}

function toMovement(row: Row): OwnMovement {
  const order = textOrNull(row, 4);
  return {
    id: integer(row, 0),
    kind: text(row, 1),
    at: instantAt(row, 2),
    day: civilDate(text(row, 3)),
    orderId: order === null ? null : id<OrderId>(order),
    orderCode: textOrNull(row, 5),
    note: textOrNull(row, 6),
    amountCents: cents(integer(row, 7)),
    heldCents: cents(integer(row, 8)),
    newerCents: cents(integer(row, 9)),
  };
}
