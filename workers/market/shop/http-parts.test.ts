import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Parts } from "#frontend/islands/parts.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop, type Shop } from "#tests/shop.ts";

let market: Market;
let shop: Shop;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  shop = openShop(market, [{ name: "ricotta", stockMilli: 5000, boxUnits: 6 }]);
});
afterAll(() => market.close());

const JSON_ONLY = { Accept: "application/json" };
const FORM = { ...JSON_ONLY, "Content-Type": "application/x-www-form-urlencoded" };
const BASKET = "b".repeat(32);

async function ask(path: string, headers: Readonly<Record<string, string>> = {}) {
  const sent = { basket: BASKET, headers: { ...JSON_ONLY, ...headers } };
  return market.call<Parts>("GET", path, sent);
}

async function set(path: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields).toString();
  return market.call<Parts>("POST", path, { basket: BASKET, headers: FORM, body });
}

describe("a page that a script asks for", () => {
  test("answers with what moves in it, in the reader's language, and nothing is kept", async () => {
    const offer = shop.offers["ricotta"] ?? "";
    expect((await set("/cassetta", { offer, quantity: "2" })).status).toBe(303);
    const italian = await ask("/cassetta");
    expect(italian.headers.get("Cache-Control")).toBe("private, no-store");
    expect(italian.body.live[`held-${offer}`]).toBe("2\u00a0pezzi");
    expect(italian.body.live["basket-total"]).toBe("8,00\u00a0€");
    expect(italian.body.islands).toHaveProperty(`step-${offer}.quantity.current`, 2000);
    const english = await ask("/en/cassetta");
    expect(english.body.live[`held-${offer}`]).toBe("2\u00a0pieces");
    expect(english.body.islands).toHaveProperty(`step-${offer}.action`, "/en/cassetta");
  });

  test("is asked again by its tag, and says only what is new", async () => {
    const first = await ask("/prodotti");
    const tag = first.headers.get("ETag") ?? "";
    expect((await ask("/prodotti", { "If-None-Match": tag })).status).toBe(304);
    market.time.now += 2 * 3_600_000;
    expect((await ask("/prodotti", { "If-None-Match": tag })).status).toBe(200);
  });

  test("a form that is refused says why in one sentence", async () => {
    const offer = shop.offers["ricotta"] ?? "";
    const refused = await set("/cassetta", { offer, quantity: "0.5" });
    expect(refused.status).toBe(422);
    expect(refused.body.refusal).toMatch(/\.$/);
    expect(refused.body.live[`held-${offer}`]).toBe("2\u00a0pezzi");
  });

  test("a browser is given the page, with the focus on why it was refused", async () => {
    const offer = shop.offers["ricotta"] ?? "";
    const body = new URLSearchParams({ offer, quantity: "0.5" }).toString();
    const headers = { ...FORM, Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
    const page = await market.call<string>("POST", "/cassetta", { basket: BASKET, headers, body });
    expect(page.status).toBe(422);
    expect(page.body).toMatch(/role="alert" tabindex="-1" autofocus/);
  });
});
