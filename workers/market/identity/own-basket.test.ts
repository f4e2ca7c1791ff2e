import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { cookie, enterByCode } from "#tests/signed-in.ts";

let market: Market;
let shop: Shop;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
  shop = openShop(market, [{ name: "pane" }, { name: "uova" }, { name: "miele" }]);
});
afterEach(() => market.close());

const ANNA = "anna@example.org";
const GUEST = "a-basket-token-of-a-guest-0001";
const OTHER = "a-basket-token-of-a-guest-0002";

interface Basket {
  readonly lines: readonly { offerId: string; wanted: number; tolerance: number }[];
}
const put = (name: string, wantedMilli: number, sent: Sent, toleranceMilli = 0) =>
  market.call("PUT", `/api/v1/basket/lines/${shop.offers[name]}`, {
    ...sent,
    body: { wantedMilli, toleranceMilli },
  });
const inBasket = async (sent: Sent) => {
  const { body } = await market.call<Basket>("GET", "/api/v1/basket", sent);
  const named = Object.entries(shop.offers).map(([name, id]) => [id, name]);
  const names = Object.fromEntries(named) as Record<string, string>;
  return Object.fromEntries(body.lines.map(({ offerId, wanted }) => [names[offerId], wanted]));
};
const enter = (basket: string) => enterByCode(market, ANNA, { "X-Basket-Token": basket });
const as = (session: string): Sent => ({ headers: cookie(session) });

describe("the basket of somebody who signs in", () => {
  test("is the one they filled before, and is found again on another device", async () => {
    await put("pane", 2000, { basket: GUEST });
    const { got, session } = await enter(GUEST);
    expect(got.body).toMatchObject({ basket: "kept" });
    expect(await inBasket(as(session))).toEqual({ pane: 2000 });
    const phone = await enterByCode(market, ANNA);
    expect(phone.got.body).toMatchObject({ basket: "none" });
    expect(await inBasket(as(phone.session))).toEqual({ pane: 2000 });
    await put("uova", 6000, as(phone.session));
    expect(await inBasket(as(session))).toEqual({ pane: 2000, uova: 6000 });
  });

  test("takes in what was put in elsewhere, each thing as often as wanted more", async () => {
    await put("pane", 2000, { basket: GUEST }, 1000);
    await put("uova", 6000, { basket: GUEST });
    const first = await enter(GUEST);
    await put("pane", 3000, { basket: OTHER });
    await put("miele", 1000, { basket: OTHER });
    const second = await enter(OTHER);
    expect(second.got.body).toMatchObject({ basket: "joined" });
    expect(await inBasket(as(first.session))).toEqual({ pane: 3000, uova: 6000, miele: 1000 });
    const kept = market.database.prepare("SELECT count(*) FROM basket").pluck().all([])[0];
    expect(kept).toBe(1);
  });

  test("is opened by the session alone: the token in the browser opens it no more", async () => {
    await put("pane", 2000, { basket: GUEST });
    const { session } = await enter(GUEST);
    expect(await inBasket({ basket: GUEST })).toEqual({});
    await put("miele", 1000, { basket: GUEST });
    expect(await inBasket(as(session))).toEqual({ pane: 2000 });
    expect(await inBasket({ ...as(session), basket: GUEST })).toEqual({ pane: 2000 });
    await market.call("DELETE", "/api/v1/sessions/current", as(session));
    expect(await inBasket(as(session))).toEqual({});
    expect(await inBasket({ ...as(session), basket: GUEST })).toEqual({ miele: 1000 });
  });

  test("stays shut once the session was left alone, or its person is kept out", async () => {
    await put("pane", 2000, { basket: GUEST });
    const { session, personId } = await enter(GUEST);
    const week = 7 * 24 * 3600 * 1000;
    market.time.now += week - 1;
    const read = () => market.call<Basket>("GET", "/api/v1/basket", as(session));
    expect((await read()).body.lines).toHaveLength(1);
    market.time.now += 1;
    expect((await read()).body.lines).toHaveLength(0);
    market.time.now -= week;
    expect((await read()).body.lines).toHaveLength(1);
    market.database
      .prepare("UPDATE person SET suspended_at = 1, suspended_by = 'test' WHERE id = ?")
      .run([personId]);
    expect((await read()).body.lines).toHaveLength(0);
  });

  test("is theirs when they fill it signed in, with nothing in the browser before", async () => {
    const { session } = await enterByCode(market, ANNA);
    expect((await put("pane", 1000, as(session))).status).toBe(200);
    expect((await put("pane", 2000, as(session))).status).toBe(200);
    await put("uova", 6000, as(session));
    await put("uova", 0, as(session));
    expect(await inBasket(as(session))).toEqual({ pane: 2000 });
    expect(await inBasket(as((await enterByCode(market, ANNA)).session))).toEqual({ pane: 2000 });
  });

  test("gives way to the week that was looked at last", async () => {
    await put("pane", 2000, { basket: GUEST });
    const { session } = await enter(GUEST);
    market.time.now += 1000;
    const next = openShop(market, [{ name: "mele" }]);
    shop = { ...shop, offers: { ...shop.offers, ...next.offers } };
    await put("mele", 4000, { basket: OTHER });
    expect((await enter(OTHER)).got.body).toMatchObject({ basket: "kept" });
    expect(await inBasket(as(session))).toEqual({ mele: 4000 });
  });
});

describe("the orders of somebody who signs in", () => {
  const order = (sent: Sent, email = ANNA) =>
    market.call<{ id: string }>("POST", "/api/v1/orders", {
      ...sent,
      body: {
        cycleId: shop.cycleId,
        contact: { name: "Anna Zenti", email },
        place: shop.pickupPointId,
        payment: "at-pickup",
        lines: null,
      },
    });
  const mine = async (session: string, query = "") => {
    const path = `/api/v1/me/orders${query}`;
    const { body } = await market.call<{ items: { id: string }[]; next: string | null }>(
      "GET",
      path,
      as(session),
    );
    return body;
  };

  test("are listed and read by them, and by nobody else", async () => {
    const { session, personId } = await enterByCode(market, ANNA);
    await put("pane", 2000, as(session));
    const placed = await order(as(session), "altrove@example.org");
    expect(placed.status).toBe(201);
    expect(await inBasket(as(session))).toEqual({});
    const { id } = placed.body;
    expect((await mine(session)).items).toMatchObject([{ id, estimatedTotalCents: 800 }]);
    expect((await market.call("GET", `/api/v1/orders/${id}`, as(session))).status).toBe(200);
    const change = { body: { wantedMilli: 1000 }, ...as(session) };
    const lines = await market.call<{ lines: { id: string }[] }>(
      "GET",
      `/api/v1/orders/${id}`,
      as(session),
    );
    const path = `/api/v1/orders/${id}/lines/${lines.body.lines[0]?.id}`;
    expect((await market.call("PUT", path, change)).status).toBe(200);
    const stranger = await enterByCode(market, "bruno@example.org");
    expect((await mine(stranger.session)).items).toEqual([]);
    expect((await market.call("GET", `/api/v1/orders/${id}`, as(stranger.session))).status).toBe(
      404,
    );
    const kept = market.database.prepare("SELECT person_id FROM customer_order").pluck().all([]);
    expect(kept).toEqual([personId]);
  });

  test("are theirs too when they ordered as a guest, with an address that is theirs", async () => {
    await put("pane", 2000, { basket: GUEST });
    const placed = await order({ basket: GUEST }, "Anna@Example.org");
    const { id } = placed.body;
    const { session } = await enterByCode(market, ANNA);
    expect((await mine(session)).items).toMatchObject([{ id }]);
    expect((await market.call("GET", `/api/v1/orders/${id}`, as(session))).status).toBe(200);
    const bruno = await enterByCode(market, "bruno@example.org");
    await put("uova", 6000, as(bruno.session));
    await order(as(bruno.session), ANNA);
    expect((await mine(session)).items).toHaveLength(1);
    expect((await mine(bruno.session)).items).toHaveLength(1);
  });

  test("come page by page, the newest first", async () => {
    const { session } = await enterByCode(market, ANNA);
    const ids: string[] = [];
    for (let time = 0; time < 3; time++) {
      market.time.now += 1000;
      await put("pane", 1000, as(session));
      ids.unshift((await order(as(session))).body.id);
    }
    const first = await mine(session, "?limit=2");
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const rest = await mine(session, `?limit=2&after=${first.next}`);
    expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(rest.next).toBeNull();
  });
});
