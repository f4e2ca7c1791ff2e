import { afterEach, beforeEach, expect, test } from "vitest";
import { HOUR, instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { walletEntry } from "#domain/ledger/wallet.ts";
import { post } from "#store/postings.ts";
import { firstVersion } from "#store/rules.ts";
import { type Outbox, openOutbox } from "#tests/card-orders.ts";
import { occasion, zenti } from "#tests/postings.ts";
import { BLOCK, sealPending } from "./seal-pending.ts";

let books: Outbox;
beforeEach(async () => {
  books = await openOutbox();
});
afterEach(() => books.close());

async function write(count: number): Promise<void> {
  const before = Number(books.rows("SELECT count(*) FROM ledger_tx")[0]?.[0]);
  const entries = Array.from({ length: count }, (_, i) => ({
    ref: `wallet-entry:${before + i}`,
    household: zenti,
    kind: "top-up" as const,
    source: "bank" as const,
    amountCents: cents(100),
  }));
  const statements = entries.flatMap((entry) => post(walletEntry(entry, occasion)));
  const written = await books.senders().database.write(statements);
  expect(written.kind).toBe("committed");
}
const seal = (afterMs: number, wanted?: "now") =>
  sealPending(books.senders().database, instant(occasion.now + afterMs), wanted);
const seals = () => books.rows("SELECT chain, number, from_id, to_id FROM seal");

test("a row waits an hour for its seal, and no longer", async () => {
  await write(3);
  await seal(HOUR - 1);
  expect(seals()).toEqual([]);
  await seal(HOUR);
  expect(seals()).toEqual([["ledger", 1, 1, 3]]);
  await seal(2 * HOUR);
  expect(seals()).toHaveLength(1);
});

test("a whole block is sealed at once, the rest waits", async () => {
  await write(BLOCK + 2);
  await seal(0);
  expect(seals()).toEqual([["ledger", 1, 1, BLOCK]]);
});

test("a close seals what there is, of the books and of the rules", async () => {
  await write(2);
  const rule = { key: "network-fee", subject: "", value: "600", at: occasion.now, by: "setup" };
  await books.senders().database.write([firstVersion(rule)]);
  await seal(0, "now");
  await write(1);
  await seal(0, "now");
  expect(seals()).toEqual([
    ["ledger", 1, 1, 2],
    ["ledger", 2, 3, 3],
    ["rules", 1, 1, 1],
  ]);
});

test("many sealers at once seal each row once", async () => {
  await write(BLOCK * 2 + 10);
  await Promise.all([1, 2, 3, 4].map(() => seal(0, "now")));
  await seal(0, "now");
  expect(seals()).toEqual([
    ["ledger", 1, 1, BLOCK],
    ["ledger", 2, BLOCK + 1, 2 * BLOCK],
    ["ledger", 3, 2 * BLOCK + 1, 2 * BLOCK + 10],
  ]);
});
