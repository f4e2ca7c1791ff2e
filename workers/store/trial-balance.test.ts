import { afterAll, beforeAll, expect, test } from "vitest";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import { addDays, civilDate, DAY, instant, toRome } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { balanced, type Posting } from "#domain/ledger/posting.ts";
import { walletEntry } from "#domain/ledger/wallet.ts";
import { FIRST_ACCOUNTS } from "#domain/ledger/accounts.ts";
import type { BooksAt } from "#domain/ledger/journal.ts";
import { type Database, openDatabase } from "#ports/database.ts";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { zenti } from "#tests/postings.ts";
import { openAccounts } from "./ledger-accounts.ts";
import { post } from "./postings.ts";
import { readBatch } from "./statement.ts";
import { classBalances } from "./trial-balance.ts";

const households = [zenti, `${zenti.slice(0, -1)}9` as HouseholdId];
/** Friday 23 October 2026, in the evening: the clocks go back in between. */
const begin = Date.UTC(2026, 9, 23, 17);
const hours = 7;

/**
 * A top-up or a correction every seven hours for twelve days, now of one, now of the other. Some
 * are told a day and a half late, so that the journal's days and instants go back and forth.
 */
const postings: readonly Posting[] = Array.from({ length: 40 }, (_, i) => {
  const household = households[i % 3 === 0 ? 1 : 0] ?? zenti;
  const amountCents = cents(i % 5 === 0 ? -150 - i : 1000 + 17 * i);
  const about = { ref: `entry:${i}`, household, amountCents, kind: "correction" as const };
  const turn = i % 8 === 7 ? i - 5 : i;
  const now = instant(begin + turn * hours * 3_600_000);
  return walletEntry({ ...about, source: "bank" }, { now, actor: "treasurer", rules: {} });
});

let server: Awaited<ReturnType<typeof openMigratedServer>>;
let database: Database;
beforeAll(async () => {
  server = await openMigratedServer();
  database = openDatabase(server);
  await database.write([openAccounts(FIRST_ACCOUNTS, instant(begin - DAY))]);
  for (const posting of postings) await database.write(post(posting));
});
afterAll(() => server.close());

const asked = async (books: BooksAt) =>
  (await readBatch(database, { classes: classBalances(books) })).classes;

/** The same books, added up posting by posting. */
function replay(counts: (posting: Posting) => boolean) {
  const accounts = new Map<string, number>();
  for (const posting of postings.filter(counts)) {
    for (const { account, amount } of balanced(posting)?.legs ?? []) {
      accounts.set(account.code, (accounts.get(account.code) ?? 0) + amount);
    }
  }
  const classes = new Map<string, { debit: number; credit: number; balance: number }>();
  for (const [code, amount] of accounts) {
    const name = code.split(":")[0] ?? "";
    const sums = classes.get(name) ?? { debit: 0, credit: 0, balance: 0 };
    const [debit, credit] = [sums.debit + Math.max(amount, 0), sums.credit + Math.max(-amount, 0)];
    classes.set(name, { debit, credit, balance: sums.balance + amount });
  }
  return classes;
}

async function expectReplayed(books: BooksAt, counts: (posting: Posting) => boolean) {
  const expected = replay(counts);
  const shown = await asked(books);
  for (const { name, debitCents, creditCents, balanceCents } of shown) {
    const sums = expected.get(name) ?? { debit: 0, credit: 0, balance: 0 };
    const here = { debit: debitCents, credit: creditCents, balance: balanceCents };
    expect(here, `${name} at ${JSON.stringify(books)}`).toEqual(sums);
    expected.delete(name);
  }
  expect([...expected.keys()]).toEqual([]);
}

test("the books at the end of each day are those of the postings until then", async () => {
  const first = civilDate("2026-10-22");
  for (let i = 0; i < 15; i++) {
    const day = addDays(first, i);
    await expectReplayed({ kind: "day", day }, (posting) => posting.businessDate <= day);
  }
});

test("the books at an instant have what was posted at it, and nothing a moment later", async () => {
  for (const posting of postings) {
    for (const at of [instant(posting.postedAt - 1), posting.postedAt]) {
      await expectReplayed({ kind: "instant", at }, (other) => other.postedAt <= at);
    }
  }
});

test("the books as they stand are those of the last day, and of any day to come", async () => {
  const now = await asked({ kind: "now" });
  const last = toRome(instant(begin + 40 * hours * 3_600_000)).date;
  expect(await asked({ kind: "day", day: last })).toEqual(now);
  expect(await asked({ kind: "day", day: civilDate("2090-01-01") })).toEqual(now);
});

test("an account that was opened later does not count among those of a day before", async () => {
  const wallets = async (day: string) => {
    const classes = await asked({ kind: "day", day: civilDate(day) });
    return classes.find(({ name }) => name === "wallet")?.accounts ?? 0;
  };
  expect([await wallets("2026-10-22"), await wallets("2026-10-23")]).toEqual([0, 1]);
  expect(await wallets("2026-10-24")).toBe(2);
});
