import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { hidden, type Page, Reader, said } from "#tests/reader.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";

let doubles: Doubles;
let shop: VeronettaMarket;
beforeAll(async () => {
  doubles = await openDoubles();
  shop = await openVeronetta(doubles);
});
afterAll(async () => {
  await shop.market.close();
  await doubles.close();
});

const offer = (product: string): string => shop.cycle.offers.get(product) ?? "";

/** A guest with goods of three producers in the basket. */
async function buyer(): Promise<Reader> {
  const reader = new Reader(shop.market.env);
  await reader.post("/cassetta", { offer: offer("R10"), quantity: "1" });
  await reader.post("/cassetta", { offer: offer("R22"), quantity: "2" });
  await reader.post("/cassetta", { offer: offer("R02"), quantity: "1,5" });
  return reader;
}

const lucia = {
  name: "Lucia Zenti",
  email: "lucia@esempio.it",
  phone: "",
  street: "",
  postcode: "",
  town: "",
  note: "",
};

/** What the checkout sends when a pickup point is chosen and the crate is paid there. */
function filled(page: Page, change: Readonly<Record<string, string>> = {}) {
  const where = /name="where" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
  const sent = { key: hidden(page, "key"), cycle: hidden(page, "cycle"), where };
  return { ...lucia, ...sent, payment: "alla-consegna", ...change };
}

async function order(reader: Reader, change: Readonly<Record<string, string>> = {}) {
  const checkout = await reader.get("/cassa");
  return reader.postAndFollow("/cassa", filled(checkout, change));
}

describe("the basket", () => {
  test("is set, not added to: the same form twice is the same basket", async () => {
    const reader = await buyer();
    await reader.post("/cassetta", { offer: offer("R22"), quantity: "2" });
    const page = await reader.get("/cassetta");
    expect(said(page)).toContain("3 prodotti di 3 aziende");
    expect(said(page)).toContain("2 bottiglie, 6,50 € la bottiglia");
    expect(said(page)).toContain("Circa 28,60 €");
  });

  test("zero takes a line out; the last one leaves an empty basket with a way on", async () => {
    const reader = new Reader(shop.market.env);
    await reader.post("/cassetta", { offer: offer("R11"), quantity: "1" });
    const page = await reader.postAndFollow("/cassetta", { offer: offer("R11"), quantity: "0" });
    expect(said(page)).toContain("La cassetta è vuota");
  });

  test.each([
    ["1,5", "R11", 422, "Si ordina a passi di 1, almeno 1"],
    ["-1", "R11", 422, "Qualcosa nel modulo non si legge"],
    ["mezzo", "R11", 422, "Qualcosa nel modulo non si legge"],
    ["1e9", "R11", 422, "Qualcosa nel modulo non si legge"],
  ])("the quantity %s of %s is refused in plain words", async (quantity, product, status, why) => {
    const reader = new Reader(shop.market.env);
    const page = await reader.post("/cassetta", { offer: offer(product), quantity });
    expect(page.status).toBe(status);
    expect(said(page)).toContain(why);
  });

  test("an offer that is not there is said to be missing", async () => {
    const reader = new Reader(shop.market.env);
    const unknown = { offer: "01jd3x5k7m9npqrstvwxyz0123", quantity: "1" };
    expect((await reader.post("/cassetta", unknown)).status).toBe(404);
  });

  test("a form of another site changes nothing", async () => {
    const reader = await buyer();
    const form = { offer: offer("R10"), quantity: "0" };
    const page = await reader.post("/cassetta", form, "https://elsewhere.example");
    expect([page.status, page.headers.get("Content-Type")]).toEqual([
      403,
      "text/html; charset=UTF-8",
    ]);
    expect(said(page)).toContain("La richiesta viene da un altro sito");
    expect(said(await reader.get("/cassetta"))).toContain("3 prodotti");
  });
});

describe("the checkout", () => {
  test("an empty form is given back with every field that must be put right", async () => {
    const reader = await buyer();
    const checkout = await reader.get("/cassa");
    const empty = filled(checkout, { name: "", email: "lucia", where: "", payment: "" });
    const page = await reader.post("/cassa", empty);
    expect(page.status).toBe(422);
    expect(page.html).toContain("<title>Errore: ");
    expect(page.html).toMatch(/role="alert"[^>]*autofocus/);
    for (const field of ["where", "name", "email", "payment"]) {
      expect(page.html).toContain(`href="#${field}"`);
    }
    expect(page.html).toContain('value="lucia"');
  });

  test("home delivery asks for the address; a pickup point does not", async () => {
    const reader = await buyer();
    const checkout = await reader.get("/cassa");
    const home = /name="where" value="(home:[^"]*)"/.exec(checkout.html)?.[1] ?? "";
    const page = await reader.post("/cassa", filled(checkout, { where: home }));
    expect(page.status).toBe(422);
    expect(said(page)).toContain("Per la consegna a casa serve via e numero");
  });

  test("a form without its key orders nothing: sent twice it would order twice", async () => {
    const reader = await buyer();
    const { key: _, ...keyless } = filled(await reader.get("/cassa"));
    const page = await reader.post("/cassa", keyless);
    expect(page.status).toBe(422);
    expect(said(page)).toContain("Il modulo è scaduto");
  });

  test("a guest orders, is sent to the order, and sending again orders nothing more", async () => {
    const reader = await buyer();
    const form = filled(await reader.get("/cassa"));
    const basket = new Map(reader.cookies);
    const placed = await reader.post("/cassa", form);
    expect(placed.status).toBe(303);
    expect(placed.location).toMatch(/^\/ordini\/[0-9a-z]{26}\?nuovo=1$/);
    expect(placed.headers.getSetCookie().join()).toMatch(/__Host-ordine=[0-9a-z]{32};.*HttpOnly/);
    reader.cookies.clear();
    for (const [name, value] of basket) reader.cookies.set(name, value);
    const again = await reader.post("/cassa", form);
    expect(again.location).toBe(placed.location);
    expect(said(await reader.get("/cassetta"))).toContain("La cassetta è vuota");
  });

  test("a declined card orders nothing and says so beside the payment", async () => {
    const reader = await buyer();
    const checkout = await reader.get("/cassa");
    const refused = filled(checkout, { payment: "carta-di-prova-rifiutata" });
    const page = await reader.post("/cassa", refused);
    expect(page.status).toBe(422);
    expect(said(page)).toContain("La banca non ha accettato la carta per 30,09 €");
    expect(said(await reader.get("/cassetta"))).toContain("3 prodotti");
    expect(said(await order(reader, { payment: "carta-di-prova" }))).toContain("confermato");
  });
});

describe("the order", () => {
  test("shows what was ordered, and changes line by line until the close", async () => {
    const reader = await buyer();
    const page = await order(reader, { payment: "carta-di-prova" });
    expect(said(page)).toContain("L’ordine è confermato: puoi cambiarlo fino a");
    expect(said(page)).toContain("Fermati sulla carta 30,09 €");
    const wine = /Garganega.*?name="line" value="([^"]*)"/s.exec(page.html)?.[1] ?? "";
    const at = /action="(\/ordini\/[0-9a-z]{26}\/righe)"/.exec(page.html)?.[1] ?? "";
    const more = await reader.postAndFollow(at, { line: wine, quantity: "3" });
    expect(said(more)).toContain("Richiesta: 3 bottiglie");
    expect(said(more)).toContain("Fermati sulla carta 36,59 €");
    const less = await reader.postAndFollow(at, { line: wine, quantity: "0" });
    expect(less.html).not.toContain(`value="${wine}"`);
    expect((await reader.post(at, { line: wine, quantity: "1" })).status).toBe(404);
  });

  test("takes a product more from its own page, once however often it is sent", async () => {
    const reader = await buyer();
    const page = await order(reader, { payment: "carta-di-prova" });
    const at = /action="(\/ordini\/[0-9a-z]{26}\/righe)"/.exec(page.html)?.[1] ?? "";
    expect(page.html).toContain(`<option value="${offer("R33")}">`);
    expect(page.html).not.toContain(`<option value="${offer("R22")}">`);
    const form = { key: hidden(page, "key"), offer: offer("R33"), quantity: "2" };
    const added = await reader.postAndFollow(at, form);
    const again = await reader.postAndFollow(at, form);
    expect(added.html).not.toContain(`<option value="${offer("R33")}">`);
    expect(said(again)).toContain("Richiesta: 2 ");
    const count = (html: string) => html.split('name="line"').length;
    expect(count(again.html)).toBe(count(added.html));
    expect(count(added.html)).toBeGreaterThan(count(page.html));
    const none = await reader.post(at, { ...form, key: hidden(again, "key"), quantity: "0" });
    expect(none.status).toBe(422);
    const keyless = await reader.post(at, { offer: offer("R33"), quantity: "1" });
    expect(keyless.status).toBe(422);
  });

  test("is cancelled whole, and then nothing can be changed", async () => {
    const reader = await buyer();
    const page = await order(reader);
    const at = /action="(\/ordini\/[0-9a-z]{26})\/annullamento"/.exec(page.html)?.[1] ?? "";
    const gone = await reader.postAndFollow(`${at}/annullamento`, {});
    expect(said(gone)).toContain("Annullato");
    expect(gone.html).not.toContain("/annullamento");
    const again = await reader.post(`${at}/annullamento`, {});
    expect(again.status).toBe(422);
    expect(said(again)).toContain("Questo ordine è stato annullato");
  });

  test("opens by the link in the mail, and by no other", async () => {
    const reader = await buyer();
    const page = await order(reader);
    const code = /Ordine (\w+)/.exec(said(page))?.[1] ?? "?";
    const token = reader.cookies.get("__Host-ordine") ?? "";
    const stranger = new Reader(shop.market.env);
    const path = /action="(\/ordini\/[0-9a-z]{26})\//.exec(page.html)?.[1] ?? "";
    expect((await stranger.get(path)).status).toBe(404);
    const opened = await stranger.get(`/o/${token}`);
    expect([opened.status, opened.location]).toEqual([303, path]);
    expect(said(await stranger.get(path))).toContain(code);
    const wrong = await new Reader(shop.market.env).get(`/o/${"0".repeat(32)}`);
    expect(wrong.status).toBe(404);
    expect(said(wrong)).toContain("Questo collegamento non apre nessun ordine");
  });
});

test("pages cost as few round trips as they may: read 1, basket change 2, checkout 2", async () => {
  const reader = await buyer();
  const asked = vi.spyOn(globalThis, "fetch");
  const trips = async (deed: Promise<Page>): Promise<number> => {
    asked.mockClear();
    await deed;
    return asked.mock.calls.filter(([input]) => addressOf(input).includes("/pipeline")).length;
  };
  expect(await trips(reader.get("/"))).toBe(1);
  expect(await trips(reader.get("/prodotti?q=mele"))).toBe(1);
  expect(await trips(reader.get("/prodotti/ricotta-300-g"))).toBe(1);
  expect(await trips(reader.get("/cassetta"))).toBe(1);
  const change = reader.post("/cassetta", { offer: offer("R11"), quantity: "1" });
  expect(await trips(change)).toBe(2);
  const form = filled(await reader.get("/cassa"));
  expect(await trips(reader.post("/cassa", form))).toBe(2);
  asked.mockRestore();
});

function addressOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}
