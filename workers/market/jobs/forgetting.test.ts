import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { guestOrder } from "#tests/access/circle.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop } from "#tests/shop.ts";

let market: Market;
const DIGEST = "a".repeat(64);
const OTHER = "b".repeat(64);
const OPEN = "c".repeat(64);

beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
  market.database.exec("INSERT INTO person (id, created_at) VALUES ('anna', 0)");
});
afterEach(() => market.close());

const run = (sql: string, ...args: (string | number | null)[]) =>
  market.database.prepare(sql).run(args);
const count = (sql: string) => Number(market.database.prepare(sql).pluck().all([])[0]);

describe("what time forgets", () => {
  test("a session is forgotten ninety days after its end, and not a moment before", async () => {
    const begin = (id: string, digest: string, ended: number | null) =>
      run(
        "INSERT INTO session VALUES (?, ?, 'anna', 'member', 'code', 'Firefox', ?4, ?4, ?3, ?5)",
        id,
        digest,
        ended,
        market.time.now,
        ended === null ? null : "person:anna",
      );
    const start = market.time.now;
    begin("ended", DIGEST, start + DAY);
    begin("left alone", OTHER, null);
    const left = () => count("SELECT count(*) FROM session WHERE person_id = 'anna'");
    market.time.now = start + 91 * DAY;
    await market.tick();
    expect(left()).toBe(2);
    market.time.now += 1;
    await market.tick();
    expect(left()).toBe(1);
    market.time.now = start + 120 * DAY + 1;
    await market.tick();
    expect(left()).toBe(0);
  });

  test("codes and challenges go after a day, spent invitations after thirty", async () => {
    const { now } = market.time;
    run(
      `INSERT INTO mail_code
        VALUES ('c', 'sign-in', NULL, 'anna@example.org', 'net:127.0.0.1', ?, ?, ?, 0, NULL)`,
      DIGEST,
      now - 10,
      now,
    );
    run("INSERT INTO used_challenge VALUES (?, ?)", OTHER, now);
    run(
      "INSERT INTO invitation VALUES ('i', ?, 'anna', 'mail', 0, 'test', ?, ?, NULL)",
      DIGEST,
      now + 5,
      now,
    );
    const codes = () => count("SELECT count(*) FROM mail_code");
    const used = () => count(`SELECT count(*) FROM used_challenge WHERE digest = '${OTHER}'`);
    const invited = () => count("SELECT count(*) FROM invitation WHERE id = 'i'");
    market.time.now = now + DAY;
    await market.tick();
    expect([codes(), used()]).toEqual([1, 1]);
    market.time.now += 1;
    await market.tick();
    expect([codes(), used(), invited()]).toEqual([0, 0, 1]);
    market.time.now = now + 30 * DAY + 1;
    await market.tick();
    expect(invited()).toBe(0);
  });

  test("an address that was taken off goes after ninety days; one in use stays", async () => {
    const { now } = market.time;
    const add = (id: string, removed: number | null) =>
      run(
        "INSERT INTO person_email VALUES (?1, 'anna', ?1 || '@x.it', ?1 || '@x.it', 0, 0, ?2)",
        id,
        removed,
      );
    add("old", now);
    add("used", null);
    market.time.now = now + 90 * DAY + 1;
    await market.tick();
    const left = market.database.prepare("SELECT id FROM person_email WHERE person_id = 'anna'");
    expect(left.pluck().all([])).toEqual(["used"]);
  });

  test("what a second officer was asked goes ninety days after it is over", async () => {
    const { now } = market.time;
    run(
      `INSERT INTO countersignature (id, act_hash, act, request, asked_by, asked_at, expires_at)
      VALUES ('s', ?, 'rules.decide', 'POST', 'anna', 0, ?)`,
      OPEN,
      now,
    );
    const asked = () => count("SELECT count(*) FROM countersignature");
    market.time.now = now + 90 * DAY;
    await market.tick();
    expect(asked()).toBe(1);
    market.time.now += 1;
    await market.tick();
    expect(asked()).toBe(0);
  });

  test("a guest's name goes when the rule says, but not while money is due", async () => {
    const shop = openShop(market, [{ name: "uova" }]);
    const { order } = await guestOrder(market, shop);
    const { now } = market.time;
    const contacts = () => count("SELECT count(*) FROM order_contact");
    market.time.now = now + 200 * DAY;
    await market.tick();
    expect(contacts()).toBe(1);
    run("UPDATE customer_order SET cancelled_at = ? WHERE id = ?", market.time.now, order);
    run(
      `INSERT INTO payment_due (order_id, number, amount_cents, reason, since)
        VALUES (?, 1, 5, 'x', 0)`,
      order,
    );
    market.time.now += 90 * DAY + 1;
    await market.tick();
    expect(contacts()).toBe(1);
    market.database.exec("UPDATE payment_due SET ended_at = 1, ended_by = 'x', ending = 'paid'");
    await market.tick();
    expect(contacts()).toBe(0);
  });
});
