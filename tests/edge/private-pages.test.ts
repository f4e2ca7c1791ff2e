import { afterAll, beforeAll, expect, test } from "vitest";
import { app } from "#market/app.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
});
afterAll(() => market.close());

const PAGES = ["/", "/prodotti", "/cassetta", "/nessuna-pagina", "/en/", "/en/cassetta"];
const COOKIES = ["__Host-sessione", "__Host-cassetta", "__Host-ordine", "__Host-chiave"];

const cacheOf = async (path: string, headers: Readonly<Record<string, string>>) => {
  const answer = await app.request(`http://localhost:8787${path}`, { headers }, market.env);
  return answer.headers.get("Cache-Control");
};

test("whatever a browser shows of itself, its pages are its own and are kept nowhere", async () => {
  for (const path of PAGES) {
    for (const name of COOKIES) {
      const told = await cacheOf(path, { Cookie: `${name}=${"s".repeat(32)}` });
      expect([path, name, told]).toEqual([path, name, "private, no-store"]);
    }
  }
  expect(await cacheOf("/", {})).toBe("public, no-cache");
});

test("no answer of the API is kept, whoever asks", async () => {
  const token = { Authorization: `Bearer ${"t".repeat(32)}` };
  for (const path of ["/network", "/tokens", "/basket", "/me", "/sessions", "/nowhere"]) {
    for (const headers of [{}, token]) {
      expect([path, await cacheOf(`/api/v1${path}`, headers)]).toEqual([path, "no-store"]);
    }
  }
});
