import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const edit = (body: object, sent: object = { token: officer }) =>
  market.call("PATCH", "/api/v1/network", { body, ...sent });

test("an officer changes what the network says of itself, and nothing else", async () => {
  const before = (await market.call("GET", "/api/v1/network")).body;
  const changes = { name: "Filiera Veronetta", seat: "via XX Settembre 1, Verona" };
  const changed = await edit(changes);
  expect([changed.status, changed.body]).toEqual([200, { ...before, ...changes }]);
  expect((await edit({ seat: null })).body["seat"]).toBeNull();
  const now = (await market.call("GET", "/api/v1/network")).body;
  expect(now).toEqual({ ...before, name: "Filiera Veronetta", seat: null });
  expect((await edit({ currency: "USD" })).body["code"]).toBe("invalid-input");
});

test("what the law wants said of a cooperative is kept in its own form", async () => {
  const said = {
    taxCode: "01234567897",
    vatNumber: "01234567897",
    reaNumber: "VR-412345",
    coopRegisterNumber: "C123456",
    certifiedEmail: "filiera@pec.example.org",
    phone: "+39 045 000 0000",
    iban: "IT60X0542811101000000123456",
  };
  expect((await edit(said)).body).toMatchObject(said);
  for (const wrong of [
    { vatNumber: "1234" },
    { reaNumber: "412345" },
    { coopRegisterNumber: "123456" },
    { certifiedEmail: "pec" },
    { phone: "<script>" },
    { iban: "IT61X0542811101000000123456" },
  ]) {
    expect((await edit(wrong)).body["code"]).toBe("invalid-input");
  }
  expect((await market.call("GET", "/api/v1/network")).body).toMatchObject(said);
});

test("without a passkey, or without the office, it stays as it is", async () => {
  const bare = await edit({ name: "Altra" }, { token: officer, unsigned: true });
  expect(bare.body["code"]).toBe("passkey-needed");
  const treasurer = await tokenFor(market, officer, { role: "treasurer", subject: "" });
  expect((await edit({ name: "Altra" }, { token: treasurer })).body["code"]).toBe("not-allowed");
});

interface Change {
  readonly number: number;
  readonly field: string;
  readonly saidBefore: string | null;
  readonly saysNow: string | null;
  readonly changedAt: number;
  readonly changedBy: string;
}
const history = (query = "", token = officer) =>
  market.call<{ items: Change[]; next: string | null }>("GET", `/api/v1/network/changes${query}`, {
    token,
  });

test("every change stays, with who made it, when, and what was said before", async () => {
  const known = (await history()).body.items.length;
  market.time.now += 60_000;
  await edit({ taxCode: "93000000230", name: "Filiera Veronetta" });
  await edit({ taxCode: "93000000231" });
  const { items } = (await history()).body;
  expect(items).toHaveLength(known + 2);
  expect(items[0]).toMatchObject({
    field: "taxCode",
    saidBefore: "93000000230",
    saysNow: "93000000231",
    changedAt: market.time.now,
  });
  expect(items[0]?.changedBy).toMatch(/^(?:person|token):/);
  const first = (await history("?limit=1")).body;
  expect(first.items).toEqual([items[0]]);
  expect((await history(`?limit=1&after=${first.next}`)).body.items).toEqual([items[1]]);
});

test("officers and auditors read the history, others do not", async () => {
  const auditor = await tokenFor(market, officer, { role: "auditor", subject: "" });
  expect((await history("", auditor)).status).toBe(200);
  const treasurer = await tokenFor(market, officer, { role: "treasurer", subject: "" });
  expect((await history("", treasurer)).body).toMatchObject({ code: "not-allowed" });
});

test("of changes at the same moment none is lost", async () => {
  const before = (await history("?limit=200")).body.items.length;
  const names = ["Uno", "Due", "Tre", "Quattro"];
  const done = await Promise.all(names.map((name) => edit({ name })));
  const made = done.filter(({ status }) => status === 200);
  const { items } = (await history("?limit=200")).body;
  expect(items).toHaveLength(before + made.length);
  const said = items.filter(({ field }) => field === "name");
  for (const [index, change] of said.slice(0, -1).entries()) {
    expect(change.saidBefore).toBe(said[index + 1]?.saysNow);
  }
});
