import {
  type CycleId,
  type GroupId,
  type HouseholdId,
  id,
  type OrderId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents, ZERO } from "#domain/kernel/money.ts";
import { walletHeldOf, walletOf } from "#domain/ledger/accounts.ts";
import type { WalletAccounts, WalletChange } from "#domain/ledger/wallet.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** A household's wallet accounts, with the group whose coordinator may see them. */
export interface HouseholdWallet extends WalletAccounts {
  readonly groupId: GroupId | null;
}

/** What the books say of a household's wallet; null when there is no such household. */
export function householdWallet(household: HouseholdId): Loader<HouseholdWallet | null> {
  return {
    statement: {
      sql: `SELECT group_id,
          (SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
            WHERE code = ?2),
          (SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
            WHERE code = ?3)
        FROM household WHERE id = ?1`,
      args: [household, ...accountsOf(household)],
    },
    parse: ([row]) => {
      if (row === undefined) return null;
      const group = textOrNull(row, 0);
      return {
        groupId: group === null ? null : id<GroupId>(group),
        walletCents: centsOrZero(row[1]),
        heldCents: centsOrZero(row[2]),
      };
    },
  };
}

/** One posting as the household's statement shows it. */
export interface WalletMovement extends WalletChange {
  readonly id: number;
  readonly kind: string;
  readonly at: Instant;
  readonly day: string;
  readonly cycleId: CycleId | null;
  readonly orderId: OrderId | null;
  readonly note: string | null;
}

/** A page of a statement, newest first; `newerCents` is what later postings changed. */
export interface StatementPage {
  readonly movements: readonly WalletMovement[];
  readonly newerCents: Cents;
}

const OWN = "(SELECT id FROM ledger_account WHERE code IN (?1, ?2))";

// Each account gives its newest postings by index: the cost follows the page, not the history.
const MOVEMENTS = `WITH
  page AS (
    SELECT tx_id FROM (SELECT tx_id FROM ledger_entry
      WHERE account_id = (SELECT id FROM ledger_account WHERE code = ?1) AND tx_id < ?3
      ORDER BY tx_id DESC LIMIT ?4)
    UNION
    SELECT tx_id FROM (SELECT tx_id FROM ledger_entry
      WHERE account_id = (SELECT id FROM ledger_account WHERE code = ?2) AND tx_id < ?3
      ORDER BY tx_id DESC LIMIT ?4)
    ORDER BY tx_id DESC LIMIT ?4)
  SELECT tx.id, tx.kind, tx.posted_at, tx.business_date, tx.cycle_id, tx.order_id,
    (SELECT -sum(amount_cents) FROM ledger_entry WHERE tx_id = tx.id AND account_id IN ${OWN}),
    coalesce((SELECT -sum(amount_cents) FROM ledger_entry WHERE tx_id = tx.id
      AND account_id = (SELECT id FROM ledger_account WHERE code = ?2)), 0),
    (SELECT note FROM posting_note WHERE posting_note.ref = tx.ref),
    (SELECT coalesce(-sum(amount_cents), 0) FROM ledger_entry
      WHERE account_id IN ${OWN} AND tx_id >= ?3)
  FROM page JOIN ledger_tx AS tx ON tx.id = page.tx_id ORDER BY tx.id DESC`;

/** The postings of a wallet before a given one, newest first. */
export function walletMovements(
  household: HouseholdId,
  page: { readonly before: number; readonly limit: number },
): Loader<StatementPage> {
  return {
    statement: {
      sql: MOVEMENTS,
      args: [...accountsOf(household), page.before, page.limit],
    },
    parse: (rows) => ({
      newerCents: centsOrZero(rows[0]?.[9] ?? null),
      movements: rows.map((row) => ({
        id: integer(row, 0),
        kind: text(row, 1),
        at: instantAt(row, 2),
        day: text(row, 3),
        cycleId: idOrNull<CycleId>(textOrNull(row, 4)),
        orderId: idOrNull<OrderId>(textOrNull(row, 5)),
        amountCents: cents(integer(row, 6)),
        heldCents: cents(integer(row, 7)),
        note: textOrNull(row, 8),
      })),
    }),
  };
}

function accountsOf(household: HouseholdId): [string, string] {
  return [walletOf(household).code, walletHeldOf(household).code];
}

function centsOrZero(cell: unknown): Cents {
  return typeof cell === "number" ? cents(cell) : ZERO;
}

function idOrNull<Of extends CycleId | OrderId>(cell: string | null): Of | null {
  return cell === null ? null : id<Of>(cell);
}
