import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "libsql";
import { type HouseholdId, id } from "#domain/kernel/ids.ts";
import { civilDate, instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { BANK, FIRST_ACCOUNTS, walletOf } from "#domain/ledger/accounts.ts";
import { credit, debit, type Posting } from "#domain/ledger/posting.ts";
import { openDatabase } from "#host/hrana-connection.ts";
import { migrate } from "#host/migrations.ts";
import { migrationsFolder } from "#host/places.ts";
import type { Statement } from "#ports/database.ts";
import { openAccounts } from "#store/ledger-accounts.ts";
import { post } from "#store/postings.ts";
import { type Measured, median, type Report } from "./report.ts";

// Many short rounds: a sync of the disk that takes long then spoils one pair, not the median.
const ROUNDS = 15;
const SECONDS = 0.5;
/** Postings before the clock starts: statements are prepared, pages are there. */
const WARM_UP = 200;
const LEGS = 6;
const ACCOUNTS = 500;

const RAW = `
  CREATE TABLE account (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
  CREATE TABLE tx (id INTEGER PRIMARY KEY, ref TEXT NOT NULL, kind TEXT NOT NULL,
    at INTEGER NOT NULL, hash BLOB);
  CREATE TABLE entry (id INTEGER PRIMARY KEY, tx_id INTEGER NOT NULL, account_id INTEGER NOT NULL,
    amount INTEGER NOT NULL);
  CREATE INDEX entry_account ON entry (account_id, id);
  CREATE INDEX entry_tx ON entry (tx_id);`;

/** One basket: an account pays, five are paid. The same for both sides. */
interface Basket {
  readonly ref: string;
  readonly accounts: readonly number[];
  readonly amounts: readonly number[];
}

/** Writes a basket within a transaction that somebody else begins and commits. */
type Writer = (basket: Basket) => void;

/**
 * What our books cost beside bare inserts of the same rows: one statement, checked and exploded by
 * triggers, with balances, limits and a digest. Same driver, one durable commit for each posting
 * (or for 100), both sides in turn so that noise hits both.
 */
export function run(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "filiera-bench-"));
  try {
    const results = [1, 100].map((batch) => compare(folder, batch));
    const ratioAt = (batch: number) => results.find((one) => one.batch === batch)?.ratio ?? 0;
    const ours = results.flatMap((one) => (one.batch === 1 ? [one.ours] : []))[0] ?? 0;
    const bars = [
      { what: "ours to raw, one commit each", value: ratioAt(1), atLeast: 0.6 },
      { what: "durable postings in a second", value: ours, atLeast: 100 },
    ];
    const measured: Measured[] = results.map(({ batch, raw, ours: own, ratio }) => ({
      "in a commit": batch,
      "raw in a second": raw,
      "ours in a second": own,
      ratio,
    }));
    return Promise.resolve({ name: "ledger", measured, bars });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compare(folder: string, batch: number) {
  const rates = { raw: [] as number[], ours: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const kinds = round % 2 === 0 ? (["raw", "ours"] as const) : (["ours", "raw"] as const);
    for (const kind of kinds) {
      const database = openDatabase(join(folder, `${kind}-${batch}-${round}.db`), 2000);
      const writer = kind === "raw" ? rawWriter(database) : ourWriter(database);
      rates[kind].push(rateOf(database, writer, batch));
      database.close();
    }
  }
  const ratios = rates.raw.map((raw, round) => (rates.ours[round] ?? 0) / raw);
  const ratio = Math.round(median(ratios) * 1000) / 1000;
  return { batch, raw: Math.round(median(rates.raw)), ours: Math.round(median(rates.ours)), ratio };
}

/** Postings in a second. */
function rateOf(database: Database.Database, write: Writer, batch: number): number {
  let seed = 12_345;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed % below;
  };
  let count = 0;
  const commit = (): void => {
    database.exec("BEGIN IMMEDIATE");
    for (let i = 0; i < batch; i++) write(basketOf(++count, next));
    database.exec("COMMIT");
  };
  for (let i = 0; i < WARM_UP; i += batch) commit();
  const [warm, began] = [count, performance.now()];
  while (performance.now() - began < SECONDS * 1000) commit();
  return (count - warm) / ((performance.now() - began) / 1000);
}

function basketOf(number: number, next: (below: number) => number): Basket {
  const base = next(ACCOUNTS);
  const accounts = Array.from({ length: LEGS }, (_, leg) => (base + leg) % ACCOUNTS);
  const paid = Array.from({ length: LEGS - 1 }, () => -(1 + next(9000)));
  const total = -paid.reduce((sum, amount) => sum + amount, 0);
  return { ref: `basket-${number}`, accounts, amounts: [total, ...paid] };
}

function rawWriter(database: Database.Database): Writer {
  database.exec(RAW);
  const account = database.prepare("INSERT INTO account (id, code) VALUES (?, ?)");
  for (let i = 0; i < ACCOUNTS; i++) account.run([BigInt(i), `account-${i}`]);
  const tx = database.prepare("INSERT INTO tx (id, ref, kind, at) VALUES (?, ?, ?, ?)");
  const entry = database.prepare("INSERT INTO entry (tx_id, account_id, amount) VALUES (?, ?, ?)");
  let number = 0;
  return ({ ref, accounts, amounts }) => {
    number++;
    tx.run([number, ref, "sale", number]);
    for (const [leg, amount] of amounts.entries()) entry.run([number, accounts[leg] ?? 0, amount]);
  };
}

function ourWriter(database: Database.Database): Writer {
  migrate(database, migrationsFolder);
  const cache = new Map<string, Database.Statement>();
  const execute = ({ sql, args }: Statement) => {
    const prepared = cache.get(sql) ?? database.prepare(sql);
    cache.set(sql, prepared);
    prepared.run([...args]);
  };
  const wallets = Array.from({ length: ACCOUNTS }, (_, i) => walletOf(householdOf(i)));
  execute(openAccounts([...FIRST_ACCOUNTS, ...wallets], instant(0)));
  return (basket) => {
    for (const statement of post(postingOf(basket))) execute(statement);
  };

  function postingOf({ ref, accounts, amounts }: Basket): Posting {
    const wallet = (leg: number) => wallets[accounts[leg] ?? 0] ?? BANK;
    const [total = 0, ...paid] = amounts;
    return {
      ref,
      kind: "sale",
      businessDate: civilDate("2026-06-05"),
      postedAt: instant(1_780_000_000_000),
      actor: "bench",
      cycleId: null,
      orderId: null,
      resolves: null,
      reverses: null,
      rules: { "network-fee": 1 },
      legs: [
        debit(wallet(0), cents(total)),
        ...paid.map((amount, i) => credit(wallet(i + 1), cents(-amount))),
      ],
    };
  }
}

function householdOf(number: number): HouseholdId {
  return id<HouseholdId>(String(number).padStart(26, "0"));
}
