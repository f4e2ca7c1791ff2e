import { canonicalText } from "#domain/kernel/digest.ts";
import { balanced, legsText, type Posting, postingDigest } from "#domain/ledger/posting.ts";
import type { Statement } from "#ports/database.ts";
import { ledgerTx, postingNote } from "#schema/ledger.ts";
import { openAccounts } from "./ledger-accounts.ts";
import { insertInto } from "./statement.ts";

/** What the database says of a posting whose ref is in the books already. */
export const POSTED_ALREADY = "refused:posting-repeated";

/**
 * Writes a posting: one insert, which triggers check, explode into entries and add to balances.
 * Accounts with an owner are opened on the way. A posting that moves nothing writes nothing.
 */
export function post(draft: Posting): Statement[] {
  const posting = balanced(draft);
  if (posting === null) return [];
  const { legs, rules, ...row } = posting;
  const digest = postingDigest(posting);
  const text = { legs: legsText(legs), rules: canonicalText(rules), digest };
  const insert = insertInto(ledgerTx, { ...row, ...text });
  const owned = legs.map((leg) => leg.account).filter(({ code }) => code.includes(":"));
  return owned.length === 0 ? [insert] : [openAccounts(owned, posting.postedAt), insert];
}

/** Keeps what a person said of a posting beside the books, where it can be erased. */
export function noteOn(ref: string, note: string): Statement {
  return insertInto(postingNote, { ref, note });
}
