import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMarket, setUp } from "#tests/market.ts";
import { Reader, said } from "#tests/reader.ts";
import { openVeronetta as layTheShelf, publish } from "#tests/veronetta.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";

let shop: VeronettaMarket;
let reader: Reader;
beforeAll(async () => {
  shop = await openVeronetta();
  reader = new Reader(shop.market.env);
});
afterAll(() => shop.market.close());

describe("the page of all producers", () => {
  test("says who sells here, what each brings this week, and what it takes to join", async () => {
    const page = await reader.get("/produttori");
    expect(page.status).toBe(200);
    expect(said(page)).toContain("12 aziende nella rete");
    expect(said(page)).toContain("Malga Alta Lessinia Bosco Chiesanuova");
    expect(said(page)).toContain("3 prodotti questa settimana");
    expect(said(page)).toContain("resta a te il 94 %");
    expect(page.html.match(/data-act="producer"/g)).toHaveLength(12);
  });

  test("is kept by caches and asked for again by its tag", async () => {
    const page = await reader.get("/produttori");
    expect(page.headers.get("Cache-Control")).toBe("public, no-cache");
    const tag = page.headers.get("ETag") ?? "";
    expect((await reader.get("/produttori", { "If-None-Match": tag })).status).toBe(304);
  });
});

describe("the page of one producer", () => {
  test("tells how far it is, what is on the shelf, who vouches for it, what it keeps", async () => {
    const page = await reader.get("/produttori/malga-alta-lessinia");
    expect(page.status).toBe(200);
    expect(said(page)).toMatch(/A 2\d km da/);
    expect(said(page)).toContain("Ricotta");
    expect(said(page)).toContain("Nessun certificato in corso");
    expect(said(page)).toContain("Su 10,00 € di spesa");
    expect(said(page)).toContain("9,40 €");
    expect(page.html).toContain('class="way"');
  });

  test("draws the way to the pickup point that the reader chooses", async () => {
    const page = await reader.get("/produttori/malga-alta-lessinia");
    const points = [...page.html.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)/g)];
    expect(points.length).toBeGreaterThan(1);
    const [, id = "", name = ""] = points.at(-1) ?? [];
    const other = await reader.get(`/produttori/malga-alta-lessinia?punto=${id}`);
    expect(said(other)).toMatch(new RegExp(`A 2\\d km da ${name}`));
    const odd = await reader.get("/produttori/malga-alta-lessinia?punto=nowhere");
    expect(said(odd)).toBe(said(page));
  });

  test("is not there for a name that nobody sells under", async () => {
    expect((await reader.get("/produttori/nessuno")).status).toBe(404);
    expect((await reader.get("/produttori/%00")).status).toBe(404);
  });

  test("says that orders are closed once they are, and what was on the shelf", async () => {
    const late = new Reader(shop.market.env);
    const { time } = shop.market;
    const before = time.now;
    time.now += 4 * 24 * 3_600_000;
    const page = await late.get("/produttori/malga-alta-lessinia");
    time.now = before;
    expect(said(page)).toContain("Sul banco l’ultima settimana");
    expect(said(page)).toContain("puoi guardare, non ordinare");
  });
});

test("producers are narrowed by what they sell and by who vouches for them", async () => {
  const market = await openMarket();
  const { hub } = await layTheShelf(market, await setUp(market));
  publish(market, hub);
  const visitor = new Reader(market.env);
  const shown = async (asked: string) => {
    const page = await visitor.get(`/produttori?${asked}`);
    return page.html.match(/data-act="producer"/g)?.length ?? 0;
  };
  expect(said(await visitor.get("/produttori"))).toMatch(/formaggi 1 .*Biologico 5/);
  expect([await shown("categoria=formaggi"), await shown("pratica=bio-eu")]).toEqual([1, 5]);
  expect(await shown("categoria=formaggi&pratica=bio-eu")).toBe(0);
  const nobody = await visitor.get("/produttori?pratica=igp");
  expect(said(nobody)).toContain("Nessuna azienda così");
  expect(nobody.html).toContain('data-act="clear"');
  const dairy = await visitor.get("/produttori/malga-alta-lessinia");
  expect(said(dairy)).toContain("certificato da Ente, n. P04-1, valido fino al 3 giugno 2027");
  expect(said(dairy)).not.toContain("In linea d’aria");
  await market.close();
});

test("a network that is not set up yet has no producers, and says so", async () => {
  const market = await openMarket();
  const page = await new Reader(market.env).get("/produttori");
  expect(page.status).toBe(200);
  expect(said(page)).toContain("La rete non ha ancora aziende");
  await market.close();
});
