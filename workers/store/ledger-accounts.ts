import type { Instant } from "#domain/kernel/instant.ts";
import type { Account } from "#domain/ledger/accounts.ts";
import type { Statement } from "#ports/database.ts";

const OPEN = `INSERT INTO ledger_account (code, type, opened_at)
  SELECT value ->> 0, value ->> 1, ?1 FROM json_each(?2)
  WHERE value ->> 0 NOT IN (SELECT code FROM ledger_account)`;

/** Opens accounts with one statement; those that are open already stay as they are. */
export function openAccounts(accounts: readonly Account[], now: Instant): Statement {
  return { sql: OPEN, args: [now, JSON.stringify(accounts.map(({ code, type }) => [code, type]))] };
}
