import { afterAll, beforeAll, expect, test } from "vitest";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import { addGroup, addHousehold, addToken } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

interface Statement {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market, { "wallet-floor": "-1000" });
});
afterAll(() => market.close());

const at = (household: HouseholdId) => `/api/v1/households/${household}/wallet`;
const enter = (household: HouseholdId, body: object, sent: object = {}) =>
  market.call("POST", `${at(household)}/entries`, { token: officer, body, ...sent });
const statement = (household: HouseholdId, query = "") =>
  market.call<Statement>("GET", `${at(household)}/statement${query}`, { token: officer });

test("a wallet shows what came in, and how far it may go", async () => {
  const household = addHousehold(market);
  const empty = await market.call("GET", at(household), { token: officer });
  expect(empty.body).toEqual({
    balanceCents: 0,
    heldCents: 0,
    availableCents: 0,
    floorCents: -1000,
  });
  const debt = await enter(household, { kind: "opening", amountCents: -250 });
  expect([debt.status, debt.body["balanceCents"]]).toEqual([201, -250]);
  await enter(household, { kind: "top-up", amountCents: 5000, source: "cash", note: "in sede" });
  const shown = await market.call("GET", at(household), { token: officer });
  expect(shown.body).toMatchObject({ balanceCents: 4750, heldCents: 0, availableCents: 4750 });
});

test("the same entry sent again is entered once", async () => {
  const household = addHousehold(market);
  const body = { kind: "top-up", amountCents: 1000 };
  const first = await enter(household, body, { key: "top-up-1" });
  const again = await enter(household, body, { key: "top-up-1" });
  expect(again.body).toEqual(first.body);
  const other = await enter(household, { ...body, amountCents: 2000 }, { key: "top-up-1" });
  expect([other.status, other.body["code"]]).toEqual([422, "key-reused"]);
  expect((await statement(household)).body.items).toHaveLength(1);
});

test("a correction says why, a top-up brings something, nothing moves nothing", async () => {
  const household = addHousehold(market);
  for (const body of [
    { kind: "correction", amountCents: -100 },
    { kind: "correction", amountCents: 0, note: "niente" },
    { kind: "top-up", amountCents: -100 },
    { kind: "top-up", amountCents: 0 },
    { kind: "top-up", amountCents: 1.5 },
    { kind: "top-up", amountCents: "100" },
    { kind: "opening", amountCents: 0 },
    { kind: "gift", amountCents: 100 },
  ]) {
    const { status, body: said } = await enter(household, body);
    expect([status, said["code"]], JSON.stringify(body)).toEqual([400, "invalid-input"]);
  }
  const corrected = { kind: "correction", amountCents: -100, source: "cash", note: "contato male" };
  expect((await enter(household, corrected)).body["balanceCents"]).toBe(-100);
});

test("a statement is read page by page, with the balance after each posting", async () => {
  const household = addHousehold(market);
  for (const amountCents of [1000, 200, 30, 4]) {
    await enter(household, { kind: "top-up", amountCents, note: `bonifico di ${amountCents}` });
  }
  const first = await statement(household, "?limit=3");
  const shown = first.body.items.map((item) => [item["amountCents"], item["balanceCents"]]);
  expect(shown).toEqual([
    [4, 1234],
    [30, 1230],
    [200, 1200],
  ]);
  expect(first.body.items[0]).toMatchObject({ kind: "wallet-top-up", note: "bonifico di 4" });
  const rest = await statement(household, `?limit=3&after=${first.body.next}`);
  expect(rest.body).toMatchObject({
    items: [{ amountCents: 1000, balanceCents: 1000 }],
    next: null,
  });
});

test("a wallet is its household's and its coordinator's; to others it is not there", async () => {
  const group = addGroup(market);
  const household = addHousehold(market, group);
  const others = addHousehold(market);
  const look = async (token: string | undefined, of = household) => {
    const { status, body } = await market.call("GET", at(of), token === undefined ? {} : { token });
    return [status, body["code"]];
  };
  expect(await look(addToken(market, "household", household))).toEqual([200, undefined]);
  expect(await look(addToken(market, "coordinator", group))).toEqual([200, undefined]);
  expect(await look(addToken(market, "auditor"))).toEqual([200, undefined]);
  const foreign = addToken(market, "household", others);
  expect(await look(foreign)).toEqual([404, "not-found"]);
  expect(await look(foreign, "01jd3x5k7m9npqrstvwxyz9999" as HouseholdId)).toEqual([
    404,
    "not-found",
  ]);
  expect(await look(undefined)).toEqual([401, "not-signed-in"]);
});

test("only treasurer and officer put money into a wallet that exists", async () => {
  const household = addHousehold(market);
  const body = { kind: "top-up", amountCents: 100 };
  const own = await enter(household, body, { token: addToken(market, "household", household) });
  expect([own.status, own.body["code"]]).toEqual([403, "not-allowed"]);
  const treasurer = await enter(household, body, { token: addToken(market, "treasurer") });
  expect(treasurer.status).toBe(201);
  const nowhere = await enter("01jd3x5k7m9npqrstvwxyz9999" as HouseholdId, body);
  expect([nowhere.status, nowhere.body["code"]]).toEqual([404, "not-found"]);
});

test("what was written about a posting can be erased, the posting stays", async () => {
  const household = addHousehold(market);
  await enter(household, { kind: "top-up", amountCents: 100, note: "portati da Anna" });
  market.database.prepare("DELETE FROM posting_note").run([]);
  const { items } = (await statement(household)).body;
  expect(items).toMatchObject([{ amountCents: 100, note: null }]);
});
