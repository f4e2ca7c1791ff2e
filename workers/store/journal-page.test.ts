import { afterAll, beforeAll, expect, test } from "vitest";
import { type CivilDate, civilDate, HOUR, instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { FIRST_ACCOUNTS } from "#domain/ledger/accounts.ts";
import type { Posting } from "#domain/ledger/posting.ts";
import { walletEntry } from "#domain/ledger/wallet.ts";
import { type Database, openDatabase } from "#ports/database.ts";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { zenti } from "#tests/postings.ts";
import { type PostingFilter, postingPage } from "./journal-page.ts";
import { openAccounts } from "./ledger-accounts.ts";
import { post } from "./postings.ts";
import { readBatch } from "./statement.ts";

const noon = Date.UTC(2026, 5, 5, 10);
/** Hours after noon in Verona on Friday 5 June, as booked: a clock that goes back. */
const told = [0, 0, 1, 30, 30, 2, 52, 2, 1, 80, 31, 0];
const postings: readonly Posting[] = told.map((hours, i) => {
  const about = { ref: `entry:${i}`, household: zenti, kind: "correction" as const };
  const now = instant(noon + hours * HOUR);
  const paid = { ...about, amountCents: cents(100 + i), source: "bank" as const };
  return walletEntry(paid, { now, actor: "treasurer", rules: {} });
});

let server: Awaited<ReturnType<typeof openMigratedServer>>;
let database: Database;
beforeAll(async () => {
  server = await openMigratedServer();
  database = openDatabase(server);
  await database.write([openAccounts(FIRST_ACCOUNTS, instant(noon))]);
  for (const posting of postings) await database.write(post(posting));
});
afterAll(() => server.close());

const everything = { cycle: null, order: null, account: null, kind: null, from: null, to: null };

async function pageOf(filter: Partial<PostingFilter>, after: number | null = null, limit = 50) {
  const loader = postingPage({ ...everything, ...filter }, { after, limit });
  const { items } = (await readBatch(database, { page: loader })).page;
  return items.map(({ ref }) => ref);
}

function between(from: CivilDate | null, to: CivilDate | null): string[] {
  const fits = ({ businessDate }: Posting) =>
    (from === null || businessDate >= from) && (to === null || businessDate <= to);
  return postings.filter(fits).map(({ ref }) => ref);
}

const days = [null, ...["04", "05", "06", "07", "08", "09"].map((d) => civilDate(`2026-06-${d}`))];

test.each(days)(
  "the journal from %s on has what is of each period, in the books' order",
  async (from) => {
    for (const to of days) expect(await pageOf({ from, to })).toEqual(between(from, to));
  },
);

test("a period is read page by page, without a gap", async () => {
  const friday = civilDate("2026-06-05");
  const whole = between(friday, friday);
  expect(whole.length).toBeGreaterThan(6);
  expect(await pageOf({ from: friday, to: friday }, null, 4)).toEqual(whole.slice(0, 4));
  expect(await pageOf({ from: friday, to: friday }, 6, 50)).toEqual(whole.slice(4));
});
