import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop, type Shop } from "#tests/shop.ts";

interface Basket {
  readonly cycleId: string | null;
  readonly lines: readonly {
    readonly offerId: string;
    readonly wanted: number;
    readonly refusal: { readonly code: string } | null;
  }[];
}

let market: Market;
let shop: Shop;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  shop = openShop(market, [
    { name: "pane", priceCents: 520 },
    { name: "uova", stockMilli: 2000 },
  ]);
});
afterAll(() => market.close());

const put = (name: string, wantedMilli: number, sent: object = {}) =>
  market.call("PUT", `/api/v1/basket/lines/${shop.offers[name] ?? name}`, {
    body: { wantedMilli },
    ...sent,
  });
const read = async (basket: string) =>
  (await market.call<Basket>("GET", "/api/v1/basket", { basket })).body;

test("the first thing put in a basket makes the basket, with a token of its own", async () => {
  const first = await put("pane", 2000);
  expect(first.body).toMatchObject({ wantedMilli: 2000, estimatedCents: 1040 });
  const token = first.headers.get("X-Basket-Token") ?? "";
  expect(token).toHaveLength(32);
  expect(first.headers.get("Set-Cookie")).toMatch(
    /^__Host-cassetta=.*HttpOnly; Secure; SameSite=Lax/,
  );
  expect(await read(token)).toMatchObject({ cycleId: shop.cycleId, lines: [{ wanted: 2000 }] });
  const stranger = await put("pane", 1000);
  expect(stranger.headers.get("X-Basket-Token")).not.toBe(token);
});

test("setting a quantity again changes nothing, and 0 takes the thing out", async () => {
  const basket = "a-basket-token-that-stays";
  await put("pane", 2000, { basket });
  await put("pane", 2000, { basket });
  await put("uova", 1000, { basket });
  expect((await read(basket)).lines.map((line) => line.wanted)).toEqual([2000, 1000]);
  await put("pane", 0, { basket });
  expect((await read(basket)).lines).toMatchObject([{ offerId: shop.offers["uova"] }]);
});

test("a basket of an earlier cycle starts afresh with the next one", async () => {
  const basket = "a-basket-token-of-last-week";
  await put("pane", 2000, { basket });
  await put("uova", 1000, { basket });
  const next = openShop(market, [{ name: "mele" }, { name: "pere" }]);
  const mele = next.offers["mele"] ?? "";
  await put(mele, 3000, { basket });
  const afresh = { cycleId: next.cycleId, lines: [{ offerId: mele, wanted: 3000 }] };
  expect(await read(basket)).toMatchObject(afresh);
  await put(next.offers["pere"] ?? "", 1000, { basket });
  expect((await read(basket)).lines.map((line) => line.wanted)).toEqual([3000, 1000]);
});

test("a basket says what cannot be ordered, and refuses it when it is set", async () => {
  const basket = "a-basket-token-for-eggs";
  expect((await put("uova", 3000, { basket })).body).toMatchObject({
    code: "short-stock",
    leftMilli: 2000,
  });
  expect((await put("pane", 1500, { basket })).body["code"]).toBe("quantity-not-in-steps");
  expect((await put(shop.cycleId, 1000, { basket })).body["code"]).toBe("offer-unknown");
  await put("uova", 2000, { basket });
  market.database.exec("UPDATE stock_pool SET on_hand_milli = 1000");
  expect((await read(basket)).lines).toMatchObject([{ refusal: { code: "short-stock" } }]);
});

test("what is ordered leaves the basket; one that nobody touches is forgotten", async () => {
  const basket = "a-basket-token-that-orders";
  await put("pane", 1000, { basket });
  const order = {
    cycleId: shop.cycleId,
    contact: { name: "Anna Zeni" },
    place: shop.pickupPointId,
    payment: "at-pickup",
  };
  const placed = await market.call("POST", "/api/v1/orders", { basket, body: order });
  expect(placed.status).toBe(201);
  expect((await read(basket)).lines).toEqual([]);
  const again = await market.call("POST", "/api/v1/orders", { basket, body: order });
  expect(again.body["code"]).toBe("order-empty");
  market.time.now += 31 * 24 * 3600 * 1000;
  await market.tick();
  expect((await read(basket)).cycleId).toBeNull();
});
