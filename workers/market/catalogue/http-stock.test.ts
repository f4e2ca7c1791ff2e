import { afterAll, beforeAll, expect, test } from "vitest";
import { addProduct, list, loose, openOrchard } from "#tests/goods.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { made, orchard, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
let farm: string;
let hub: string;
let producer: string;
let keeper: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ({ farm, hub } = await openOrchard(market, officer));
  producer = await tokenFor(market, officer, { role: "producer", subject: farm });
  keeper = await tokenFor(market, officer, { role: "hub", subject: hub });
});
afterAll(() => market.close());

const nobody = "00000000000000000000000000";
const post = (path: string, body: object, token = producer) =>
  market.call("POST", `/api/v1${path}`, { token, body });
const put = (path: string, body: object, token = producer) =>
  market.call("PUT", `/api/v1${path}`, { token, body });
const openPool = async (name: string, onHandMilli = 60_000) =>
  (await made(market, producer, "/stock-pools", { enterpriseId: farm, name, onHandMilli })).id;
const hold = (pool: string, quantityMilli: number) =>
  market.database
    .prepare("INSERT INTO stock_reservation VALUES (?, ?, ?, ?, NULL)")
    .run(`order-${pool}-${quantityMilli}`, pool, hub, quantityMilli);

test("a producer opens a pool of its stock, each under its own name", async () => {
  const body = { enterpriseId: farm, name: "Mele in cella", onHandMilli: 400_000 };
  const opened = await post("/stock-pools", body);
  expect([opened.status, opened.body["reservedMilli"]]).toEqual([201, 0]);
  const again = await post("/stock-pools", body);
  expect([again.status, again.body["code"]]).toEqual([409, "name-taken"]);
  const other = { ...body, enterpriseId: hub };
  expect((await post("/stock-pools", other, officer)).body["code"]).toBe("not-a-producer");
  expect((await post("/stock-pools", body, keeper)).body["code"]).toBe("not-allowed");
  for (const wrong of [-1, 1.5, 1e9, "1", null]) {
    const answer = await post("/stock-pools", { ...body, name: "X", onHandMilli: wrong });
    expect(answer.body["code"]).toBe("invalid-input");
  }
});

test("a count may fall to what is reserved, and not below", async () => {
  const pool = await openPool("Pere");
  hold(pool, 20_000);
  const count = (onHandMilli: number, token = producer) =>
    post(`/stock-pools/${pool}/counts`, { onHandMilli }, token);
  expect((await count(20_000)).body).toMatchObject({ onHandMilli: 20_000, reservedMilli: 20_000 });
  const short = await count(19_999);
  expect([short.status, short.body["code"]]).toEqual([409, "stock-reserved"]);
  expect(short.body["reservedMilli"]).toBe(20_000);
  expect((await count(90_000)).status).toBe(200);
  expect((await count(90_000, keeper)).body["code"]).toBe("not-allowed");
  expect((await post(`/stock-pools/${nobody}/counts`, { onHandMilli: 1 }, officer)).status).toBe(
    404,
  );
});

test("a hub's quota covers what it holds already", async () => {
  const pool = await openPool("Susine");
  hold(pool, 5000);
  const limit = (quotaMilli: number, of = hub, token = producer) =>
    put(`/stock-pools/${pool}/quotas/${of}`, { quotaMilli }, token);
  const short = await limit(4999);
  expect([short.body["code"], short.body["reservedMilli"]]).toEqual(["stock-reserved", 5000]);
  expect((await limit(5000)).body).toEqual({
    poolId: pool,
    hubId: hub,
    quotaMilli: 5000,
    reservedMilli: 5000,
  });
  expect(() => hold(pool, 1)).toThrow("stock_quota_not_exceeded");
  expect((await limit(6000)).status).toBe(200);
  hold(pool, 1000);
  expect((await limit(5999)).body["reservedMilli"]).toBe(6000);
  expect((await limit(9000, farm)).body["code"]).toBe("not-a-hub");
  expect((await limit(9000, hub, keeper)).body["code"]).toBe("not-allowed");
});

test("a size draws from a pool of its own producer only", async () => {
  const other = (await made(market, officer, "/enterprises", { ...orchard, vatNumber: null })).id;
  const pool = await openPool("Kiwi");
  const drawing = { variants: [{ ...loose, poolId: pool }] };
  const { variants } = await addProduct(market, producer, farm, drawing);
  const body = { ...drawing, name: "Kiwi", enterpriseId: other, categoryId: "frutta" };
  expect((await post("/products", body, officer)).body["code"]).toBe("pool-unknown");
  const patch = (given: object) =>
    market.call("PATCH", `/api/v1/variants/${variants[0]?.id}`, { token: producer, body: given });
  expect((await patch({ priceCents: 200 })).body["poolId"]).toBe(pool);
  expect((await patch({ poolId: nobody })).body["code"]).toBe("pool-unknown");
  expect((await patch({ poolId: null })).body["poolId"]).toBeNull();
});

test("a hub lists what producers sell, all of it or none", async () => {
  const sold = await addProduct(market, producer, farm);
  const gone = await addProduct(market, producer, farm);
  const [variant, withdrawn] = [sold, gone].map(({ variants }) => variants[0]?.id ?? "");
  const path = `/api/v1/products/${gone.id}`;
  await market.call("PATCH", path, { token: producer, body: { isWithdrawn: true } });
  const both = await list(market, keeper, hub, [variant ?? "", withdrawn ?? ""]);
  expect([both.status, both.body["code"]]).toEqual([422, "variant-unknown"]);
  expect(both.body["variantId"]).toBe(withdrawn);
  const rows = () =>
    market.database.prepare("SELECT price_cents, since, withdrawn_at FROM listing").all();
  expect(rows()).toEqual([]);
  expect((await list(market, keeper, hub, [variant ?? ""])).body).toEqual({
    hubId: hub,
    listed: 1,
  });
  const since = market.time.now;
  market.time.now += 1000;
  const dearer = { hubId: hub, listings: [{ variantId: variant, priceCents: 250 }] };
  expect((await put("/listings", dearer, keeper)).status).toBe(200);
  expect(rows()).toEqual([{ price_cents: 250, since, withdrawn_at: null }]);
});

test("what is off the list is not there, and comes back anew", async () => {
  const { variants } = await addProduct(market, producer, farm);
  const id = variants[0]?.id ?? "";
  const unlist = (token = keeper) =>
    market.call("DELETE", `/api/v1/listings/${id}/${hub}`, { token });
  expect((await unlist()).body["code"]).toBe("not-found");
  await list(market, keeper, hub, [id]);
  expect((await unlist(producer)).body["code"]).toBe("not-allowed");
  expect((await unlist()).body).toEqual({ hubId: hub, variantId: id });
  expect((await unlist()).body["code"]).toBe("not-found");
  market.time.now += 1000;
  await list(market, keeper, hub, [id]);
  const row = market.database.prepare("SELECT since FROM listing WHERE variant_id = ?").get(id);
  expect(row).toMatchObject({ since: market.time.now });
});

test("nobody lists for a hub but itself and officers", async () => {
  const { variants } = await addProduct(market, producer, farm);
  const ids = variants.map(({ id }) => id);
  expect((await list(market, producer, hub, ids)).body["code"]).toBe("not-allowed");
  expect((await list(market, officer, farm, ids)).body["code"]).toBe("not-a-hub");
  expect((await list(market, officer, hub, [])).body["code"]).toBe("invalid-input");
  expect((await list(market, officer, hub, ids)).status).toBe(200);
});
