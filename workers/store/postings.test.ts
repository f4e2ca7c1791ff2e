import { afterAll, beforeAll, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { FIRST_ACCOUNTS } from "#domain/ledger/accounts.ts";
import { reserveForOrder, walletEntry } from "#domain/ledger/wallet.ts";
import { type Database, openDatabase } from "#ports/database.ts";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { firstOrder, juneCycle, occasion, zenti } from "#tests/postings.ts";
import { openAccounts } from "./ledger-accounts.ts";
import { post, POSTED_ALREADY } from "./postings.ts";

let server: Awaited<ReturnType<typeof openMigratedServer>>;
let database: Database;
beforeAll(async () => {
  server = await openMigratedServer();
  database = openDatabase(server);
  await database.write([openAccounts(FIRST_ACCOUNTS, occasion.now)]);
});
afterAll(() => server.close());

const floorCents = cents(-1000);
const reserve = (revision: number, from: number, to: number) => {
  const range = { revision, fromCents: cents(from), toCents: cents(to), floorCents };
  const reservation = { household: zenti, orderId: firstOrder, cycleId: juneCycle, ...range };
  return database.write(post(reserveForOrder(reservation, occasion)));
};
const count = (table: string) =>
  server.database.prepare(`SELECT count(*) AS n FROM ${table}`).all([])[0] as { n: number };

test("exactly at the floor is accepted, a cent below it is refused by the books", async () => {
  const opening = { kind: "opening", source: "opening", amountCents: cents(1000) } as const;
  const entry = walletEntry({ ref: "wallet-entry:1", household: zenti, ...opening }, occasion);
  expect((await database.write(post(entry))).kind).toBe("committed");
  expect((await reserve(1, 0, 1970)).kind).toBe("committed");
  const below = await reserve(2, 1970, 2001);
  expect(below).toEqual({ kind: "guarded", guard: "refused:account-limit" });
  expect((await reserve(2, 1970, 2000)).kind).toBe("committed");
  expect((await reserve(3, 2000, 990)).kind).toBe("committed");
});

test("the same posting is written once; what else was in the batch is not written", async () => {
  const before = count("ledger_tx").n;
  expect(await reserve(3, 2000, 990)).toEqual({ kind: "guarded", guard: POSTED_ALREADY });
  expect(count("ledger_tx").n).toBe(before);
});

test("accounts are opened once, and a posting that moves nothing opens none", async () => {
  const before = count("ledger_account").n;
  expect(
    post(
      walletEntry(
        {
          ref: "wallet-entry:2",
          household: zenti,
          kind: "correction",
          source: "bank",
          amountCents: cents(0),
        },
        occasion,
      ),
    ),
  ).toEqual([]);
  await database.write([openAccounts(FIRST_ACCOUNTS, occasion.now)]);
  expect(count("ledger_account").n).toBe(before);
});
