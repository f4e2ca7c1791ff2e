import type { Instant } from "#domain/kernel/instant.ts";
import type { Account } from "#domain/ledger/accounts.ts";
import type { Statement } from "#ports/database.ts";
import { ledgerAccount } from "#schema/ledger.ts";
import { insertInto } from "./statement.ts";

/** Opens an account; one that is open already stays as it is (a trigger sees to it). */
export function openAccount(account: Account, now: Instant): Statement {
  return insertInto(ledgerAccount, { code: account.code, type: account.type, openedAt: now });
}
