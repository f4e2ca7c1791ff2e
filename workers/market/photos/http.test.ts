import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addToken } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { bytesOf, exifNotes, glued, samplePhoto, withPart } from "#tests/photos.ts";
import { openShop, type Shop } from "#tests/shop.ts";

let market: Market;
let officer: string;
let shop: Shop;
let producer: string;
let product: string;
beforeEach(async () => {
  market = await openMarket();
  officer = await setUp(market);
  shop = openShop(market, [{ name: "mele" }, { name: "pane" }]);
  producer = addToken(market, "producer", shop.producers["mele"]);
  product = productOf("mele");
});
afterEach(() => market.close());

function productOf(name: string): string {
  const sql = "SELECT id FROM product WHERE name = ?";
  const [row] = market.database.prepare(sql).raw().all([name]) as string[][];
  return row?.[0] ?? "";
}

const letters = (image: Uint8Array) => Buffer.from(image).toString("base64");
const jpeg = samplePhoto("jpeg");

interface Answered {
  readonly code?: string;
  readonly photo: { readonly url: string; readonly width: number } | null;
}

function put(image: Uint8Array, own: object = {}, id = product) {
  const body = { alt: "Una cassa di mele rosse", image: letters(image) };
  const sent = { token: producer, body, ...own };
  return market.call<Answered>("PUT", `/api/v1/products/${id}/photo`, sent);
}

async function urlOf(image: Uint8Array): Promise<string> {
  return (await put(image)).body.photo?.url ?? "";
}

describe("a product's photo", () => {
  test("is shown beside the drawing, at an address that never changes", async () => {
    const url = await urlOf(withPart(jpeg, 0xe1, exifNotes(1)));
    expect(url).toMatch(/^\/foto\/[0-9a-f]{64}\.jpg$/);
    const file = await market.call<string>("GET", url);
    expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
    expect(file.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(file.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(file.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const tag = file.headers.get("ETag") ?? "";
    const again = await market.call("GET", url, { headers: { "If-None-Match": tag } });
    expect(again.status).toBe(304);
    const [kept] = market.photos.values();
    expect(Buffer.from(kept ?? []).toString("latin1")).not.toContain("GPS");
    const page = await market.call<string>("GET", `/prodotti/${product}`);
    expect(page.body).toContain(`src="${url}" width="16" height="10"`);
    expect(page.body).toContain('alt="Una cassa di mele rosse" loading="lazy"');
    expect(page.body).toContain("<svg");
  });

  test("sent twice is one file; another one takes its place", async () => {
    const [first, second] = [await urlOf(jpeg), await urlOf(jpeg)];
    expect(second).toBe(first);
    expect(market.photos.size).toBe(1);
    const other = await urlOf(samplePhoto("webp"));
    const page = (await market.call<string>("GET", `/prodotti/${product}`)).body;
    expect([page.includes(other), page.includes(first)]).toEqual([true, false]);
  });

  test("the same request again gets the same answer", async () => {
    const [once, twice] = [await put(jpeg, { key: "k1" }), await put(jpeg, { key: "k1" })];
    expect(twice.body).toEqual(once.body);
    expect((await put(samplePhoto("webp"), { key: "k1" })).body.code).toBe("key-reused");
  });

  test("taken away, the drawing stays", async () => {
    const url = await urlOf(jpeg);
    const path = `/api/v1/products/${product}/photo`;
    const gone = await market.call("DELETE", path, { token: producer });
    expect([gone.status, gone.body]).toEqual([200, { photo: null }]);
    expect((await market.call<string>("GET", `/prodotti/${product}`)).body).not.toContain(url);
  });

  test("is its producer's and the officers' to show, and nobody else's", async () => {
    const other = productOf("pane");
    expect((await put(jpeg, {}, other)).body.code).toBe("not-allowed");
    expect((await put(jpeg, { token: undefined })).body.code).toBe("not-signed-in");
    expect((await put(jpeg, { token: addToken(market, "auditor") })).body.code).toBe("not-allowed");
    expect((await put(jpeg, { token: officer }, other)).status).toBe(200);
    expect(market.photos.size).toBe(1);
  });
});

describe("what is refused", () => {
  const codeOf = async (image: Uint8Array) => (await put(image)).body.code;

  test("what is no photo, or a broken one, and nothing of it is kept", async () => {
    expect(await codeOf(bytesOf("<svg onload=alert(1)></svg>"))).toBe("photo-kind-unknown");
    expect(await codeOf(bytesOf("GIF89a and more of it"))).toBe("photo-kind-unknown");
    expect(await codeOf(jpeg.slice(0, 400))).toBe("photo-broken");
    const wide = jpeg.slice();
    wide.set([0xff, 0xff], Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xc0])) + 7);
    expect(await codeOf(wide)).toBe("photo-too-large");
    expect(market.photos.size).toBe(0);
    expect(market.database.prepare("SELECT count(*) FROM photo").raw().all([])).toEqual([[0]]);
  });

  test("more than a mebibyte, by the photo's own limit and by the body's", async () => {
    const heavy = (bytes: number) => glued(jpeg, new Uint8Array(bytes - jpeg.length));
    expect((await put(heavy(1_048_576))).status).toBe(200);
    expect(await codeOf(heavy(1_048_577))).toBe("photo-too-heavy");
    expect((await put(heavy(1_400_000))).status).toBe(413);
  });

  test("letters that are no base64, and a photo without words for who cannot see it", async () => {
    const send = async (body: object) =>
      (await market.call("PUT", `/api/v1/products/${product}/photo`, { token: producer, body }))
        .body["code"];
    expect(await send({ alt: "Mele", image: "…" })).toBe("invalid-input");
    expect(await send({ alt: "Mele", image: "AAAAA" })).toBe("invalid-input");
    expect(await send({ alt: "", image: letters(jpeg) })).toBe("invalid-input");
    expect(await send({ image: letters(jpeg) })).toBe("invalid-input");
  });

  test("a host without a bucket says that a neighbour does not answer", async () => {
    Object.assign(market.env, { PHOTOS: undefined });
    expect((await put(jpeg)).body.code).toBe("neighbour-failed");
    expect((await market.call("GET", `/foto/${"a".repeat(64)}.jpg`)).status).toBe(503);
  });

  test("other files than photos are not there", async () => {
    await urlOf(jpeg);
    const [name = ""] = market.photos.keys();
    const digest = name.slice(0, 64);
    for (const file of [`${digest}.webp`, `${digest}.png`, digest, "..%2Fsecret.key", "x.jpg"]) {
      expect((await market.call("GET", `/foto/${file}`)).status).toBe(404);
    }
  });
});

describe("photos that nothing shows", () => {
  const rows = () => market.database.prepare("SELECT count(*) FROM photo").raw().all([]);

  test("go with the next minute, file and row; the shown stay", async () => {
    const first = await urlOf(jpeg);
    const second = await urlOf(samplePhoto("webp"));
    await market.tick();
    expect([...market.photos.keys()].map((name) => `/foto/${name}`)).toEqual([second]);
    expect(rows()).toEqual([[1]]);
    expect((await market.call("GET", first)).status).toBe(404);
    expect(await urlOf(jpeg)).toBe(first);
    expect((await market.call("GET", first)).status).toBe(200);
  });

  test("one that is going at that moment is not shown again: it is said so", async () => {
    await urlOf(jpeg);
    await urlOf(samplePhoto("webp"));
    market.database.exec("UPDATE photo SET dropped_at = 1 WHERE kind = 'jpeg'");
    const refused = await put(jpeg);
    expect([refused.status, refused.body.code]).toEqual([409, "photo-going"]);
  });
});

test("an enterprise's photo stands on its own page", async () => {
  const id = shop.producers["mele"] ?? "";
  const body = { alt: "Il cortile con il fico", image: letters(samplePhoto("webp")) };
  const path = `/api/v1/enterprises/${id}/photo`;
  expect((await market.call("PUT", path, { token: producer, body })).status).toBe(200);
  market.database
    .prepare("INSERT INTO enterprise_role VALUES (?, 'producer', 0) ON CONFLICT DO NOTHING")
    .run([id]);
  const page = await market.call<string>("GET", `/produttori/${id}`);
  expect(page.body).toContain('alt="Il cortile con il fico"');
  const gone = await market.call("DELETE", path, { token: producer });
  expect(gone.body).toEqual({ photo: null });
});
