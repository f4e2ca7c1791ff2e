import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addProduct,
  bottle,
  golden,
  loose,
  openOrchard,
  type Product,
  putCategory,
} from "#tests/goods.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { depot, made, orchard, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
let farm: string;
let producer: string;
let stranger: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ({ farm } = await openOrchard(market, officer));
  const other = await made(market, officer, "/enterprises", { ...orchard, vatNumber: null });
  producer = await tokenFor(market, officer, { role: "producer", subject: farm });
  stranger = await tokenFor(market, officer, { role: "producer", subject: other.id });
});
afterAll(() => market.close());

const nobody = "00000000000000000000000000";
const post = (path: string, body: object, token = producer, key?: string) =>
  market.call("POST", `/api/v1${path}`, { token, body, ...(key === undefined ? {} : { key }) });
const patch = (path: string, body: object, token = producer) =>
  market.call("PATCH", `/api/v1${path}`, { token, body });
const show = async (id: string) => (await market.call("GET", `/api/v1/products/${id}`)).body;
const body = (given: object = {}) => ({
  ...golden,
  enterpriseId: farm,
  variants: [loose],
  ...given,
});
const words = (id: string) =>
  market.database.prepare("SELECT * FROM search_words WHERE product_id = ?").all(id);

test("a producer adds a product in its sizes, once, and anyone can read it", async () => {
  const first = await post("/products", body({ variants: [loose, bottle] }), producer, "golden");
  expect(first.status).toBe(201);
  const repeated = await post("/products", body({ variants: [loose, bottle] }), producer, "golden");
  expect(repeated.body).toEqual(first.body);
  const sheet = await show(String(first.body["id"]));
  expect(sheet).toMatchObject({ slug: "mele-golden", producer: orchard.name, allergens: [] });
  expect(sheet["variants"]).toMatchObject([
    { sku: "MELE-KG", unitPrice: { cents: 190, per: "kg" }, depositCents: 0, poolId: null },
    { sku: "SUCCO-1L", unitPrice: { cents: 320, per: "l" }, boxUnits: 1 },
  ]);
  expect(await show("mele-golden")).toEqual(sheet);
});

test("namesakes are told apart by their producer, then by their own end", async () => {
  const name = "Pere Abate";
  const slugs = [
    (await addProduct(market, producer, farm, { name })).slug,
    (await addProduct(market, producer, farm, { name })).slug,
    (await addProduct(market, producer, farm, { name })).slug,
  ];
  expect(slugs.slice(0, 2)).toEqual(["pere-abate", "pere-abate-frutteto-dell-adige"]);
  expect(slugs[2]).toMatch(/^pere-abate-[0-9a-z]{10}$/);
});

test("only its producer and officers add to a catalogue", async () => {
  expect((await post("/products", body(), stranger)).body["code"]).toBe("not-allowed");
  const guest = await market.call("POST", "/api/v1/products", { body: body() });
  expect([guest.status, guest.body["code"]]).toEqual([401, "not-signed-in"]);
  expect((await post("/products", body(), officer)).status).toBe(201);
});

test("a product needs a producer and a shelf that exist", async () => {
  const hub = await made(market, officer, "/enterprises", { ...depot, name: "Altro magazzino" });
  const code = async (given: object) =>
    (await post("/products", body(given), officer)).body["code"];
  expect(await code({ enterpriseId: hub.id })).toBe("not-a-producer");
  expect(await code({ enterpriseId: nobody })).toBe("not-found");
  expect(await code({ categoryId: "astronavi" })).toBe("not-found");
  expect(await code({ allergens: ["kryptonite"] })).toBe("invalid-input");
  expect(await code({ variants: [] })).toBe("invalid-input");
});

test.each([
  ["a price below nothing", { priceCents: -1 }],
  ["half a cent", { priceCents: 1.5 }],
  ["a price as text", { priceCents: "190" }],
  ["a price beyond reason", { priceCents: 1e9 }],
  ["no step", { stepMilli: 0 }],
  ["half a box", { boxUnits: 0.5 }],
  ["VAT above the whole", { vatBasisPoints: 10_001 }],
  ["another kind", { kind: "litre" }],
  ["something unknown", { colour: "red" }],
])("a size with %s is refused", async (_, given) => {
  const answer = await post("/products", body({ variants: [{ ...loose, ...given }] }));
  expect([answer.status, answer.body["code"]]).toEqual([400, "invalid-input"]);
});

test("sizes that cannot be sold are refused with the reason", async () => {
  const code = async (...variants: object[]) =>
    (await post("/products", body({ variants }))).body["code"];
  expect(await code({ ...loose, leastMilli: 1500 })).toBe("least-not-in-steps");
  expect(await code({ ...loose, kind: "variable" })).toBe("nominal-weight-misfit");
  expect(await code({ ...loose, nominalGrams: 500 })).toBe("nominal-weight-misfit");
  expect(await code(loose, loose)).toBe("sku-taken");
  expect(await code({ ...loose, poolId: nobody })).toBe("pool-unknown");
});

test("a product changes what is told and keeps its address and its sizes", async () => {
  const { id, slug } = await addProduct(market, producer, farm, { name: "Kiwi", maker: "Corte" });
  const changed = await patch(`/products/${id}`, { name: "Kiwi verde", allergens: ["nuts"] });
  expect(changed.body).toMatchObject({ name: "Kiwi verde", slug, maker: "Corte" });
  expect(await show(slug)).toMatchObject({ name: "Kiwi verde", allergens: ["nuts"] });
  expect((await patch(`/products/${id}`, { maker: null })).body["maker"]).toBeNull();
  expect((await patch(`/products/${id}`, {})).status).toBe(200);
  expect((await patch(`/products/${id}`, { categoryId: "astronavi" })).body["code"]).toBe(
    "not-found",
  );
  expect((await patch(`/products/${id}`, { name: "" })).body["code"]).toBe("invalid-input");
});

test("a product is withdrawn and comes back, on the day it is said", async () => {
  const { id } = await addProduct(market, producer, farm, { name: "Cachi" });
  expect((await patch(`/products/${id}`, { isWithdrawn: true })).body["withdrawnAt"]).toBe(
    market.time.now,
  );
  expect((await patch(`/products/${id}`, { isWithdrawn: false })).body["withdrawnAt"]).toBeNull();
});

test("another producer's product cannot be changed, and an absent one answers alike", async () => {
  const { id, variants } = await addProduct(market, producer, farm);
  for (const one of [id, nobody]) {
    expect((await patch(`/products/${one}`, { name: "Mia" }, stranger)).body["code"]).toBe(
      "not-allowed",
    );
  }
  const [size] = variants;
  expect((await patch(`/variants/${size?.id}`, { priceCents: 1 }, stranger)).status).toBe(403);
  expect((await post(`/products/${id}/variants`, bottle, stranger)).status).toBe(403);
  expect((await patch(`/products/${nobody}`, { name: "Mia" }, officer)).status).toBe(404);
  expect((await patch(`/variants/${nobody}`, { priceCents: 1 }, officer)).status).toBe(404);
  expect((await post(`/products/${nobody}/variants`, bottle, officer)).status).toBe(404);
  expect((await show(nobody))["code"]).toBe("not-found");
});

test("a product gets another size, with a code of its own", async () => {
  const { id } = await addProduct(market, producer, farm);
  expect((await post(`/products/${id}/variants`, bottle)).status).toBe(201);
  const again = await post(`/products/${id}/variants`, bottle);
  expect([again.status, again.body["code"]]).toEqual([409, "sku-taken"]);
  const odd = await post(`/products/${id}/variants`, { ...bottle, sku: "X", leastMilli: 1500 });
  expect(odd.body["code"]).toBe("least-not-in-steps");
});

test("a size changes its price and its steps only to what can be sold", async () => {
  const { id, variants } = await addProduct(market, producer, farm);
  const path = `/variants/${variants[0]?.id}`;
  expect((await patch(path, { priceCents: 210 })).body).toMatchObject({ priceCents: 210 });
  expect((await patch(path, { stepMilli: 400 })).body["code"]).toBe("least-not-in-steps");
  expect((await patch(path, { stepMilli: 500 })).status).toBe(200);
  expect((await patch(path, { nominalGrams: 500 })).body["code"]).toBe("nominal-weight-misfit");
  expect((await patch(path, { kind: "piece" })).body["code"]).toBe("invalid-input");
  expect((await patch(path, { isWithdrawn: true })).body["withdrawnAt"]).toBe(market.time.now);
  const sheet = await show(id);
  expect(sheet["variants"]).toMatchObject([{ priceCents: 210, stepMilli: 500, leastMilli: 1000 }]);
});

test("two changes of one product at once both stay", async () => {
  const { id } = await addProduct(market, producer, farm, { name: "Susine" });
  await Promise.all([
    patch(`/products/${id}`, { origin: "Zevio" }),
    patch(`/products/${id}`, { description: "Dolci." }),
  ]);
  expect(await show(id)).toMatchObject({ origin: "Zevio", description: "Dolci." });
});

test("shelves stand in a tree that only officers change", async () => {
  const body1 = { name: "Ortofrutta", position: 1 };
  expect((await putCategory(market, producer, "ortofrutta", body1)).status).toBe(403);
  expect((await putCategory(market, officer, "ortofrutta", body1)).status).toBe(200);
  const under = { name: "Frutta", position: 2, parentId: "ortofrutta" };
  expect((await putCategory(market, officer, "frutta", under)).status).toBe(200);
  const code = async (id: string, parentId: string) =>
    (await putCategory(market, officer, id, { ...body1, parentId })).body["code"];
  expect(await code("ortofrutta", "frutta")).toBe("category-loop");
  expect(await code("ortofrutta", "ortofrutta")).toBe("category-loop");
  expect(await code("pesce", "astronavi")).toBe("not-found");
  expect(await code("Non un codice", "frutta")).toBe("invalid-input");
  const shelves = await market.call("GET", "/api/v1/categories");
  expect(shelves.body["items"]).toMatchObject([{ id: "frutta" }, { id: "ortofrutta" }]);
});

test("a product is indexed by its words, its producer's, its shelves', and again", async () => {
  const { id }: Product = await addProduct(market, producer, farm, { name: "Caffè d’orzo" });
  const seller = "frutteto dell adige";
  const indexed = { head: "caffe", name: "d orzo", seller, shelves: "frutta ortofrutta" };
  expect(words(id)).toMatchObject([indexed]);
  await patch(`/products/${id}`, { name: "Orzo tostato", maker: "Torrefazione Sole" });
  const toasted = { head: "orzo", name: "tostato", seller: `${seller} torrefazione sole` };
  expect(words(id)).toMatchObject([toasted]);
  await putCategory(market, officer, "ortofrutta", { name: "Orto e frutteto", position: 1 });
  expect(words(id)).toMatchObject([{ ...toasted, shelves: "frutta orto e frutteto" }]);
  const apart = { name: "Frutta e caffè", position: 2 };
  await putCategory(market, officer, "frutta", apart);
  expect(words(id)).toMatchObject([{ ...toasted, shelves: "frutta e caffe" }]);
});
