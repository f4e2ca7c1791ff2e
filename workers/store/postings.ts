import { canonicalText } from "#domain/kernel/digest.ts";
import { balanced, legsText, type Posting, writtenDigest } from "#domain/ledger/posting.ts";
import type { Statement } from "#ports/database.ts";
import { postingNote } from "#schema/ledger.ts";
import { openAccounts } from "./ledger-accounts.ts";
import { insertInto } from "./statement.ts";

/** What the database says of a posting whose ref is in the books already. */
export const POSTED_ALREADY = "refused:posting-repeated";

// Every order posts: the text is written once, and not made again for each.
const POST = `INSERT INTO ledger_tx (ref, kind, business_date, posted_at, actor, cycle_id, order_id,
  resolves, reverses, rules, legs, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Writes a posting: one insert, which triggers check, explode into entries and add to balances.
 * Accounts with an owner are opened on the way. A posting that moves nothing writes nothing.
 */
export function post(draft: Posting): Statement[] {
  const posting = balanced(draft);
  if (posting === null) return [];
  const written = { ...posting, legs: legsText(posting.legs) };
  const { ref, kind, businessDate, postedAt, actor, cycleId, orderId } = posting;
  const about = [ref, kind, businessDate, postedAt, actor, cycleId, orderId];
  const ends = [posting.resolves, posting.reverses];
  const said = [canonicalText(posting.rules), written.legs, writtenDigest(written)];
  const insert = { sql: POST, args: [...about, ...ends, ...said] };
  const owned = posting.legs.map((leg) => leg.account).filter(({ code }) => code.includes(":"));
  return owned.length === 0 ? [insert] : [openAccounts(owned, postedAt), insert];
}

/** Keeps what a person said of a posting beside the books, where it can be erased. */
export function noteOn(ref: string, note: string): Statement {
  return insertInto(postingNote, { ref, note });
}
