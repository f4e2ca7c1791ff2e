import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { app } from "#market/app.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop } from "#tests/shop.ts";

let market: Market;
let offer: string;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  const shop = openShop(market, [{ name: "ricotta", stockMilli: 5000 }]);
  offer = shop.offers["ricotta"] ?? "";
});
afterAll(() => market.close());

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

async function read(path: string): Promise<string> {
  return (await market.call<string>("GET", path)).body;
}

describe("one market in two languages", () => {
  test("each page says where it is in the other language, and keeps the search", async () => {
    const page = await read("/en/prodotti?q=ricotta&ordine=nome");
    const there = "/prodotti?q=ricotta&amp;ordine=nome";
    expect(page).toContain(`<link rel="alternate" hreflang="it" href="${there}"/>`);
    expect(page).toContain(`<link rel="alternate" hreflang="en" href="/en${there}"/>`);
    expect(page).toContain(`<a lang="it" hreflang="it" href="${there}" data-act="language">`);
    const back = await read("/prodotti?q=ricotta&ordine=nome");
    expect(back).toContain(`<a lang="en" hreflang="en" href="/en${there}" data-act="language">`);
  });

  test("what is sent in English is answered, and refused, in English", async () => {
    const body = new URLSearchParams({ offer, quantity: "1" }).toString();
    const set = await market.call("POST", "/en/cassetta", { headers: FORM, body });
    expect(set.status).toBe(303);
    expect(set.headers.get("Location")).toBe(`/en/cassetta#line-${offer}`);
    const wrong = new URLSearchParams({ offer, quantity: "molto" }).toString();
    const sent = { headers: FORM, body: wrong };
    const refused = await market.call<string>("POST", "/en/cassetta", sent);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('<html lang="en">');
    expect(refused.body).toContain("<title>Error: ");
    expect(refused.body).toContain('href="/cassetta" data-act="language"');
  });

  test("the same form in either language is one operation: its key counts once", async () => {
    const body = new URLSearchParams({ offer, quantity: "2" }).toString();
    const sent = { headers: FORM, body, key: "one-key", basket: "b".repeat(32) };
    await market.call("POST", "/cassetta", sent);
    const again = await market.call("POST", "/en/cassetta", sent);
    expect(again.headers.get("Location")).toBe(`/en/cassetta#line-${offer}`);
    const kept = market.database.prepare("SELECT key FROM op_log WHERE key = 'one-key'");
    expect(kept.all([])).toHaveLength(1);
  });

  test("a page for everybody may be kept, each language under its own tag", async () => {
    const tagOf = async (path: string) => {
      const answer = await app.request(`http://localhost:8787${path}`, {}, market.env);
      expect(answer.headers.get("Cache-Control")).toBe("public, no-cache");
      return answer.headers.get("ETag");
    };
    const [italian, english] = [await tagOf("/prodotti"), await tagOf("/en/prodotti")];
    expect(english).not.toBe(italian);
    const headers = { "If-None-Match": String(english) };
    const again = await app.request("http://localhost:8787/en/prodotti", { headers }, market.env);
    expect(again.status).toBe(304);
  });

  test("what is not there is not there in English; programs read no language", async () => {
    const lost = await market.call<string>("GET", "/en/nessuna-pagina");
    expect([lost.status, lost.body.includes('<html lang="en">')]).toEqual([404, true]);
    const twice = await market.call<string>("GET", "/en/en/prodotti");
    expect(twice.status).toBe(404);
    const program = await market.call<string>("GET", "/en/api/v1/network");
    expect(program.status).toBe(404);
  });
});
