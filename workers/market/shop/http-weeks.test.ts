import { afterAll, beforeAll, expect, test } from "vitest";
import { openMarket, setUp } from "#tests/market.ts";
import { hidden, Reader, said } from "#tests/reader.ts";
import { openShop } from "#tests/shop.ts";
import type { ProductId } from "#domain/kernel/ids.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { indexProducts } from "#store/product-search.ts";

interface Sold {
  readonly id: ProductId;
  readonly name: string;
}

let market: Awaited<ReturnType<typeof openMarket>>;
let first: ReturnType<typeof openShop>;
let second: ReturnType<typeof openShop>;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  first = openShop(market, [{ name: "Pane" }, { name: "Uova" }]);
  market.time.now += 3_600_000;
  second = openShop(market, [{ name: "Mele" }]);
  const sold = market.database.prepare("SELECT id, name FROM product").all() as Sold[];
  const found = sold.map(({ id, name }) => {
    return { id, name, maker: null, producer: `Azienda ${name}`, categories: ["Tutto"] };
  });
  for (const { sql, args } of indexProducts(found)) market.database.prepare(sql).run([...args]);
});
afterAll(() => market.close());

const reader = () => new Reader(market.env);
const asked = () => `?ciclo=${second.cycleId}`;
const wish = (offer: string | undefined) => ({ offer: offer ?? "", quantity: "1" });

test("unasked, the shop shows the week that closes first, and links to the other one", async () => {
  const page = await reader().get("/prodotti");
  expect(said(page)).toContain("Pane");
  expect(said(page)).not.toContain("Mele");
  expect(page.html).toContain(`href="/prodotti${asked()}"`);
  expect(page.html).toMatch(/<a href="\/prodotti" data-act="choose-week" aria-current="true">/);
});

test("the other week has its shelf, search and products, and links stay in it", async () => {
  for (const path of ["/", "/prodotti"]) {
    const page = await reader().get(`${path}${asked()}`);
    expect(said(page)).toContain("Mele");
    expect(said(page)).not.toContain("Pane");
    expect(page.html).toMatch(new RegExp(`href="/prodotti/[0-9a-z]+\\${asked()}"`, "i"));
  }
  const found = await reader().get(`/prodotti${asked()}&q=mele`);
  expect(said(found)).toContain("1 prodotto");
  expect(found.html).toContain(`name="ciclo" value="${second.cycleId}"`);
  expect(said(await reader().get(`/prodotti${asked()}&q=pane`))).toContain("Nessun prodotto così");
  const [, product = ""] = /href="(\/prodotti\/[^"?]+\?ciclo=[^"]+)"/.exec(found.html) ?? [];
  const shown = await reader().get(product);
  expect(said(shown)).toContain("Mele");
  const links = [...shown.html.matchAll(/href="(\/prodotti[^"]*)"/g)].map(([, href = ""]) => href);
  expect(links.filter((href) => !href.includes(`ciclo=${second.cycleId}`))).toEqual(["/prodotti"]);
  expect((await reader().get(product.replace(/\?.*/, ""))).status).toBe(404);
});

test("each week's page has a tag of its own for caches, and knows nobody", async () => {
  const [one, other] = [await reader().get("/prodotti"), await reader().get(`/prodotti${asked()}`)];
  expect(other.headers.get("Cache-Control")).toBe("public, no-cache");
  expect(other.headers.get("ETag")).not.toBe(one.headers.get("ETag"));
  const tag = other.headers.get("ETag") ?? "";
  const again = await reader().get(`/prodotti${asked()}`, { "If-None-Match": tag });
  expect(again.status).toBe(304);
});

test("a week that is over or never was is the one that closes first", async () => {
  for (const code of ["mai", "'; DROP TABLE cycle; --", "x".repeat(500)]) {
    const page = await reader().get(`/prodotti?ciclo=${encodeURIComponent(code)}`);
    expect(page.status).toBe(200);
    expect(said(page)).toContain("Pane");
  }
});

test("a basket of the other week is shown, and is paid, as of that week", async () => {
  const buyer = reader();
  const page = await buyer.postAndFollow("/cassetta", wish(second.offers["Mele"]));
  expect(said(page)).toContain("Mele");
  expect(page.html).toContain(`href="/prodotti${asked()}" data-act="add-more"`);
  expect((await buyer.get("/prodotti")).html).toContain("1 prodotto nella cassetta");
  expect((await buyer.get("/cassa")).html).toContain(second.cycleId);
});

test("what is of another week does not go into a basket, unless it begins anew", async () => {
  const buyer = reader();
  await buyer.post("/cassetta", wish(first.offers["Pane"]));
  await buyer.post("/cassetta", wish(first.offers["Uova"]));
  const refused = await buyer.post("/cassetta", wish(second.offers["Mele"]));
  expect(refused.status).toBe(422);
  const code = "basket-of-another-week" as const;
  const why = { code, deliveryDay: civilDate("2026-06-05"), products: 2 };
  expect(said(refused)).toContain(textsFor("it").refusals[code](why));
  expect(refused.html).toContain('data-act="begin-anew"');
  expect(said(await buyer.get("/cassetta"))).toContain("Uova");
  const anew = { ...wish(second.offers["Mele"]), anew: "1" };
  const begun = await buyer.postAndFollow("/cassetta", anew);
  expect(said(begun)).toContain("Mele");
  expect(said(begun)).not.toContain("Uova");
});

test("a basket of a week whose boxes are being completed is of that week still", async () => {
  const buyer = reader();
  await buyer.post("/cassetta", wish(second.offers["Mele"]));
  market.database
    .prepare("UPDATE cycle SET state = 'completing' WHERE id = ?")
    .run([second.cycleId]);
  expect((await buyer.get("/cassa")).html).toContain(second.cycleId);
  expect(said(await reader().get("/prodotti"))).toContain("Pane");
  market.database
    .prepare("UPDATE cycle SET state = 'published' WHERE id = ?")
    .run([second.cycleId]);
});

test("an empty basket holds nobody back", async () => {
  const buyer = reader();
  await buyer.post("/cassetta", wish(first.offers["Pane"]));
  await buyer.post("/cassetta", { ...wish(first.offers["Pane"]), quantity: "0" });
  expect((await buyer.post("/cassetta", wish(second.offers["Mele"]))).status).toBe(303);
});

test("an order of the other week, and a page that is not there, stay in that week", async () => {
  const buyer = reader();
  await buyer.post("/cassetta", wish(second.offers["Mele"]));
  const checkout = await buyer.get("/cassa");
  const where = /name="where" value="([^"]*)"/.exec(checkout.html)?.[1] ?? "";
  const sent = { key: hidden(checkout, "key"), cycle: hidden(checkout, "cycle"), where };
  const guest = {
    name: "Lucia Zenti",
    email: "lucia@esempio.it",
    phone: "",
    street: "",
    postcode: "",
    town: "",
  };
  const form = { ...guest, ...sent, note: "", payment: "alla-consegna" };
  const order = await buyer.postAndFollow("/cassa", form);
  const [, product = ""] = /href="(\/prodotti\/[^"]+)" data-act="product"/.exec(order.html) ?? [];
  expect(product.endsWith(asked())).toBe(true);
  expect((await buyer.get(product)).status).toBe(200);
  const lost = await reader().get(`/prodotti/non-esiste${asked()}`);
  expect([lost.status, said(lost).includes("Mele")]).toEqual([404, true]);
  expect(lost.html).toContain(`name="ciclo" value="${second.cycleId}"`);
  expect(lost.html).toMatch(new RegExp(`href="/prodotti/[0-9a-z]+\\${asked()}"`, "i"));
});

test("the first page tells what came in: what was not there in the week before", async () => {
  const later = await reader().get(`/${asked()}`);
  expect(said(later)).toMatch(/Arrivano questa settimana .* Mele/);
  expect(said(await reader().get("/"))).not.toContain("Arrivano questa settimana");
});
