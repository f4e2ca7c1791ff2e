import { canonicalText } from "#domain/kernel/digest.ts";
import { balanced, legsText, type Posting, postingDigest } from "#domain/ledger/posting.ts";
import type { Statement } from "#ports/database.ts";
import { ledgerTx } from "#schema/ledger.ts";
import { openAccount } from "./ledger-accounts.ts";
import { insertInto } from "./statement.ts";

/**
 * Writes a posting: one insert, which triggers check, explode into entries and add to balances.
 * Accounts with an owner are opened on the way. A posting that moves nothing writes nothing.
 */
export function post(draft: Posting): Statement[] {
  const posting = balanced(draft);
  if (posting === null) return [];
  const owned = posting.legs.map((leg) => leg.account).filter(({ code }) => code.includes(":"));
  const opened = owned.map((account) => openAccount(account, posting.postedAt));
  const { legs, rules, ...row } = posting;
  const digest = postingDigest(posting);
  const text = { legs: legsText(legs), rules: canonicalText(rules), digest };
  return [...opened, insertInto(ledgerTx, { ...row, ...text })];
}
