import { afterAll, beforeAll, expect, test } from "vitest";
import { Reader, said } from "#tests/reader.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";

let shop: VeronettaMarket;
let reader: Reader;
beforeAll(async () => {
  shop = await openVeronetta();
  reader = new Reader(shop.market.env);
});
afterAll(() => shop.market.close());

const RICOTTA = "/prodotti/ricotta-300-g";

test("the parts of a price add up to it, and the rule behind them is named", async () => {
  const page = await reader.get(RICOTTA);
  const split = said(page).slice(said(page).indexOf("Dove vanno 3,40 €"));
  expect(split).toMatch(/Malga Alta Lessinia per il suo lavoro 90,3 % 3,07 €/);
  expect(split).toMatch(/Rete il 6 % .* 0,20 € IVA al 4 % .* 0,13 € Consegna .* 0,00 €/);
  expect(split).toContain("In tutto 3,40 €");
  expect(split).toContain("a casa sono 3,50 € a ordine");
  expect(split).toContain("versione 1, in vigore dal 2 giugno 2026");
});

test("a product leads to its producer and to what else they bring, not to itself", async () => {
  const page = await reader.get(RICOTTA);
  expect(page.html).toContain('href="/produttori/malga-alta-lessinia"');
  const beside = page.html.slice(page.html.indexOf("Anche di Malga Alta Lessinia"));
  expect(beside).toContain("Burro di malga");
  expect(beside).not.toContain(">Ricotta 300 g</a>");
});

test("what its producer tells of itself stands on the page, where it told any", async () => {
  const { database } = shop.market;
  expect(said(await reader.get(RICOTTA))).not.toContain("Ventidue vacche");
  database.exec(`UPDATE enterprise SET story = 'Ventidue vacche.' || char(10) || char(10)
    || 'Siero agli animali.' WHERE slug = 'malga-alta-lessinia'`);
  const page = await reader.get(RICOTTA);
  expect(said(page)).toMatch(/Chi è Malga Alta Lessinia A 20 km da Ritiro .*, in linea d’aria\./);
  expect(said(page)).toContain("Ventidue vacche. Siero agli animali.");
});

test("a product that is not in this week says so, and who makes it", async () => {
  const { database } = shop.market;
  const offer = shop.cycle.offers.get("R12") ?? "";
  const slug = "burro-di-malga-250-g";
  database.exec(`UPDATE offer SET withdrawn_at = 1 WHERE id = '${offer}'`);
  const away = await reader.get(`/prodotti/${slug}`);
  expect(away.status).toBe(404);
  expect(said(away)).toContain("Questa settimana non c’è");
  expect(away.html).toContain('href="/produttori/malga-alta-lessinia"');
  expect(said(away)).toContain("Ricotta 300 g");
  database.exec(`UPDATE product SET withdrawn_at = 1 WHERE slug = '${slug}'`);
  expect(said(await reader.get(`/prodotti/${slug}`))).toContain("Questa pagina non c’è");
});

test("in English, what its producer wrote is still said to be in Italian", async () => {
  const english = await reader.get(`/en${RICOTTA}`);
  expect(english.html).toContain('<ol class="facts" lang="it">');
  expect((await reader.get(RICOTTA)).html).toContain('<ol class="facts">');
});
