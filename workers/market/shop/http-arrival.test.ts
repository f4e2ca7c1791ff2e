import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE_POLICY } from "#market/edge/headers.ts";
import { Reader } from "#tests/reader.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";

const TYPED = { "Sec-Fetch-Site": "none", "Sec-Fetch-Dest": "document" };
const LINKED = '<link rel="stylesheet" href="/assets/filiera.css"/>';
const FONT =
  '<link rel="preload" href="/assets/text.woff2" as="font" ' +
  'type="font/woff2" crossorigin="anonymous"/>';
const INSIDE = '<style></style><link rel="prefetch" as="style" href="/assets/filiera.css"/>';

let shop: VeronettaMarket;
beforeAll(async () => {
  shop = await openVeronetta();
});
afterAll(() => shop.market.close());

describe("who opens a page from elsewhere", () => {
  test.each(["none", "cross-site"])("is given the sheet in the page (%s)", async (from) => {
    const page = await new Reader(shop.market.env).get("/", { ...TYPED, "Sec-Fetch-Site": from });
    expect(page.html).toContain(FONT + INSIDE);
    expect(page.html).not.toContain(LINKED);
  });

  test("may have that one sheet in the page and no other style", async () => {
    const page = await new Reader(shop.market.env).get("/", TYPED);
    const policy = page.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(/style-src 'self' 'sha256-[A-Za-z0-9+/]{43}=';/);
    expect(policy.replace(/ 'sha256-[^']+'/, "")).toBe(PAGE_POLICY);
  });

  test("is told under the same policy that the page is still the same", async () => {
    const reader = new Reader(shop.market.env);
    const first = await reader.get("/", TYPED);
    const tag = first.headers.get("ETag") ?? "";
    const again = await reader.get("/", { ...TYPED, "If-None-Match": tag });
    expect(again.status).toBe(304);
    const policies = [first, again].map(({ headers }) => headers.get("Content-Security-Policy"));
    expect(new Set(policies).size).toBe(1);
    const linked = await reader.get("/", { "If-None-Match": tag });
    expect([linked.status, linked.html.includes(LINKED)]).toEqual([200, true]);
  });
});

describe("everybody else is given the sheet as a file", () => {
  test.each([
    ["who goes from page to page", { ...TYPED, "Sec-Fetch-Site": "same-origin" }],
    ["a browser that does not say where from", {}],
    ["a script of the page", { ...TYPED, "Sec-Fetch-Dest": "empty" }],
  ])("%s", async (_, headers) => {
    const page = await new Reader(shop.market.env).get("/", headers);
    expect(page.html).toContain(LINKED);
    expect(page.html).toContain(FONT);
    expect(page.headers.get("Content-Security-Policy")).toBe(PAGE_POLICY);
  });

  test("who has a basket, and so has been here", async () => {
    const buyer = new Reader(shop.market.env);
    await buyer.post("/cassetta", { offer: shop.cycle.offers.get("R11") ?? "", quantity: "2" });
    expect((await buyer.get("/", TYPED)).html).toContain(LINKED);
  });
});
