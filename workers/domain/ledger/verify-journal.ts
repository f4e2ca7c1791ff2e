import { type Seal, sealHolds } from "#domain/kernel/seal.ts";
import { typeOfAccount } from "./accounts.ts";
import type { Journal, JournalRow } from "./journal.ts";
import { writtenDigest } from "./posting.ts";

/** What a check came to: everything holds, or the first entry that does not. */
export type Verdict =
  | { readonly ok: true; readonly checked: Readonly<Record<string, number>> }
  | ({ readonly ok: false } & Fault);

/** An entry by its name ("transaction 17"), and what is wrong with it. */
export interface Fault {
  readonly entry: string;
  readonly fault: string;
}

/**
 * Checks a journal from its first posting to its last, trusting nothing but its digests: each row
 * says what its digest says, balances, is there once and in its place; the seals cover the rows
 * and each other; the balances of the accounts are the sums of the rows. The market, `npm run
 * verify` and a member's browser run this same function.
 */
export function verifyJournal(journal: Journal): Verdict {
  const books = newBooks(journal);
  for (const [index, row] of journal.transactions.entries()) {
    const fault = checkRow(row, index + 1, books);
    if (fault !== null) return { ok: false, entry: `transaction ${index + 1}`, fault };
    enter(row, books);
  }
  const fault = checkEnd(journal) ?? checkSeals(journal) ?? checkBalances(journal, books);
  if (fault !== null) return { ok: false, ...fault };
  const { transactions, seals, accounts } = journal;
  const checked = { transactions: transactions.length, seals: seals.length };
  return { ok: true, checked: { ...checked, accounts: accounts.length } };
}

/** What the rows so far have come to. */
interface Books {
  readonly refs: Set<string>;
  readonly resolved: Set<string>;
  readonly reversed: Set<string>;
  readonly balances: Map<string, number>;
}

function newBooks({ accounts }: Journal): Books {
  return {
    refs: new Set(),
    resolved: new Set(),
    reversed: new Set(),
    balances: new Map(accounts.map(({ code }) => [code, 0])),
  };
}

function checkRow(row: JournalRow, place: number, books: Books): string | null {
  if (row.id !== place) return `is missing, or stands elsewhere: number ${row.id} is in its place`;
  const { id: _, digest, ...posting } = row;
  if (writtenDigest({ ...posting, legs: JSON.stringify(row.legs) }) !== digest) {
    return "does not say what its digest says";
  }
  if (books.refs.has(row.ref)) return `repeats ${row.ref}`;
  return (
    checkEnding(row.resolves, "resolves", books.refs, books.resolved) ??
    checkEnding(row.reverses, "reverses", books.refs, books.reversed) ??
    checkLegs(row, books)
  );
}

function checkEnding(
  ref: string | null,
  verb: string,
  known: ReadonlySet<string>,
  ended: ReadonlySet<string>,
): string | null {
  if (ref === null) return null;
  if (!known.has(ref)) return `${verb} ${ref}, which was never posted`;
  return ended.has(ref) ? `${verb} ${ref} a second time` : null;
}

function checkLegs({ legs }: JournalRow, books: Books): string | null {
  if (legs.length < 2) return "has fewer than two legs";
  if (new Set(legs.map(([code]) => code)).size < legs.length) return "names an account twice";
  const sum = legs.reduce((total, [, amount]) => total + amount, 0);
  if (sum !== 0) return `does not balance: its legs add up to ${sum}`;
  for (const [code, amount, most] of legs) {
    const before = books.balances.get(code);
    if (before === undefined) return `moves ${code}, which is not among the accounts`;
    if (amount === 0) return `moves nothing on ${code}`;
    if (most !== undefined && before + amount > most) return `takes ${code} past its limit`;
  }
  return null;
}

function enter(row: JournalRow, books: Books): void {
  books.refs.add(row.ref);
  if (row.resolves !== null) books.resolved.add(row.resolves);
  if (row.reverses !== null) books.reversed.add(row.reverses);
  for (const [code, amount] of row.legs) {
    books.balances.set(code, (books.balances.get(code) ?? 0) + amount);
  }
}

function checkEnd({ upTo, transactions }: Journal): Fault | null {
  if (transactions.length >= upTo) return null;
  return { entry: `transaction ${transactions.length + 1}`, fault: "is missing" };
}

function checkSeals({ seals, transactions }: Journal): Fault | null {
  let last: Seal | null = null;
  for (const seal of seals) {
    const rows = transactions.slice(seal.from - 1, seal.to);
    const isOurs = seal.chain === "ledger";
    if (!isOurs || !sealHolds(seal, rows, last)) {
      const number = (last?.number ?? 0) + 1;
      return {
        entry: `seal ${number}`,
        fault: `does not hold over transactions ${(last?.to ?? 0) + 1} to ${seal.to}`,
      };
    }
    last = seal;
  }
  return null;
}

function checkBalances({ accounts }: Journal, books: Books): Fault | null {
  const seen = new Set<string>();
  for (const { code, type, balanceCents } of accounts) {
    const sum = books.balances.get(code) ?? 0;
    if (typeOfAccount(code) !== type) return { entry: `account ${code}`, fault: `is no ${type}` };
    if (seen.has(code)) return { entry: `account ${code}`, fault: "is there twice" };
    if (sum !== balanceCents) {
      const fault = `says ${balanceCents}, but its entries add up to ${sum}`;
      return { entry: `account ${code}`, fault };
    }
    seen.add(code);
  }
  return null;
}
