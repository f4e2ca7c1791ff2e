import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { Reader, said } from "#tests/reader.ts";
import { openShop, type Shop } from "#tests/shop.ts";

let market: Market;
let shop: Shop;
let anna: Reader;
let bruno: Reader;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
  shop = openShop(market, [
    { name: "pane" },
    { name: "uova", stockMilli: 10_000 },
    { name: "miele" },
  ]);
  [anna, bruno] = [new Reader(market.env), new Reader(market.env)];
});
afterEach(() => market.close());

const set = (reader: Reader, name: string, quantity: string) =>
  reader.post("/cassetta", { offer: shop.offers[name] ?? "", quantity });
const linkOf = (html: string): string =>
  /value="(\/cassetta\/condivisa\/[^"]*)"/.exec(html)?.[1] ?? "";
const shared = async (): Promise<string> => linkOf((await anna.get("/cassetta")).html);
const withdraw = (name: string) =>
  market.database
    .prepare("UPDATE offer SET withdrawn_at = 1 WHERE id = ?")
    .run([shop.offers[name] ?? ""]);

test("a basket is a short link with no word of whose it is; it is set in another’s", async () => {
  await set(anna, "pane", "2");
  await set(anna, "uova", "3");
  const link = await shared();
  expect(link.length).toBeLessThan(50);
  const page = await bruno.get(link);
  expect(said(page)).toContain("Qualcuno ti manda 2 prodotti");
  expect(said(page)).toContain("Metti 2 prodotti nella mia cassetta");
  expect((await bruno.post(link, {})).location).toBe("/cassetta");
  const basket = said(await bruno.get("/cassetta"));
  expect(basket).toContain("2 pagnotte, 4,00 €");
  expect(basket).toContain("3 pezzi, 4,00 €");
  expect(linkOf((await bruno.get("/cassetta")).html)).toBe(link);
});

test("what is put in is set, never added, and the rest of the basket stays", async () => {
  await set(anna, "pane", "2");
  const link = await shared();
  await set(bruno, "pane", "5");
  await set(bruno, "miele", "1");
  await bruno.post(link, {});
  await bruno.post(link, {});
  const basket = said(await bruno.get("/cassetta"));
  expect(basket).toContain("2 pagnotte, 4,00 €");
  expect(basket).toContain("miele");
});

test("what there is no more, or too little of, is said and left out", async () => {
  await set(anna, "pane", "2");
  await set(anna, "uova", "8");
  await set(anna, "miele", "1");
  const link = await shared();
  withdraw("miele");
  market.database.exec("UPDATE stock_pool SET on_hand_milli = 5000");
  const page = said(await bruno.get(link));
  expect(page).toContain("Questa settimana non c’è");
  expect(page).toContain("uova: ne restano 5 pezzi");
  expect(page).toContain("Metti 1 prodotto nella mia cassetta");
  await bruno.post(link, {});
  expect(said(await bruno.get("/cassetta"))).not.toContain("uova");
  withdraw("pane");
  market.database.exec("UPDATE stock_pool SET on_hand_milli = 0");
  expect(said(await new Reader(market.env).get(link))).toContain(
    "non c’è niente di questa cassetta",
  );
  expect((await bruno.post(link, {})).status).toBe(422);
});

test("after the close a shared basket can be looked at, and not be put in", async () => {
  await set(anna, "pane", "2");
  const link = await shared();
  market.time.now += 2 * 24 * 3600 * 1000;
  const closed = await bruno.get(link);
  expect(said(closed)).toContain("Gli ordini sono chiusi");
  expect(closed.html).not.toContain('data-act="put-shared"');
  expect((await bruno.post(link, {})).status).toBe(422);
});

test("the same link opens the same sizes in the next week", async () => {
  await set(anna, "pane", "2");
  const link = await shared();
  const { database, time } = market;
  time.now += 2 * 24 * 3600 * 1000;
  const [cycle, offer] = [`${"0".repeat(25)}2`, `${"0".repeat(25)}3`];
  const copy = (table: string, id: string, columns: string, values: string, of: string) =>
    database
      .prepare(`INSERT INTO ${table} (id, ${columns}) SELECT '${id}', ${values} FROM ${table}
        WHERE id = '${of}'`)
      .run([]);
  const times = `${time.now - 1000}, ${time.now + 1_000_000}, '2026-06-12', 0`;
  const cycleColumns = "code, hub_id, opens_at, closes_at, delivery_day, created_at";
  copy("cycle", cycle, cycleColumns, `'next', hub_id, ${times}`, shop.cycleId);
  const terms = `variant_id, product_id, enterprise_id, category_id, position, kind, price_cents,
    vat_basis_points, box_units, step_milli, least_milli, deposit_cents, pool_milli_per_unit`;
  copy("offer", offer, `cycle_id, ${terms}`, `'${cycle}', ${terms}`, shop.offers["pane"] ?? "");
  database.exec(`INSERT INTO cycle_event (cycle_id, number, kind, at, actor)
    VALUES ('${cycle}', 1, 'published', ${time.now}, 'test')`);
  await bruno.post(link, {});
  const basket = await bruno.get("/cassetta");
  expect(said(basket)).toContain("2 pagnotte, 4,00 €");
  expect(basket.html).toContain(`line-${offer}`);
});

test("half a link opens no basket", async () => {
  const page = await bruno.get("/cassetta/condivisa/k3f9");
  expect([page.status, said(page).includes("non apre nessuna cassetta")]).toEqual([404, true]);
  expect((await bruno.post("/cassetta/condivisa/k3f9", {})).status).toBe(404);
});
