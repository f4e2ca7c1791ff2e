import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";
import { openDatabase } from "#ports/database.ts";
import { dyingDatabase, surviving } from "#tests/dying-database.ts";
import { openShop } from "#tests/shop.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import { advanceCycles } from "./advance.ts";
import { cancelSteps } from "./cancel-steps.ts";
import { closeSteps, type Run } from "./close-steps.ts";
import { sendSteps } from "./send-steps.ts";
import { settleSteps } from "./settle-steps.ts";

const DAY = 24 * 3600 * 1000;
const goods = ["pane", "vino", "olio", "miele", "riso"].map((name) => ({
  name,
  boxUnits: 4,
  stockMilli: 40_000,
}));

let trade: Trade;
let database: Database;
beforeEach(async () => {
  trade = await openTrade(goods);
  database = openDatabase({
    url: trade.market.env.DATABASE_URL,
    token: trade.market.env.DATABASE_TOKEN,
  });
});
afterEach(() => trade.close());

const runOf = (on: Database): Run => ({
  database: on,
  now: instant(trade.market.time.now),
  actor: "system:clock",
});

/** Three orders over five producers: one by wallet, one by card, one paid at pickup. */
async function orderAll(): Promise<void> {
  const everything = goods.map(({ name }) => [name, 3, 1] as const);
  await trade.order(everything, await trade.household(20_000));
  await trade.order(everything, { payment: "card", card: "visa" });
  await trade.order(everything);
}

/** One line comes to a cent less, as a new weight would leave it. */
function weighDown({ market }: Trade): void {
  market.database
    .prepare(
      `INSERT INTO line_event SELECT id, version + 1, 'weighed', 0, 'hub', '', status, wanted_milli,
          tolerance_milli, allocated_milli, lost_milli, delivered_milli, 1, estimated_cents,
          hold_cents, final_cents - 1, deposit_cents, load_grams, 0
        FROM order_line LIMIT 1`,
    )
    .run([]);
}

const outcome = () =>
  trade.rows(`SELECT
    (SELECT group_concat(kind, ' ' ORDER BY number) FROM cycle_event),
    (SELECT count(*) FROM line_event WHERE kind = 'allocated'),
    (SELECT sum(allocated_milli) FROM order_line),
    (SELECT sum(reserved_milli) FROM stock_pool),
    (SELECT count(*) FROM cycle_step)`);

describe.each(["before", "after", "lost"] as const)("a worker that dies %s its commit", (death) => {
  test("leaves a close that the next one finishes, each producer once", async () => {
    await orderAll();
    trade.market.time.now += 2 * DAY;
    await surviving(database, death, (on) => closeSteps(runOf(on), trade.shop.cycleId));
    const events = "published closed allocated";
    expect(outcome()).toEqual([[events, 15, 60_000, 60_000, 5]]);
  });

  test("leaves a settlement that charges each order once and balances", async () => {
    await orderAll();
    await trade.act("/closure");
    await trade.act("/dispatch");
    await trade.act("/delivery");
    const settle = (on: Database) => settleSteps(runOf(on), trade.shop.cycleId, true);
    await surviving(database, death, settle);
    expect(await trade.state()).toBe("settled");
    expect(
      trade.rows(`SELECT kind, count(*) FROM ledger_tx
        WHERE kind LIKE '%settlement' GROUP BY kind ORDER BY kind`),
    ).toEqual([
      ["order-settlement", 3],
      ["producer-settlement", 5],
    ]);
    expect(trade.rows("SELECT sum(posted_cents) FROM ledger_balance")).toEqual([[0]]);
    expect(trade.rows("SELECT sum(on_hand_milli), sum(reserved_milli) FROM stock_pool")).toEqual([
      [140_000, 0],
    ]);
  });

  test("leaves a cancelled cycle whose orders are all given back", async () => {
    await orderAll();
    trade.market.database
      .prepare("INSERT INTO cycle_event VALUES (?, 2, 'cancelled', 0, 'test', '', NULL)")
      .run([trade.shop.cycleId]);
    await surviving(database, death, (on) => cancelSteps(runOf(on), trade.shop.cycleId));
    expect(
      trade.rows(`SELECT (SELECT count(*) FROM customer_order WHERE cancelled_at IS NULL),
        (SELECT sum(lines) FROM producer_total), (SELECT sum(reserved_milli) FROM stock_pool),
        (SELECT count(*) FROM outbox WHERE topic = 'payment-release'),
        (SELECT sum(posted_cents) FROM ledger_balance JOIN ledger_account ON id = account_id
          WHERE code LIKE 'wallet-held:%')`),
    ).toEqual([[0, 0, 0, 1, 0]]);
  });
});

test("producers are told once, however often the letters are asked for", async () => {
  trade.market.database.prepare("UPDATE enterprise SET email = id || '@example.org'").run([]);
  await orderAll();
  await trade.act("/closure");
  const send = (on: Database) => sendSteps(runOf(on), trade.shop.cycleId, true);
  await surviving(database, "after", send);
  await Promise.all([send(database), send(database)]);
  expect(trade.rows("SELECT count(*) FROM outbox WHERE key LIKE 'producer-sheet:%'")).toEqual([
    [5],
  ]);
});

test("a close under way finds nothing left to do once the cycle is open again", async () => {
  await orderAll();
  trade.market.time.now += 2 * DAY;
  const dying = dyingDatabase(database, "after", 3);
  await expect(closeSteps(runOf(dying), trade.shop.cycleId)).rejects.toThrow("after the commit");
  expect(await trade.state()).toBe("closed");
  const closesAt = trade.market.time.now + DAY;
  await trade.act("/reopening", { closesAt, reason: "colli aperti" });
  expect(trade.rows("SELECT count(*) FROM cycle_step")).toEqual([[5]]);
  expect(new Set((await trade.lines()).map(({ status }) => status))).toEqual(new Set(["ordered"]));
  trade.market.time.now = closesAt;
  await closeSteps(runOf(database), trade.shop.cycleId);
  expect(trade.rows("SELECT sum(allocated_milli) FROM order_line")).toEqual([[60_000]]);
});

test("a line weighed while its order is charged is charged at its new weight", async () => {
  await orderAll();
  for (const act of ["/closure", "/dispatch", "/delivery"]) await trade.act(act);
  let isFirst = true;
  const meddled: Database = {
    read: async (statements) => {
      const rows = await database.read(statements);
      if (isFirst) weighDown(trade);
      isFirst = false;
      return rows;
    },
    write: (statements) => database.write(statements),
  };
  await settleSteps(runOf(meddled), trade.shop.cycleId, true);
  expect(await trade.state()).toBe("settled");
  expect(
    trade.rows("SELECT count(*) FROM customer_order WHERE final_total_cents <> goods_final_cents"),
  ).toEqual([[0]]);
});

test("a cycle that cannot go on does not keep the others waiting", async () => {
  const other = openShop(trade.market, [{ name: "latte" }]);
  const [broken] = Object.values(trade.shop.producers);
  trade.market.database
    .prepare(
      `INSERT INTO rule_version (key, subject, version, value, effective_at, decided_at,
          decided_by, reason, digest) VALUES ('producer-minimum', ?, 1, 'molto', 0, 0, '', '', ?)`,
    )
    .run([broken ?? "", "a".repeat(64)]);
  await orderAll();
  trade.market.time.now += 2 * DAY;
  const advance = advanceCycles(database, instant(trade.market.time.now));
  await expect(advance).rejects.toThrow("producer-minimum");
  const path = `/api/v1/cycles/${other.cycleId}`;
  expect((await trade.market.call("GET", path)).body["state"]).toBe("sent");
  expect(await trade.state()).toBe("closed");
});

test("two closes at once do each step once", async () => {
  await orderAll();
  trade.market.time.now += 2 * DAY;
  const close = () => closeSteps(runOf(database), trade.shop.cycleId);
  await Promise.all([close(), close(), close()]);
  expect(outcome()).toEqual([["published closed allocated", 15, 60_000, 60_000, 5]]);
});

test("time alone closes a cycle, tells producers in an hour, settles the day after", async () => {
  const at = (ms: number) => advanceCycles(database, instant(trade.market.time.now + ms));
  await orderAll();
  await at(DAY - 1);
  expect(await trade.state()).toBe("open");
  trade.market.time.now += DAY;
  await at(0);
  expect(await trade.state()).toBe("allocated");
  await at(3_599_999);
  expect(await trade.state()).toBe("allocated");
  await at(3_600_000);
  expect(await trade.state()).toBe("sent");
  await trade.act("/delivery");
  await at(3_600_000);
  expect(await trade.state()).toBe("delivered");
  await at(3 * DAY);
  expect(await trade.state()).toBe("settled");
});

test("a network decides when producers are told after the close, and when it charges", async () => {
  const rules = { "dispatch-minutes": "90", "settlement-days": "3" };
  const patient = await openTrade([{ name: "pane" }], rules);
  const on = openDatabase({
    url: patient.market.env.DATABASE_URL,
    token: patient.market.env.DATABASE_TOKEN,
  });
  const at = (ms: number) => advanceCycles(on, instant(patient.market.time.now + ms));
  try {
    await patient.order([["pane", 1]]);
    patient.market.time.now += DAY;
    await at(90 * 60_000 - 1);
    expect(await patient.state()).toBe("allocated");
    await at(90 * 60_000);
    expect(await patient.state()).toBe("sent");
    await patient.act("/delivery");
    // Delivered on Friday the 5th: Sunday's last millisecond in Rome is 22:00 UTC less one.
    const monday = Date.UTC(2026, 5, 7, 22) - patient.market.time.now;
    await at(monday - 1);
    expect(await patient.state()).toBe("delivered");
    await at(monday);
    expect(await patient.state()).toBe("settled");
  } finally {
    await patient.close();
  }
});
