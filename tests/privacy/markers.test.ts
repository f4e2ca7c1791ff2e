import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyExport } from "#tests/journals.ts";
import type { Got } from "#tests/market.ts";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { addPlannedRound } from "#tests/plans.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import {
  columnsOf,
  DAYS_OF_LIFE,
  IMPERSONAL,
  KEPT_BY_LAW,
  NOT_COPIED,
  PERSONAL,
} from "./columns.ts";
import { plant, type Planted } from "./planted.ts";

let trade: Trade;
let anna: Planted;
let bruno: Planted;
beforeEach(async () => {
  trade = await openTrade([{ name: "uova" }]);
  anna = await plant(trade, "anna");
  bruno = await plant(trade, "bruno");
});
afterEach(() => trade.close());

const erase = (who: Planted, sent: object = {}): Promise<Got> =>
  trade.market.call("POST", "/api/v1/me/erasure", { ...who.sent, body: {}, ...sent });
const eraseByOfficer = (who: Planted): Promise<Got> =>
  trade.market.call("POST", `/api/v1/people/${who.id}/erasure`, {
    token: trade.officer,
    body: {},
  });
const cancel = ({ order }: Planted) =>
  trade.market.call("POST", `/api/v1/orders/${order}/cancellation`, {
    token: trade.officer,
    body: {},
  });

/** Where a text stands, in any column of any table, the search index and its shadows included. */
function whereIs(mark: string): string[] {
  const tables = trade.rows(`SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%'`);
  return tables.flatMap(([table]) => {
    const columns = trade.rows(`SELECT name FROM pragma_table_xinfo('${String(table)}')`);
    return columns.flatMap(([column]) => {
      const hex = Buffer.from(mark).toString("hex").toUpperCase();
      const holds = `instr(hex("${String(column)}"), '${hex}')`;
      const sql = `SELECT count(*) FROM "${String(table)}" WHERE ${holds}`;
      return trade.rows(sql)[0]?.[0] === 0 ? [] : [`${String(table)}.${String(column)}`];
    });
  });
}

/** The rows of every table, so that two moments can be compared. */
function rowsOf(mark: string): Record<string, unknown> {
  const entries = whereIs(mark).map((place) => {
    const [table, column] = place.split(".");
    const sql = `SELECT ${column} FROM ${table} WHERE instr(${column}, '${mark}') ORDER BY 1`;
    return [place, trade.rows(sql)] as const;
  });
  return Object.fromEntries(entries);
}

/** The whole journal, checked as anyone may check it. */
async function verified(): Promise<unknown> {
  const parts: object[] = [];
  for (let after = ""; ;) {
    const path = `/api/v1/ledger/export?limit=200${after}`;
    const { body } = await trade.market.call<{ next: string | null }>("GET", path, {
      token: trade.officer,
    });
    parts.push(body);
    if (body.next === null) return verifyExport(parts);
    after = `&after=${body.next}`;
  }
}

test("every text column says whether it can name somebody", async () => {
  const server = await openMigratedServer();
  const stored = server.database
    .prepare(
      `SELECT t.name || '.' || c.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND c.type = 'TEXT'
          AND t.name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all([]) as string[];
  await server.close();
  const listed = [PERSONAL, DAYS_OF_LIFE, IMPERSONAL].flatMap(columnsOf);
  expect(listed.toSorted()).toEqual(stored.toSorted());
});

test("the test speaks of every personal column", () => {
  expect(Object.keys(anna.marks).toSorted()).toEqual(columnsOf(PERSONAL));
  expect(whereIs(anna.mark)).toEqual(expect.arrayContaining(columnsOf(PERSONAL)));
});

describe("a copy of one's own data", () => {
  test("holds all that is kept of its person, and nothing of anybody else", async () => {
    const { status, body, headers } = await trade.market.call(
      "GET",
      "/api/v1/me/export",
      anna.sent,
    );
    expect(status).toBe(200);
    expect(headers.get("Content-Disposition")).toContain("filiera.json");
    const copy = JSON.stringify(body);
    const copied = Object.entries(anna.marks).filter(([column]) => !(column in NOT_COPIED));
    const missing = copied.filter(([, said]) => !copy.includes(said)).map(([column]) => column);
    expect(missing).toEqual([]);
    expect(copy).not.toContain(bruno.mark);
    expect(body["orders"]).toMatchObject([{ id: anna.order, lines: [{ product: "uova" }] }]);
    expect(body["wallet"]).toMatchObject([{ amountCents: -500 }, { amountCents: 500 }]);
    expect(body["cut"]).toEqual([]);
  });
});

describe("an erasure", () => {
  test("waits until orders are settled, and names them", async () => {
    expect(await erase(anna)).toMatchObject({
      status: 409,
      body: { code: "settle-first", openOrders: [anna.order], wallets: [], dues: [] },
    });
    expect(await trade.market.call("GET", "/api/v1/me/consents", anna.sent)).toMatchObject({
      status: 200,
    });
  });

  test("waits until the wallet is at zero", async () => {
    await cancel(anna);
    const path = `/api/v1/households/${anna.household}/wallet/entries`;
    const body = { kind: "top-up", source: "bank", amountCents: 1 };
    await trade.market.call("POST", path, { token: trade.officer, body });
    expect((await erase(anna)).body).toMatchObject({
      code: "settle-first",
      wallets: [anna.household],
    });
  });

  test("leaves no word of its person but in the members' book, all words of others", async () => {
    await cancel(anna);
    const before = rowsOf(bruno.mark);
    const got = await erase(anna, { key: "goodbye" });
    expect(got).toMatchObject({
      status: 200,
      body: {
        personId: anna.id,
        households: [anna.household],
        kept: [{ what: "books" }, {}, { what: "members-book" }, {}, {}],
      },
    });
    expect(whereIs(anna.mark).toSorted()).toEqual(columnsOf(KEPT_BY_LAW));
    expect(rowsOf(bruno.mark)).toEqual(before);
    expect(await verified()).toMatchObject({ ok: true });
    const kept = trade.rows(`SELECT count(*) FROM customer_order WHERE id = '${anna.order}'`);
    expect(kept).toEqual([[1]]);
  });

  test("takes the place of a home out of the rounds that passed it", async () => {
    const { market, shop } = trade;
    const plan = addPlannedRound(market, shop.cycleId);
    const places = () =>
      trade.rows(`SELECT place FROM plan_place WHERE problem_id = '${plan}'`).flat();
    market.database.exec(`UPDATE household_profile SET (lat_microdegrees, lon_microdegrees) = (
      SELECT lat_microdegrees, lon_microdegrees FROM plan_place WHERE place = 3
    ) WHERE household_id = '${anna.household}'`);
    await cancel(anna);
    expect((await erase(anna)).status).toBe(200);
    expect(places()).toEqual([0, 1, 2, 4, 5, 6]);
  });

  test("by an officer, on paper, does the same; twice finds nobody", async () => {
    await cancel(anna);
    expect((await eraseByOfficer(anna)).status).toBe(200);
    expect(whereIs(anna.mark).toSorted()).toEqual(columnsOf(KEPT_BY_LAW));
    expect((await eraseByOfficer(anna)).status).toBe(404);
  });

  test("ends every way in, and old requests are answered without data", async () => {
    const put = { ...anna.sent, key: "consent", body: CONSENT };
    await trade.market.call("PUT", "/api/v1/me/consents", put);
    await cancel(anna);
    const first = await erase(anna, { key: "goodbye" });
    expect((await erase(anna, { key: "goodbye" })).body).toEqual(first.body);
    expect(await trade.market.call("PUT", "/api/v1/me/consents", put)).toMatchObject({
      status: 410,
      body: { code: "answer-erased" },
    });
    expect((await trade.market.call("GET", "/api/v1/me/export", anna.sent)).status).toBe(401);
    const left = trade.rows(`SELECT (SELECT count(*) FROM passkey WHERE person_id = '${anna.id}'),
      (SELECT count(*) FROM role_grant WHERE holder = '${anna.id}' AND revoked_at IS NULL),
      (SELECT count(*) FROM access_token WHERE person_id = '${anna.id}' AND revoked_at IS NULL)`);
    expect(left).toEqual([[0, 0, 0]]);
    const said = trade.rows(`SELECT given, channel FROM consent WHERE person_id = '${anna.id}'`);
    expect(said).toEqual([
      [1, "api"],
      [0, "erasure"],
    ]);
  });

  test("asks somebody without a passkey for a code of just now", async () => {
    await cancel(anna);
    trade.market.time.now += 15 * 60_000;
    expect(await erase(anna)).toMatchObject({ status: 403, body: { code: "sign-in-anew" } });
  });

  test("of one of a family leaves the family, without their address", async () => {
    await cancel(anna);
    const { database } = trade.market;
    const move = "UPDATE role_grant SET subject = ? WHERE holder = ?";
    database.prepare(move).run([anna.household, bruno.id]);
    database
      .prepare("UPDATE household_profile SET email = ? WHERE household_id = ?")
      .run([anna.marks["person_email.address"] ?? "", anna.household]);
    expect((await erase(anna)).body).toMatchObject({ households: [] });
    const profile = `SELECT name, email FROM household_profile
      WHERE household_id = '${anna.household}'`;
    expect(trade.rows(profile)).toEqual([[anna.marks["household_profile.name"], null]]);
  });

  test("of the last officer is refused", async () => {
    const [[officer] = []] = trade.rows(
      "SELECT holder FROM role_grant JOIN person ON person.id = holder WHERE role = 'officer'",
    );
    trade.market.database
      .prepare("UPDATE session SET person_id = ? WHERE person_id = ?")
      .run([String(officer), anna.id]);
    expect(await erase(anna)).toMatchObject({ status: 409, body: { code: "last-officer" } });
  });
});

const CONSENT = { purpose: "reminders", isGiven: true, textVersion: 1 };
