import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { family, made, santaToscana, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
let group: string;
let otherGroup: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  const { id: pickupPointId } = await made(market, officer, "/pickup-points", santaToscana);
  const found = (name: string) => made(market, officer, "/groups", { name, pickupPointId });
  group = (await found("GAS Santa Toscana")).id;
  market.time.now += 1;
  otherGroup = (await found("GAS San Vitale")).id;
});
afterAll(() => market.close());

const nobody = "00000000000000000000000000";
const post = (path: string, body: object, sent: object = {}) =>
  market.call("POST", `/api/v1${path}`, { token: officer, body, ...sent });
const get = (path: string, token?: string) =>
  market.call("GET", `/api/v1${path}`, token === undefined ? {} : { token });
const welcome = (given: object = {}) => made(market, officer, "/households", family(given));

test("a household is welcomed with a wallet, and a repeat welcomes it once", async () => {
  const body = family({ groupId: group, lowCreditCents: 500 });
  const first = await post("/households", body, { key: "cantarane" });
  expect(first.status).toBe(201);
  expect((await post("/households", body, { key: "cantarane" })).body).toEqual(first.body);
  const id = String(first.body["id"]);
  const accounts = market.database
    .prepare("SELECT code FROM ledger_account WHERE code LIKE ? ORDER BY code")
    .all(`%${id}`);
  expect(accounts).toEqual([{ code: `wallet-held:${id}` }, { code: `wallet:${id}` }]);
  const shown = await get(`/households/${id}`, officer);
  expect(shown.body).toMatchObject({ groupId: group, lowCreditCents: 500, ...family() });
});

test("what is kept for repeats holds nothing personal", async () => {
  await welcome();
  const kept = JSON.stringify(market.database.prepare("SELECT * FROM op_log").all());
  expect(kept).not.toContain("Cantarane");
  expect(kept).not.toContain("cantarane@example.org");
});

test("a household of another, and one that does not exist, answer alike", async () => {
  const [own, foreign] = [await welcome(), await welcome()];
  const token = await tokenFor(market, officer, { role: "household", subject: own.id });
  expect((await get(`/households/${own.id}`, token)).status).toBe(200);
  const other = await get(`/households/${foreign.id}`, token);
  const absent = await get(`/households/${nobody}`, token);
  const { requestId: _, ...said } = other.body;
  expect(absent.body).toMatchObject(said);
  expect(said["code"]).toBe("not-found");
  for (const id of [own.id, nobody]) {
    expect((await get(`/households/${id}`)).body["code"]).toBe("not-signed-in");
  }
  expect((await get(`/households/${nobody}`, officer)).body["code"]).toBe("not-found");
});

test("a coordinator welcomes and reads the households of the own group only", async () => {
  const coordinator = await tokenFor(market, officer, { role: "coordinator", subject: group });
  const asked = (groupId: string | null) =>
    post("/households", family({ groupId }), { token: coordinator });
  const own = await asked(group);
  expect(own.status).toBe(201);
  expect((await asked(otherGroup)).body["code"]).toBe("not-allowed");
  expect((await asked(null)).body["code"]).toBe("not-allowed");
  const outsider = await welcome({ groupId: otherGroup });
  expect((await get(`/households/${String(own.body["id"])}`, coordinator)).status).toBe(200);
  expect((await get(`/households/${outsider.id}`, coordinator)).status).toBe(404);

  const listed = (await get(`/households?group=${group}`, coordinator)).body;
  const items = listed["items"] as { groupId: string }[];
  expect(items.length).toBeGreaterThan(0);
  expect(items.every(({ groupId }) => groupId === group)).toBe(true);
  expect((await get(`/households?group=${otherGroup}`, coordinator)).status).toBe(403);
  expect((await get("/households", coordinator)).status).toBe(403);
});

test("the list of households is for officers and auditors, in pages", async () => {
  await welcome();
  const auditor = await tokenFor(market, officer, { role: "auditor", subject: "" });
  const first = (await get("/households?limit=1", auditor)).body;
  const second = (await get(`/households?limit=1&after=${String(first["next"])}`, auditor)).body;
  const ids = [first, second].map(({ items }) => (items as { id: string }[])[0]?.id);
  expect(new Set(ids).size).toBe(2);
  expect((await get("/households")).body["code"]).toBe("not-signed-in");
});

test("a household joins a group that exists, or none", async () => {
  const lost = await post("/households", family({ groupId: nobody }));
  expect([lost.status, lost.body["code"]]).toEqual([404, "not-found"]);
  expect((await post("/households", { groupId: group })).body["code"]).toBe("invalid-input");
  expect((await welcome()).id).toHaveLength(26);
});

test("a group has a name of its own and a point where it meets", async () => {
  const { body: points } = await get("/pickup-points");
  const pickupPointId = (points["items"] as { id: string }[])[0]?.id;
  const again = await post("/groups", { name: "GAS San Vitale", pickupPointId });
  expect([again.status, again.body["code"]]).toEqual([409, "name-taken"]);
  const nowhere = await post("/groups", { name: "GAS Ovunque", pickupPointId: nobody });
  expect([nowhere.status, nowhere.body["code"]]).toEqual([404, "not-found"]);
  const household = await welcome();
  const token = await tokenFor(market, officer, { role: "household", subject: household.id });
  const own = await post("/groups", { name: "GAS Mio", pickupPointId }, { token });
  expect(own.body["code"]).toBe("not-allowed");
  expect((await get("/groups")).body["items"]).toMatchObject([
    { name: "GAS Santa Toscana" },
    { name: "GAS San Vitale" },
  ]);
});

test("a group has one coordinator, one of its own households, and can change it", async () => {
  const [first, second] = [await welcome({ groupId: group }), await welcome({ groupId: group })];
  const put = (householdId: string, of = group) =>
    market.call("PUT", `/api/v1/groups/${of}/coordinator`, {
      token: officer,
      body: { householdId },
    });
  const coordinators = () =>
    market.database
      .prepare("SELECT id FROM household WHERE coordinates_group = 1 AND group_id = ?")
      .all(group);
  expect((await put(first.id)).status).toBe(200);
  expect((await put(second.id)).body).toEqual({ groupId: group, householdId: second.id });
  expect(coordinators()).toEqual([{ id: second.id }]);
  expect((await put(second.id)).status).toBe(200);
  const outsider = await welcome({ groupId: otherGroup });
  expect((await put(outsider.id)).body["code"]).toBe("not-in-group");
  expect((await put(nobody)).body["code"]).toBe("not-in-group");
  expect((await put(first.id, nobody)).body["code"]).toBe("not-found");
  expect(coordinators()).toEqual([{ id: second.id }]);
});
