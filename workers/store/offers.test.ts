import { afterAll, beforeAll, expect, test } from "vitest";
import { type CycleId, id, ID_PATTERN } from "#domain/kernel/ids.ts";
import { addProduct, bottle, list, loose, openOrchard, putCategory } from "#tests/goods.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { freezeOffers, offersToFreeze } from "./offers.ts";

let market: Market;
let officer: string;
let farm: string;
let hub: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ({ farm, hub } = await openOrchard(market, officer));
  const drinks = { name: "Succhi", parentId: "frutta", position: 9 };
  await putCategory(market, officer, "succhi", drinks);
});
afterAll(() => market.close());

let cycles = 0;
function draft(): CycleId {
  const cycle = id<CycleId>(`01jzzzzzzz${String(++cycles).padStart(16, "0")}`);
  market.database
    .prepare(
      "INSERT INTO cycle (id, code, hub_id, opens_at, closes_at, delivery_day, created_at)" +
        " VALUES (?, ?, ?, 0, 1, '2026-06-05', 0)",
    )
    .run(cycle, `C${cycles}`, hub);
  return cycle;
}

function freeze(cycle: CycleId): void {
  for (const { sql, args } of freezeOffers(cycle)) market.database.prepare(sql).run(...args);
}

const offersOf = (cycle: CycleId) =>
  market.database
    .prepare("SELECT * FROM offer WHERE cycle_id = ? ORDER BY position")
    .all(cycle) as { id: string; position: number; price_cents: number; variant_id: string }[];
const facetsOf = (cycle: CycleId) =>
  market.database
    .prepare(
      "SELECT facet, value, offers FROM offer_facet WHERE cycle_id = ? ORDER BY facet, value",
    )
    .all(cycle);
function toFreeze(): number {
  const loader = offersToFreeze(draft());
  const { sql, args } = loader.statement;
  return loader.parse(
    market.database
      .prepare(sql)
      .raw()
      .all(...args) as never,
  );
}

test("a cycle freezes what its hub lists: price, order and how many of each", async () => {
  const juice = { name: "Succo di mela", categoryId: "succhi", variants: [bottle] };
  const [succo] = (await addProduct(market, officer, farm, juice)).variants;
  const [pere] = (await addProduct(market, officer, farm, { name: "Pere" })).variants;
  const [mele] = (await addProduct(market, officer, farm, { name: "Mele" })).variants;
  const unlisted = await addProduct(market, officer, farm, { name: "Non in elenco" });
  await list(market, officer, hub, [succo?.id ?? "", pere?.id ?? ""]);
  const own = { hubId: hub, listings: [{ variantId: mele?.id, priceCents: 205 }] };
  await market.call("PUT", "/api/v1/listings", { token: officer, body: own });
  expect(toFreeze()).toBe(3);

  const cycle = draft();
  freeze(cycle);
  expect(offersOf(cycle)).toMatchObject([
    { position: 1, price_cents: 205, variant_id: mele?.id },
    { position: 2, price_cents: 190, variant_id: pere?.id },
    { position: 3, price_cents: 320, variant_id: succo?.id },
  ]);
  expect(offersOf(cycle).map((offer) => offer.variant_id)).not.toContain(unlisted.variants[0]?.id);
  expect(facetsOf(cycle)).toMatchObject([
    { facet: "all", value: "", offers: 3 },
    { facet: "category", value: "frutta", offers: 3 },
    { facet: "category", value: "succhi", offers: 1 },
    { facet: "producer", value: farm, offers: 3 },
  ]);
});

test("the filters count what is on the shelf, as offers are withdrawn and come back", () => {
  const cycle = draft();
  freeze(cycle);
  const before = facetsOf(cycle);
  const juice = offersOf(cycle).at(-1);
  const set = market.database.prepare("UPDATE offer SET withdrawn_at = ? WHERE id = ?");
  set.run([1, juice?.id]);
  set.run([2, juice?.id]);
  expect(facetsOf(cycle)).toMatchObject([
    { facet: "all", value: "", offers: 2 },
    { facet: "category", value: "frutta", offers: 2 },
    { facet: "category", value: "succhi", offers: 0 },
    { facet: "producer", value: farm, offers: 2 },
  ]);
  set.run([null, juice?.id]);
  expect(facetsOf(cycle)).toEqual(before);
});

test("offers get identifiers of their own, dated like their cycle", () => {
  const [one, other] = [draft(), draft()];
  freeze(one);
  freeze(other);
  const ids = [...offersOf(one), ...offersOf(other)].map((offer) => offer.id);
  expect(ids.every((offer) => ID_PATTERN.test(offer))).toBe(true);
  expect(ids.every((offer) => offer.startsWith("01jzzzzzzz"))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a frozen offer follows nothing; what is withdrawn is frozen no more", async () => {
  const { id: product, variants } = await addProduct(market, officer, farm, { name: "Kiwi" });
  const [size] = variants;
  const [other] = (await addProduct(market, officer, farm, { variants: [loose] })).variants;
  await list(market, officer, hub, [size?.id ?? "", other?.id ?? ""]);
  const open = draft();
  freeze(open);
  const priceIn = (cycle: CycleId, variant: string | undefined) =>
    offersOf(cycle).find((offer) => offer.variant_id === variant)?.price_cents;
  const patch = (path: string, body: object) =>
    market.call("PATCH", `/api/v1${path}`, { token: officer, body });
  expect((await patch(`/variants/${size?.id}`, { priceCents: 999 })).status).toBe(200);
  expect(priceIn(open, size?.id)).toBe(190);
  const next = draft();
  freeze(next);
  expect(priceIn(next, size?.id)).toBe(999);
  await patch(`/products/${product}`, { isWithdrawn: true });
  await patch(`/variants/${other?.id}`, { isWithdrawn: true });
  const last = draft();
  freeze(last);
  expect(priceIn(last, size?.id)).toBeUndefined();
  expect(priceIn(last, other?.id)).toBeUndefined();
  expect(priceIn(open, size?.id)).toBe(190);
});

test("a cycle's offers are frozen once", () => {
  const cycle = draft();
  freeze(cycle);
  expect(() => freeze(cycle)).toThrow("UNIQUE constraint failed: offer.cycle_id, offer.variant_id");
});
