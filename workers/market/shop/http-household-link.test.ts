import { afterAll, beforeAll, expect, test } from "vitest";
import { hidden, Reader, said } from "#tests/reader.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";

let shop: VeronettaMarket;
let token: string;
beforeAll(async () => {
  shop = await openVeronetta();
  const subject = shop.names.households.get("H01");
  const body = { label: "H01", grants: [{ role: "household", subject }] };
  ({ token } = await shop.client.write<{ token: string }>("POST", "/tokens", body));
});
afterAll(() => shop.market.close());

async function atHome(): Promise<Reader> {
  const reader = new Reader(shop.market.env);
  const opened = await reader.get(`/f/${token}`);
  expect([opened.status, opened.location]).toEqual([303, "/"]);
  expect(opened.headers.get("Referrer-Policy")).toBe("no-referrer");
  return reader;
}

const placed = (reader: Reader, page: Parameters<typeof hidden>[0], payment: string) =>
  reader.postAndFollow("/cassa", {
    key: hidden(page, "key"),
    cycle: hidden(page, "cycle"),
    household: hidden(page, "household"),
    where: /name="where" value="([^"]*)"/.exec(page.html)?.[1] ?? "",
    name: "Famiglia Zenti",
    email: "zenti@esempio.it",
    payment,
  });

test("a household opens its link once, and pays from its wallet", async () => {
  const reader = await atHome();
  await reader.post("/cassetta", { offer: shop.cycle.offers.get("R04") ?? "", quantity: "5" });
  const checkout = await reader.get("/cassa");
  expect(said(checkout)).toContain("60,00 €");
  expect(checkout.headers.get("Cache-Control")).toContain("private");
  const order = await placed(reader, checkout, "credito");
  expect(order.status).toBe(200);
  expect(said(order)).toContain("9,50 €");
  const path = `/households/${shop.names.households.get("H01")}/wallet`;
  expect(await shop.client.get(path)).toMatchObject({ balanceCents: 6000, heldCents: 950 });
  const stranger = new Reader(shop.market.env);
  const [row] = shop.market.database.prepare("SELECT id FROM customer_order").all([]);
  expect((await stranger.get(`/ordini/${(row as { id: string }).id}`)).status).toBe(404);
});

test("a guest who writes a household's name into the form orders nothing for it", async () => {
  const guest = new Reader(shop.market.env);
  await guest.post("/cassetta", { offer: shop.cycle.offers.get("R04") ?? "", quantity: "1" });
  const checkout = await guest.get("/cassa");
  expect(checkout.html).not.toContain('value="credito"');
  const household = shop.names.households.get("H02") ?? "";
  const refused = await guest.post("/cassa", {
    key: hidden(checkout, "key"),
    cycle: hidden(checkout, "cycle"),
    household,
    where: /name="where" value="([^"]*)"/.exec(checkout.html)?.[1] ?? "",
    name: "Qualcuno",
    email: "qualcuno@esempio.it",
    payment: "credito",
  });
  expect(refused.status).toBe(422);
});

test("a link that opens no household says so, and leaves no cookie", async () => {
  const reader = new Reader(shop.market.env);
  const lost = await reader.get("/f/no-such-token-of-any-household");
  expect(lost.status).toBe(404);
  expect(said(lost)).toContain("non apre nessuna famiglia");
  expect(reader.cookies.size).toBe(0);
});
