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

test("without a passkey, or without the office, it stays as it is", async () => {
  const bare = await edit({ name: "Altra" }, { token: officer, unsigned: true });
  expect(bare.body["code"]).toBe("passkey-needed");
  const treasurer = await tokenFor(market, officer, { role: "treasurer", subject: "" });
  expect((await edit({ name: "Altra" }, { token: treasurer })).body["code"]).toBe("not-allowed");
});
