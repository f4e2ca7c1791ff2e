import type { Digest } from "#domain/kernel/digest.ts";
import { later, MINUTE } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { type Seal, sealRows } from "#domain/kernel/seal.ts";
import { typeOfAccount } from "#domain/ledger/accounts.ts";
import type { Journal, JournalRow, WrittenLeg } from "#domain/ledger/journal.ts";
import {
  balanced,
  legsText,
  type Posting,
  postingDigest,
  writtenDigest,
} from "#domain/ledger/posting.ts";
import { reserveForOrder, walletEntry } from "#domain/ledger/wallet.ts";
import { captureCard, holdCard } from "#domain/payments/card.ts";
import { verifyText } from "#host/verify-text.ts";
import { balancesAfter, firstOrder, juneCycle, occasion, zenti } from "./postings.ts";

/** So many postings of a household's year: openings, reservations, holds and captures. */
function postingsOf(count: number): Posting[] {
  const hold = (i: number) => ({
    holdId: `hold-${i}`,
    heldCents: cents(1000 + i),
    orderId: firstOrder,
    cycleId: juneCycle,
  });
  return Array.from({ length: count }, (_, i) => {
    const at = { ...occasion, now: later(occasion.now, i * MINUTE) };
    if (i % 4 === 2) return holdCard(hold(i), at);
    if (i % 4 === 3) return captureCard(hold(i - 1), cents(900), at);
    const household = { household: zenti, amountCents: cents(5000 + i) };
    if (i % 4 === 0) {
      const entry = { ...household, ref: `wallet-entry:${i}`, kind: "top-up" } as const;
      return walletEntry({ ...entry, source: "opening" }, at);
    }
    const range = { revision: i, fromCents: cents(0), toCents: cents(10), floorCents: cents(0) };
    const order = { household: zenti, orderId: firstOrder, cycleId: juneCycle };
    return reserveForOrder({ ...order, ...range }, at);
  });
}

/** A journal of so many postings, sealed in blocks; the last rows may be unsealed. */
export function journalOf(count: number, block: number): Journal {
  const postings = postingsOf(count);
  const transactions = postings.map((posting, i) => rowOf(posting, i + 1));
  const seals: Seal[] = [];
  for (let from = 0; from + block <= count; from += block) {
    const rows = transactions.slice(from, from + block);
    seals.push(sealRows("ledger", rows, seals.at(-1) ?? null, occasion.now));
  }
  const accounts = [...balancesAfter(postings)].map(([code, balanceCents]) => ({
    code,
    type: typeOfAccount(code) ?? "memo",
    balanceCents,
  }));
  return { kind: "journal", upTo: count, transactions, seals, accounts };
}

function rowOf(posting: Posting, id: number): JournalRow {
  const legs = JSON.parse(legsText(balanced(posting)?.legs ?? [])) as WrittenLeg[];
  return { ...posting, id, legs, digest: postingDigest(posting) };
}

/** A row as a forger would write it: its digest is made to fit. */
export function forged(row: JournalRow, change: Partial<JournalRow>): JournalRow {
  const changed = { ...row, ...change };
  return { ...changed, digest: writtenDigest({ ...changed, legs: JSON.stringify(changed.legs) }) };
}

/** The digest of something else. */
export function otherDigest(digest: Digest): Digest {
  return digest.replace(/^./, digest.startsWith("0") ? "1" : "0") as Digest;
}

/** Checks the parts of an export as `npm run verify` does. */
export function verifyExport(parts: readonly unknown[]) {
  return verifyText(JSON.stringify(parts));
}
