import { afterAll, beforeAll, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { signedNews } from "#tests/mail.ts";
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

/** Orders a piece of R22 as a guest with this address; gives the order's own page. */
async function placed(reader: Reader, email: string): Promise<string> {
  const offer = shop.cycle.offers.get("R22") ?? "";
  await reader.post("/cassetta", { offer, quantity: "8" });
  const checkout = await reader.get("/cassa");
  const where = /name="where" value="([^"]*)"/.exec(checkout.html)?.[1] ?? "";
  const sent = { key: hidden(checkout, "key"), cycle: hidden(checkout, "cycle"), where };
  const about = { name: "Lucia Zenti", email, phone: "", street: "", postcode: "", town: "" };
  const page = await reader.postAndFollow("/cassa", {
    ...about,
    ...sent,
    note: "",
    payment: "alla-consegna",
  });
  const id = /\/ordini\/([0-9a-z]{26})/.exec(page.html)?.[1] ?? "";
  return `/ordini/${id}`;
}

test("whose letters come back reads so on the order's page; others do not", async () => {
  const [lucia, mario] = [new Reader(shop.market.env), new Reader(shop.market.env)];
  const luciasOrder = await placed(lucia, "lucia@esempio.it");
  const mariosOrder = await placed(mario, "mario@esempio.it");
  await shop.market.tick();
  const words = "tornano indietro: guarda qui come va";
  expect(said(await lucia.get(luciasOrder))).not.toContain(words);

  const letter = doubles.mailbox.messages().find(({ to }) => to === "lucia@esempio.it");
  if (letter === undefined) throw new Error("the confirmation did not arrive");
  const secret = shop.market.env.MAIL_EVENTS_SECRET ?? "";
  const { headers, body } = signedNews(secret, "bounced", letter, shop.market.time.now);
  const told = await shop.market.call("POST", "/api/v1/mail-events", { headers, body });
  expect(told.status).toBe(200);
  expect(said(await lucia.get(luciasOrder))).toContain(words);
  expect(said(await mario.get(mariosOrder))).not.toContain(words);
});

test("a long list of what can be added is searched by name, and says when nothing is", async () => {
  const reader = new Reader(shop.market.env);
  const at = await placed(reader, "ada@esempio.it");
  const options = ({ html }: Page) => html.match(/<option value="[0-9a-z]{26}">[^<]*/g) ?? [];
  const all = options(await reader.get(at));
  expect(all.length).toBeGreaterThan(12);
  const word = /">([^ ,<]+)/.exec(all[0] ?? "")?.[1] ?? "";
  const found = await reader.get(`${at}?cerca=${encodeURIComponent(word.toUpperCase())}`);
  expect(options(found)).toContain(all[0]);
  expect(options(found).length).toBeLessThan(all.length);
  expect(found.html).toMatch(/<details [^>]*open/);
  const none = await reader.get(`${at}?cerca=ananas`);
  expect(said(none)).toContain("Niente da aggiungere con «ananas»");
  expect(options(none)).toEqual([]);
});
