import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { samplePhoto } from "#tests/photos.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { addPerson, giveRole, type SignedInPerson } from "#tests/signed-in-person.ts";

let market: Market;
let shop: Shop;
let marta: SignedInPerson;
let product: string;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
  shop = openShop(market, [{ name: "mele" }, { name: "pane" }]);
  marta = addPerson(market, { name: "Marta", address: "marta@example.org" });
  giveRole(market, marta.id, "producer", shop.producers["mele"]);
  product = productOf("mele");
});
afterEach(() => market.close());

function productOf(name: string): string {
  const sql = "SELECT id FROM product WHERE name = ?";
  const [row] = market.database.prepare(sql).raw().all([name]) as string[][];
  return row?.[0] ?? "";
}

const BOUND = "----filiera";

/** A form as a browser sends it, each byte of the file a letter of its own. */
function form(alt: string, file: Uint8Array): Blob {
  const part = (name: string, more = "") =>
    `--${BOUND}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = part("file", '; filename="x.jpg"').replace(
    "\r\n\r\n",
    "\r\nContent-Type: image/jpeg\r\n\r\n",
  );
  return new Blob([head, file.slice(), "\r\n", part("alt"), alt, `\r\n--${BOUND}--\r\n`]);
}

async function send(path: string, body: Blob, sent = marta.sent) {
  const type = `multipart/form-data; boundary=${BOUND}`;
  const headers = { ...sent.headers, "Content-Type": type };
  const {
    status,
    headers: told,
    body: html,
  } = await market.call<string>("POST", path, {
    headers,
    body,
  });
  return { status, to: told.get("Location"), html };
}

const page = async () => (await market.call<string>("GET", "/io/prodotti", { ...marta.sent })).body;

test("a producer sees what is theirs, and sends a photo by a form without scripts", async () => {
  const before = await page();
  expect(before).toContain("Azienda mele");
  expect(before).not.toContain("Azienda pane");
  const path = `/io/prodotti/${product}/foto`;
  expect(before).toContain(`action="${path}"`);
  const sent = await send(path, form("Una cassa, di là dal vetro", samplePhoto("jpeg")));
  expect([sent.status, sent.to]).toEqual([303, "/io/prodotti?fatto=1"]);
  expect(await page()).toContain('alt="Una cassa, di là dal vetro"');
  const [name = ""] = market.photos.keys();
  expect((await market.call<string>("GET", `/prodotti/${product}`)).body).toContain(name);
  const gone = await send(`${path}/rimozione`, form("", new Uint8Array()));
  expect(gone.status).toBe(303);
  expect(await page()).not.toContain(name);
});

test("what is no photo is given back with the words that were typed", async () => {
  const path = `/io/prodotti/aziende/${shop.producers["mele"] ?? ""}/foto`;
  const wrong = await send(path, form("Il cortile", new TextEncoder().encode("<svg></svg>")));
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("Il file non è una foto JPEG o WebP.");
  expect(wrong.html).toContain('value="Il cortile"');
  const wordless = await send(path, form("", samplePhoto("webp")));
  expect(wordless.status).toBe(422);
  expect(wordless.html).toContain("Scrivi cosa si vede");
  expect(market.photos.size).toBe(0);
});

test("somebody else's product is not theirs to show", async () => {
  const path = `/io/prodotti/${productOf("pane")}/foto`;
  expect((await send(path, form("Pane", samplePhoto("jpeg")))).status).toBe(403);
  expect((await send(path, form("", samplePhoto("jpeg")))).status).toBe(403);
  const nobody = await send(path, form("Pane", samplePhoto("jpeg")), {});
  expect([nobody.status, nobody.to]).toEqual([303, "/accedi"]);
  expect(market.photos.size).toBe(0);
});

test("who speaks for no enterprise is told so; a form of two megabytes is not read", async () => {
  const luca = addPerson(market, { name: "Luca", address: "luca@example.org" });
  const { body } = await market.call<string>("GET", "/io/prodotti", { ...luca.sent });
  expect(body).toContain("Per ora non parli per nessuna");
  const path = `/io/prodotti/${product}/foto`;
  expect((await send(path, form("Mele", new Uint8Array(2_000_000)))).status).toBe(413);
});
