import type { Instant } from "#domain/kernel/instant.ts";
import type { Account } from "#domain/ledger/accounts.ts";
import type { Statement } from "#ports/database.ts";

const OPEN = `INSERT INTO ledger_account (code, type, opened_at)
  SELECT key, atom, ?1 FROM json_each(?2) WHERE key NOT IN (SELECT code FROM ledger_account)`;

/** Opens accounts with one statement; those that are open already stay as they are. */
export function openAccounts(accounts: readonly Account[], now: Instant): Statement {
  const types = Object.fromEntries(accounts.map(({ code, type }) => [code, type]));
  return { sql: OPEN, args: [now, JSON.stringify(types)] };
}
