import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { type Outbox, openOutbox } from "#tests/card-orders.ts";
import { type Market, openMarket } from "#tests/market.ts";
import { firstOrder } from "#tests/postings.ts";
import { runJobs } from "./run-jobs.ts";
import type { Senders } from "./send-outbox.ts";

let market: Market;
let outbox: Outbox;
beforeEach(async () => {
  outbox = await openOutbox();
  market = await openMarket();
});
afterEach(async () => {
  await market.close();
  await outbox.close();
});

const rows = (sql: string) => market.database.prepare(sql).raw().all([]) as unknown[][];
const run = (sql: string) => market.database.prepare(sql).run([]);
const tick = () =>
  runJobs({
    ...market.env,
    PAYMENTS_URL: outbox.payments.url,
    MAIL_URL: outbox.mailbox.url,
  });

/** A checkout that holds 3 kg of the only pool, and money on a card, for fifteen minutes. */
async function beginCheckout(payments: Senders["payments"]): Promise<void> {
  const expires = market.time.now + 15 * 60_000;
  run(`INSERT INTO enterprise VALUES ('P', 'Fumane', 'fumane', NULL, NULL, 'Fumane', 'collina',
    '', NULL, NULL, 0, 'agency', 0)`);
  run(`INSERT INTO stock_pool (id, enterprise_id, name, on_hand_milli)
    VALUES ('S', 'P', 'Mele', 3000)`);
  run(`INSERT INTO checkout VALUES ('C', 'fresh:a', 'k', '${"a".repeat(64)}', '${firstOrder}', 1139,
    ${market.time.now}, ${expires}, NULL, NULL)`);
  run(`INSERT INTO stock_reservation VALUES ('C', 'S', 'P', 3000, ${expires})`);
  const card = "4242 4242 4242 4242";
  await payments.hold({ key: "C", amountCents: cents(1139), orderId: firstOrder, card });
}

test("a checkout that expires gives its stock back and frees the card", async () => {
  await beginCheckout(outbox.senders().payments);
  market.time.now += 15 * 60_000 - 1;
  await tick();
  expect(rows("SELECT reserved_milli FROM stock_pool")).toEqual([[3000]]);
  expect(outbox.payments.holds()).toMatchObject([{ state: "authorised" }]);
  market.time.now += 1;
  await tick();
  expect(rows("SELECT reserved_milli FROM stock_pool")).toEqual([[0]]);
  expect(rows("SELECT ended_at FROM checkout")).toEqual([[market.time.now]]);
  expect(outbox.payments.holds()).toMatchObject([{ state: "released" }]);
  await tick();
  expect(rows("SELECT count(*), count(done_at) FROM outbox")).toEqual([[1, 1]]);
});

test("answers are kept for thirty days", async () => {
  const { now } = market.time;
  run(`INSERT INTO op_log VALUES ('a', 'k', '${"a".repeat(64)}', 200, '{}', ${now})`);
  market.time.now += 30 * 24 * 3_600_000;
  await tick();
  expect(rows("SELECT count(*) FROM op_log")).toEqual([[1]]);
  market.time.now += 1;
  await tick();
  expect(rows("SELECT count(*) FROM op_log")).toEqual([[0]]);
});

test("a job that fails is logged, and the others run all the same", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  run("ALTER TABLE stock_reservation RENAME TO elsewhere");
  await tick();
  const jobs = rows("SELECT job FROM job_run ORDER BY job").flat();
  expect(jobs).toEqual([
    "advance-cycles",
    "call-again",
    "count-rounds",
    "drop-photos",
    "execute-proposals",
    "forget-answers",
    "forget-baskets",
    "forget-contacts",
    "forget-letters",
    "forget-sign-ins",
    "place-standing-orders",
    "plan-rounds",
    "seal",
    "seal-boxes",
    "send-outbox",
    "tally-votes",
    "tell-votes",
    "tell-weeks",
  ]);
  expect(logged.mock.calls.flat().join("")).toContain('"job":"expire-checkouts"');
  logged.mockRestore();
});
