import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";
import { openDatabase } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { type Death, dyingDatabase } from "#tests/dying-database.ts";
import { addGroup, addHousehold } from "#tests/households.ts";
import { addPerson } from "#tests/signed-in-person.ts";
import { addStanding } from "#tests/standing.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import { placeStandingOrders } from "./standing-steps.ts";

const MINUTE = 60_000;
const goods = [
  { name: "pane" },
  { name: "uova", stockMilli: 90_000 },
  { name: "olio" },
  { name: "miele" },
];

let trade: Trade;
let database: Database;
beforeEach(async () => {
  trade = await openTrade(goods);
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = trade.market.env;
  database = openDatabase({ url, token });
});
afterEach(() => trade.close());

const place = (on: Database = database) => {
  const now = instant(trade.market.time.now);
  const ids = makeIds(now, "a secret of at least thirty-two characters");
  return placeStandingOrders({ database: on, ids, now });
};
const standing = (list: Parameters<typeof addStanding>[2]) =>
  addStanding(trade.market, trade.shop, list);
const runs = () =>
  trade.rows(
    "SELECT outcome, coalesce(reason, ''), count(*) FROM standing_run GROUP BY 1, 2 ORDER BY 1, 2",
  );
const run = (sql: string, ...values: (string | number)[]) =>
  trade.market.database.prepare(sql).run(values);

/** What lists want, a score at a time: bread, eggs, honey, oil. */
const WANTED = ["pane", "pane", "uova", "uova", "uova", "uova", "uova", "miele", "olio", "olio"];

/**
 * Two hundred lists, every other one wanted whole or not at all: forty want bread, a hundred the
 * eggs of which there are ninety, a score the honey that is withdrawn; a score has too little in
 * its wallet for oil, and a score agreed to a much lower price for it.
 */
async function twoHundred(): Promise<void> {
  const { market } = trade;
  run("UPDATE offer SET withdrawn_at = 1 WHERE id = ?", trade.shop.offers["miele"] ?? "");
  for (let i = 0; i < 200; i += 1) {
    const score = Math.floor(i / 20);
    const isPoor = score === 8;
    const list = standing({
      household: isPoor ? (await trade.household(300)).householdId : addHousehold(market),
      payment: isPoor ? "wallet" : "at-pickup",
      wants: { [WANTED[score] ?? ""]: 1000 },
      isInPart: i % 2 === 0,
      agreedCents: score === 9 ? 300 : 400,
    });
    run("UPDATE standing_order SET version = 2, created_at = ? WHERE id = ?", i, list);
  }
}

/** Forty and ninety are ordered; ten find no eggs, twenty no honey, twenty a price too high. */
const EXPECTED = [
  ["failed", "not-whole", 25],
  ["failed", "nothing-left", 25],
  ["failed", "wallet-floor", 20],
  ["placed", "", 130],
];

const everything = () =>
  trade.rows(`SELECT (SELECT count(*) FROM customer_order), (SELECT count(*) FROM order_line),
    (SELECT count(DISTINCT household_id) FROM customer_order),
    (SELECT reserved_milli FROM stock_pool), (SELECT sum(demand_milli) FROM offer_total),
    (SELECT count(*) FROM standing_run)`);
const ALL = [[130, 130, 130, 90_000, 130_000, 200]];

test("two hundred lists become orders, those that fail say why and stop nobody", async () => {
  await twoHundred();
  await place();
  expect(runs()).toEqual(EXPECTED);
  expect(everything()).toEqual(ALL);
});

test("done twice, nothing is done twice; nor by two at once", async () => {
  await twoHundred();
  await Promise.all([place(), place()]);
  await place();
  expect(runs()).toEqual(EXPECTED);
  expect(everything()).toEqual(ALL);
});

describe.each(["before", "after", "lost"] as const)("a worker that dies %s a commit", (death) => {
  test("leaves what the next one finishes, each list once", async () => {
    await twoHundred();
    for (const at of [1, 7, 40, 150]) await dying(death, at);
    await place();
    expect(runs()).toEqual(EXPECTED);
    expect(everything()).toEqual(ALL);
  });

  async function dying(how: Death, at: number): Promise<void> {
    try {
      await place(dyingDatabase(database, how, at));
    } catch (error) {
      expect(String(error)).toContain("Died");
    }
  }
});

test("a list waits for its moment, and is for cycles that open after it was made", async () => {
  const household = addHousehold(trade.market);
  standing({ household, wants: { pane: 2000 } });
  trade.market.time.now -= 1;
  await place();
  expect(runs()).toEqual([]);
  trade.market.time.now += 1;
  await place();
  expect(runs()).toEqual([["placed", "", 1]]);
  const late = standing({ household: addHousehold(trade.market), wants: { pane: 1000 } });
  run(
    "UPDATE standing_order SET version = 2, active_from = ? WHERE id = ?",
    trade.market.time.now + 1,
    late,
  );
  trade.market.time.now += 10 * MINUTE;
  await place();
  expect(runs()).toEqual([["placed", "", 1]]);
});

test("a list that skips is skipped once, and one that is paused is left alone", async () => {
  const skipping = standing({ household: addHousehold(trade.market), wants: { pane: 1000 } });
  const paused = standing({ household: addHousehold(trade.market), wants: { pane: 1000 } });
  run("UPDATE standing_order SET version = 2, skips_next = 1 WHERE id = ?", skipping);
  run("UPDATE standing_order SET version = 2, paused_at = 5 WHERE id = ?", paused);
  await place();
  expect(runs()).toEqual([["skipped", "", 1]]);
  expect(trade.rows(`SELECT skips_next FROM standing_order WHERE id = '${skipping}'`)).toEqual([
    [0],
  ]);
});

test("a household whose group does not share the cycle has no list in it", async () => {
  const [ours, theirs] = [addGroup(trade.market), addGroup(trade.market)];
  run("INSERT INTO cycle_group VALUES (?, ?, 0)", trade.shop.cycleId, ours);
  for (const group of [ours, theirs, null]) {
    standing({ household: addHousehold(trade.market, group), wants: { pane: 1000 } });
  }
  await place();
  expect(runs()).toEqual([["placed", "", 2]]);
});

test("a list leaves an order that is there already as it is, and says so by letter", async () => {
  const { market, officer } = trade;
  const household = addHousehold(market);
  run(
    `INSERT INTO household_profile VALUES (?, 'Famiglia Zeni', 'zeni@example.org', NULL,
    'via Muro Padri 1', '37129', 'Verona', NULL, NULL)`,
    household,
  );
  await trade.order([["pane", 3]], { householdId: household, contact: null, token: officer });
  standing({ household, wants: { pane: 1000 } });
  await place();
  expect(runs()).toEqual([["failed", "order-exists", 1]]);
  expect(trade.rows("SELECT kind FROM letter WHERE kind = 'standing-order'")).toEqual([
    ["standing-order"],
  ]);
  expect(trade.rows("SELECT wanted_milli FROM order_line")).toEqual([[3000]]);
});

test("what a list orders, and what it cannot, is told in the language of its person", async () => {
  const household = addHousehold(trade.market);
  run(
    `INSERT INTO household_profile VALUES (?, 'Smith', 'smith@example.org', NULL,
    'via Muro Padri 1', '37129', 'Verona', NULL, NULL)`,
    household,
  );
  const mary = { name: "Mary", address: "mary@example.org", language: "en" } as const;
  const { id } = addPerson(trade.market, mary);
  run("UPDATE offer SET withdrawn_at = 1 WHERE id = ?", trade.shop.offers["miele"] ?? "");
  const list = standing({ household, wants: { pane: 1000, miele: 1000 } });
  run("UPDATE standing_order SET version = 2, person_id = ? WHERE id = ?", id, list);
  await place();
  expect(trade.rows("SELECT language FROM customer_order")).toEqual([["en"]]);
  expect(trade.rows("SELECT kind, words ->> 'lang' FROM letter ORDER BY kind")).toEqual([
    ["order-placed", "en"],
    ["standing-order", "en"],
  ]);
});

test("what a list orders is an order like any other: the wallet holds for it", async () => {
  const { householdId } = await trade.household(5000);
  standing({ household: householdId, payment: "wallet", wants: { pane: 2000, uova: 1000 } });
  await place();
  expect(
    trade.rows(`SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
    WHERE code = 'wallet-held:${householdId}'`),
  ).toEqual([[-1200]]);
  await trade.act("/closure");
  expect(trade.rows("SELECT DISTINCT status FROM order_line")).toEqual([["allocated"]]);
});
