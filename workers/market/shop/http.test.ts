import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { said, Reader } from "#tests/reader.ts";
import { openMarket } from "#tests/market.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";

let shop: VeronettaMarket;
let reader: Reader;
beforeAll(async () => {
  shop = await openVeronetta();
  reader = new Reader(shop.market.env);
});
afterAll(() => shop.market.close());

describe("pages that everyone reads", () => {
  test("the first page says who sells, what, and where it is handed out", async () => {
    const page = await reader.get("/");
    expect(page.status).toBe(200);
    expect(said(page)).toContain("è di chi ne fa parte: 12 aziende");
    expect(said(page)).toContain("Guarda 36 prodotti");
    expect(said(page)).toContain("Ritiro Santa Toscana 17:00–19:30");
    expect(said(page)).toContain("3,50 € a ordine");
    expect(page.html).toContain("Ordini aperti fino a");
  });

  test("the shelf has pages, filters with their counts, and an order", async () => {
    const first = await reader.get("/prodotti");
    expect(said(first)).toContain("36 prodotti di 12 aziende");
    expect(first.html.match(/class="label"/g)).toHaveLength(24);
    const second = await reader.get("/prodotti?pagina=2");
    expect(second.html.match(/class="label"/g)).toHaveLength(12);
    const one = await reader.get("/prodotti?azienda=malga-alta-lessinia");
    expect(said(one)).toContain("3 prodotti di 1 azienda");
    const cheapest = await reader.get("/prodotti?ordine=prezzo");
    expect(said(cheapest)).toMatch(/Basilico mazzetto .*Mele Golden/);
  });

  test("a mistyped search finds what was meant, and says so", async () => {
    const page = await reader.get("/prodotti?q=radichio");
    expect(said(page)).toContain("Nessun prodotto per «radichio»");
    expect(said(page)).toContain("Radicchio di Verona");
    const nothing = await reader.get("/prodotti?q=ananas");
    expect(nothing.status).toBe(200);
    expect(said(nothing)).toContain("Nessun prodotto così");
  });

  test("a product says its price, the price per kilo, and where the price goes", async () => {
    const page = await reader.get("/prodotti/ricotta-300-g");
    expect(said(page)).toContain("3,40 €");
    expect(said(page)).toContain("11,33 € al kg");
    expect(said(page)).toContain("Dove vanno 3,40 €");
    expect(said(page)).toContain("Malga Alta Lessinia per il suo lavoro 90,3 % 3,07 €");
  });

  test("what does not exist is said to be missing, with a search and a shelf", async () => {
    const page = await reader.get("/prodotti/caviale");
    expect(page.status).toBe(404);
    expect(page.headers.get("Content-Type")).toContain("text/html");
    expect(said(page)).toContain("Questa pagina non c’è");
    expect(page.html).toContain('class="label"');
    expect((await reader.get("/nessuna-pagina")).status).toBe(404);
    const api = await reader.get("/api/v1/nothing");
    expect(api.headers.get("Content-Type")).toContain("problem+json");
  });
});

describe("what caches and browsers are told", () => {
  test("a page without a reader may be kept and is asked for again by its tag", async () => {
    const page = await reader.get("/prodotti");
    expect(page.headers.get("Cache-Control")).toBe("public, no-cache");
    expect(page.headers.get("Vary")).toBe("Cookie, Accept, Sec-Fetch-Site");
    const tag = page.headers.get("ETag") ?? "";
    const again = await reader.get("/prodotti", { "If-None-Match": tag });
    expect([again.status, again.html]).toEqual([304, ""]);
    const other = await reader.get("/prodotti?pagina=2", { "If-None-Match": tag });
    expect(other.status).toBe(200);
  });

  test("a page for the holder of a basket is this reader's alone, with the count", async () => {
    const buyer = new Reader(shop.market.env);
    await buyer.post("/cassetta", { offer: shop.cycle.offers.get("R11") ?? "", quantity: "2" });
    const page = await buyer.get("/prodotti");
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(page.html).toContain("1 prodotto nella cassetta");
    expect(page.html.replaceAll("\u00a0", " ")).toContain("6,80 €");
  });

  test("no page may run or load what is not ours", async () => {
    for (const path of ["/", "/prodotti", "/cassetta", "/nessuna-pagina"]) {
      const page = await reader.get(path);
      const policy = page.headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain("unsafe");
      const ours =
        /<script type="(?:application\/json|speculationrules|module" src="\/assets\/[^"]+)">/g;
      expect(page.html.replaceAll(ours, "")).not.toMatch(/<script|<style|\sstyle=/);
    }
  });

  test("the secret of a basket is a cookie that no script and no other site can read", async () => {
    const buyer = new Reader(shop.market.env);
    const answer = await buyer.post("/cassetta", {
      offer: shop.cycle.offers.get("R11") ?? "",
      quantity: "1",
    });
    const cookie = answer.headers.getSetCookie().join();
    expect(cookie).toMatch(/^__Host-cassetta=[0-9a-z]{32};/);
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) {
      expect(cookie).toContain(part);
    }
  });
});

describe("when things go wrong", () => {
  test("a database that does not answer is a page with a number to quote", async () => {
    const market = await openMarket();
    await market.close();
    const said500 = vi.spyOn(console, "error").mockReturnValue();
    const page = await new Reader(market.env).get("/prodotti");
    said500.mockRestore();
    expect(page.status).toBe(500);
    expect(said(page)).toContain("Qualcosa si è rotto da noi");
    expect(said(page)).toContain(page.headers.get("X-Request-Id") ?? "no number");
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(page.html).not.toMatch(/Libsql|fetch failed|\.ts:\d/);
  });

  test("an empty database has a first page that says that nothing is sold yet", async () => {
    const market = await openMarket();
    const empty = new Reader(market.env);
    expect(said(await empty.get("/"))).toContain("La rete non è ancora fondata");
    expect(said(await empty.get("/prodotti"))).toContain("Il banco è vuoto");
    expect((await empty.get("/cassa")).location).toBe("/cassetta");
    await market.close();
  });

  test("addresses that nobody meant are read as far as they can be, never a failure", async () => {
    for (const path of [
      "/prodotti?pagina=0",
      "/prodotti?pagina=1e9&ordine=x&categoria=%00&pratica=bio",
      `/prodotti?q=${"x".repeat(5000)}`,
      "/prodotti?q=%22%20OR%20NEAR(%20*",
      "/prodotti?azienda='%20OR%201=1",
    ]) {
      expect([path, (await reader.get(path)).status]).toEqual([path, 200]);
    }
    for (const path of [
      "/ordini/x",
      "/ordini/01jd3x5k7m9npqrstvwxyz0123",
      "/o/x",
      "/prodotti/%00",
    ]) {
      expect([path, (await reader.get(path)).status]).toEqual([path, 404]);
    }
  });
});

test("once orders are closed the pages say so, and no product offers a form", async () => {
  const late = new Reader(shop.market.env);
  const { time } = shop.market;
  const before = time.now;
  time.now += 4 * 24 * 3_600_000;
  const home = await late.get("/");
  const product = await late.get("/prodotti/ricotta-300-g");
  time.now = before;
  expect(said(home)).toContain("In questo momento non si ordina");
  expect(said(product)).toContain("Gli ordini sono chiusi");
  expect(product.html).not.toContain('data-act="add"');
});

test("what is gone is left out where only what is available is asked for", async () => {
  const { database } = shop.market;
  const offer = shop.cycle.offers.get("R11") ?? "";
  const pool = "01jd3x5k7m9npqrstvwxyz0999";
  database.exec(`INSERT INTO stock_pool (id, enterprise_id, name, on_hand_milli)
    SELECT '${pool}', enterprise_id, 'niente', 999 FROM offer WHERE id = '${offer}';
    UPDATE offer SET pool_id = '${pool}' WHERE id = '${offer}'`);
  const all = await reader.get("/prodotti?q=ricotta");
  expect(said(all)).toContain("Finito per questa settimana");
  expect(said(all)).toContain("Solo quelli disponibili 35");
  expect(said(await reader.get("/prodotti?disponibili=si"))).toContain("35 prodotti");
  expect(said(await reader.get("/prodotti?disponibili=si&q=ricotta"))).toContain("Nessun prodotto");
  database.exec(`UPDATE stock_pool SET on_hand_milli = 1000 WHERE id = '${pool}'`);
  const back = await reader.get("/prodotti?disponibili=si");
  expect(said(back)).toContain("36 prodotti");
  expect(said(await reader.get("/prodotti?q=ricotta"))).toContain("Ne resta 1 pezzo");
  database.exec(`UPDATE offer SET pool_id = NULL WHERE id = '${offer}'`);
});

test("each choice can be taken back alone, and an empty shelf leads to the others", async () => {
  const page = await reader.get("/prodotti?pratica=bio-eu&azienda=orto-valpantena&q=ananas");
  expect(page.html).toContain('href="/prodotti?azienda=orto-valpantena&amp;pratica=bio-eu"');
  expect(page.html).toContain('href="/prodotti?q=ananas&amp;azienda=orto-valpantena"');
  expect(said(page)).toContain("Oppure guarda per categoria");
});
