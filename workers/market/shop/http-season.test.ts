import { afterAll, beforeAll, expect, test } from "vitest";
import { addToken } from "#tests/households.ts";
import { Reader, said } from "#tests/reader.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";

// The week of Veronetta is delivered on 6 June: of what grows on its shelf basil is in season.
let shop: VeronettaMarket;
let reader: Reader;
beforeAll(async () => {
  shop = await openVeronetta();
  reader = new Reader(shop.market.env);
});
afterAll(() => shop.market.close());

const sql = (text: string) => shop.market.database.prepare(text).raw().all() as unknown[][];
const deliverOn = (day: string) =>
  sql(`UPDATE cycle SET delivery_day = '${day}' RETURNING delivery_day`);

test("the first page begins with what is in season in the month of the delivery", async () => {
  const page = await reader.get("/");
  expect(said(page)).toMatch(/Di stagione a giugno .*Basilico mazzetto .*Sul banco/);
  expect(said(page).match(/Basilico mazzetto/g)).toHaveLength(1);
  expect(page.html).toContain('href="/prodotti?stagione=si"');
  expect(said(await reader.get("/en"))).toContain("In season in June");
});

test("the shelf is narrowed to what is in season, with its count, also in a search", async () => {
  const page = await reader.get("/prodotti?stagione=si");
  expect(said(page)).toContain("1 prodotto di 1 azienda");
  expect(said(page)).toContain("Solo di stagione 1");
  expect(said(await reader.get("/prodotti?stagione=si&q=basilico"))).toContain("Basilico mazzetto");
  expect(said(await reader.get("/prodotti?stagione=si&q=mele"))).toContain("Nessun prodotto così");
  const sorted = await reader.get("/prodotti?stagione=si&ordine=prezzo&disponibili=si");
  expect(said(sorted)).toContain("1 prodotto di 1 azienda");
});

test("a product says when it is in season, and whether it is now; bread says nothing", async () => {
  const basil = await reader.get("/prodotti/basilico-mazzetto");
  expect(said(basil)).toContain("Stagione da maggio a ottobre: adesso è il suo momento");
  const apples = await reader.get("/en/prodotti/mele-golden");
  expect(said(apples)).toContain("Season August to February: out of season now");
  expect(said(await reader.get("/prodotti/ricotta-300-g"))).not.toContain("Stagione");
});

test("what a producer says anew of a product moves its season along", async () => {
  const months = (name: string) => sql(`SELECT season_months FROM product WHERE name = '${name}'`);
  const [[id, seller] = []] = sql(
    "SELECT id, enterprise_id FROM product WHERE name = 'Burro di malga 250 g'",
  );
  const token = addToken(shop.market, "producer", String(seller));
  expect(months("Burro di malga 250 g")).toEqual([[0]]);
  const told = { body: { name: "Fragole di malga" }, token };
  const changed = await shop.market.call("PATCH", `/api/v1/products/${String(id)}`, told);
  expect(changed.status).toBe(200);
  expect(months("Fragole di malga")).toEqual([[0b111000]]);
});

test("in November the same shelf is another, one of each producer before a second", async () => {
  deliverOn("2026-11-21");
  const page = said(await reader.get("/"));
  const shelf = page.slice(page.indexOf("Di stagione a novembre"), page.indexOf("Sul banco"));
  const names = shelf.match(/Mele Golden|Pere Abate|Radicchio di Verona|Basilico/g);
  expect(names).toEqual(["Mele Golden", "Radicchio di Verona", "Pere Abate"]);
  expect(said(await reader.get("/prodotti?stagione=si"))).toContain("3 prodotti di 2 aziende");
});

test("where nothing is in season no page says so, and no filter is offered", async () => {
  sql("UPDATE product SET season_months = 0 RETURNING id");
  expect(said(await reader.get("/"))).not.toContain("Di stagione");
  expect(said(await reader.get("/prodotti"))).not.toContain("Solo di stagione");
});
