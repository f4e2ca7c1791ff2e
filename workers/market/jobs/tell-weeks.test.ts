import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, fromRome, civilDate, HOUR, instant } from "#domain/kernel/instant.ts";
import { openDatabase } from "#ports/database.ts";
import { readingPerson, type ReadingPerson } from "#tests/reading-person.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import { tellWeeks } from "./tell-weeks.ts";

let trade: Trade;
let anna: ReadingPerson;
let bruno: ReadingPerson;
beforeEach(async () => {
  trade = await openTrade([{ name: "uova" }, { name: "pane" }]);
  const { now } = trade.market.time;
  // Open for three days, since an hour ago.
  change("UPDATE cycle SET closes_at = ?", now + 3 * DAY);
  anna = await agreeing("Anna");
  bruno = await agreeing("Bruno");
  readingPerson(trade, "Carla");
});
afterEach(() => trade.close());

const change = (sql: string, ...values: (string | number)[]) =>
  trade.market.database.prepare(sql).run(values);
const sentTo = (kind: string) =>
  trade.rows(`SELECT recipient FROM letter WHERE kind = '${kind}' ORDER BY recipient`).flat();
const wordsOf = (kind: string) =>
  JSON.stringify(trade.rows(`SELECT words FROM letter WHERE kind = '${kind}'`));

async function agreeing(name: string): Promise<ReadingPerson> {
  const person = readingPerson(trade, name);
  const body = { wanted: ["week-opens", "closing-soon", "pickup-day"], textVersion: 1 };
  await trade.market.call("PUT", "/api/v1/me/notices", { ...person.sent, body });
  return person;
}

const run = (atOnce?: number) => {
  const now = instant(trade.market.time.now);
  return tellWeeks({ database: openDatabase(database()), now }, atOnce);
};
const database = () => ({
  url: trade.market.env.DATABASE_URL,
  token: trade.market.env.DATABASE_TOKEN,
});

describe("a week that opens", () => {
  test("is told once to each who wants it, however often the job runs", async () => {
    await run();
    await run();
    expect(sentTo("week-opens")).toEqual([anna.address, bruno.address]);
    expect(wordsOf("week-opens")).toContain("Guarda i prodotti");
  });

  test("is told in batches, and two runs at once tell nobody twice", async () => {
    const others = [];
    for (let n = 0; n < 5; n++) others.push(await agreeing(`Socia${n}`));
    await Promise.all([run(2), run(2), run(2)]);
    await run(2);
    expect(sentTo("week-opens")).toEqual(
      [anna, bruno, ...others].map(({ address }) => address).toSorted(),
    );
    expect(trade.rows("SELECT finished_at IS NOT NULL FROM cycle_notice")).toEqual([[1]]);
  });

  test("is not told to who is suspended, nor to a group that takes no part", async () => {
    change("UPDATE person SET suspended_at = 5, suspended_by = 'test' WHERE id = ?", anna.id);
    const { householdId } = await trade.household(100);
    change(
      `INSERT INTO buying_group (id, name, pickup_point_id, created_at)
        SELECT '01jd3x5k7m9npqrstvwxyz0007', 'GAS', id, 0 FROM pickup_point LIMIT 1`,
    );
    change(
      "UPDATE household SET group_id = '01jd3x5k7m9npqrstvwxyz0007' WHERE id = ?",
      householdId,
    );
    change(
      "INSERT INTO role_grant VALUES ('g', ?, 'household', ?, 0, 'test', NULL, NULL)",
      bruno.id,
      householdId,
    );
    await run();
    expect(sentTo("week-opens")).toEqual([]);
  });

  test("is told late where the jobs stood still, but not on the last day", async () => {
    trade.market.time.now += 2 * DAY - HOUR;
    await run();
    expect(sentTo("week-opens")).toHaveLength(2);
  });
});

describe("a week that closes in a day", () => {
  beforeEach(() => {
    trade.market.time.now += 2 * DAY + HOUR;
  });

  test("is told to who has a basket or ordered lately, with what they have done", async () => {
    await trade.order([["uova", 1]], { contact: { name: "Guest", email: "guest@example.org" } });
    anna = await agreeing("Anna");
    await anna.reader.post("/cassetta", { offer: trade.shop.offers["pane"] ?? "", quantity: "2" });
    await run();
    expect(sentTo("closing-soon")).toEqual([anna.address]);
    expect(wordsOf("closing-soon")).toContain("qualcosa che non hai ancora ordinato");
    expect(wordsOf("closing-soon")).toContain("/cassetta");
  });

  test("says to who has an order of their household that it can still be changed", async () => {
    const household = await trade.household(5000);
    await trade.order([["uova", 1]], household);
    change(
      "INSERT INTO role_grant VALUES ('g', ?, 'household', ?, 0, 'test', NULL, NULL)",
      bruno.id,
      household.householdId,
    );
    await run();
    expect(sentTo("closing-soon")).toEqual([bruno.address]);
    expect(wordsOf("closing-soon")).toContain("fino ad allora puoi cambiarlo");
  });

  test("is not told to who ordered longer ago than two months", async () => {
    const household = await trade.household(5000);
    await trade.order([["uova", 1]], household);
    change(
      "INSERT INTO role_grant VALUES ('g', ?, 'household', ?, 0, 'test', NULL, NULL)",
      bruno.id,
      household.householdId,
    );
    change("UPDATE customer_order SET placed_at = ?", trade.market.time.now - 57 * DAY);
    await run();
    expect(sentTo("closing-soon")).toEqual([]);
  });
});

test("on the day of delivery those hear who have something to fetch, where and when", async () => {
  const household = await trade.household(5000);
  const order = await trade.order([["uova", 1]], household);
  change(
    "INSERT INTO role_grant VALUES ('g', ?, 'household', ?, 0, 'test', NULL, NULL)",
    bruno.id,
    household.householdId,
  );
  await trade.act("/closure");
  await trade.act("/dispatch");
  trade.market.time.now = fromRome({ date: civilDate("2026-06-05"), minuteOfDay: 7 * 60 });
  await run();
  expect(sentTo("pickup-day")).toEqual([bruno.address]);
  const [[code] = []] = trade.rows(`SELECT code FROM customer_order WHERE id = '${order}'`);
  expect(wordsOf("pickup-day")).toContain(`Ordine ${String(code)}: Ritiro`);
});
