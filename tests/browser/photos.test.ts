import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { samplePhoto } from "#tests/photos.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";
import { openBrowser } from "./chromium.ts";
import { openWeek, type OpenWeek } from "./open-week.ts";
import { keepPicture } from "./picture.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let week: OpenWeek;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let headers: { readonly Cookie: string };
beforeAll(async () => {
  week = await openWeek();
  browser = await openBrowser();
  // A cookie of this kind is set by an answer alone: here it comes along with each request.
  headers = { Cookie: await signInOf("Malga Alta Lessinia") };
  const viewport = { width: 360, height: 780 };
  context = await browser.newContext({
    javaScriptEnabled: false,
    viewport,
    extraHTTPHeaders: headers,
  });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await week?.host.close();
});

/** A cookie of somebody who speaks for this producer. */
async function signInOf(producer: string): Promise<string> {
  const { items } = await week.client.get<{ items: { id: string; name: string }[] }>(
    "/enterprises?limit=200",
  );
  const { database, clock } = week.host;
  const market = { database, time: { now: clock.now() } };
  const marta = addPerson(market, { name: "Marta", address: "marta@example.org" });
  const own = items.find(({ name }) => name === producer);
  giveRole(market, marta.id, "producer", own?.id);
  return marta.sent.headers?.["Cookie"] ?? "";
}

test("a producer sends a photo without scripts, and buyers see it beside the drawing", async () => {
  await page.goto(`${week.host.url}/io/prodotti`);
  const product = page.locator("li", { hasText: "Monte Veronese" }).first();
  await product.locator('[data-act="photo-form"]').click();
  const file = { name: "forma.webp", mimeType: "image/webp", buffer: bytes("webp") };
  await product.locator('[data-act="file"]').setInputFiles(file);
  await product.locator('[data-act="alt"]').fill("Una forma tagliata su un’asse");
  await product.locator('[data-act="send-photo"]').click();
  // The way back is a redirect, and our cookie does not come along with one.
  await page.waitForURL(/accedi/);
  await page.goto(`${week.host.url}/io/prodotti?fatto=1`);
  await product.locator('[data-act="good-page"]').click();
  const photo = page.locator("img.photo");
  expect(await photo.getAttribute("alt")).toBe("Una forma tagliata su un’asse");
  const shown = await context.request.get(week.host.url + (await photo.getAttribute("src")));
  expect([shown.status(), shown.headers()["content-type"]]).toEqual([200, "image/webp"]);
  await photo.scrollIntoViewIfNeeded();
  expect(await photo.boundingBox()).toMatchObject({ width: expect.any(Number) });
  expect(await page.locator(".portrait svg").count()).toBeGreaterThan(0);
  await keepPicture(page, "product-with-photo-360");
});

test("a file that is no photo is refused in words, and nothing else is lost", async () => {
  await page.goto(`${week.host.url}/io/prodotti`);
  const product = page.locator("li", { hasText: "Monte Veronese" }).first();
  await product.locator('[data-act="photo-form"]').click();
  const file = { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<html></html>") };
  await product.locator('[data-act="file"]').setInputFiles(file);
  await product.locator('[data-act="alt"]').fill("Una pagina travestita");
  await product.locator('[data-act="send-photo"]').click();
  expect(await page.locator("main").textContent()).toContain("non è una foto JPEG o WebP");
  expect(await page.locator('[data-act="alt"]:visible').inputValue()).toBe("Una pagina travestita");
});

test("the page of one's photos is readable by all, on a phone and on a desk", async () => {
  const seeing = await browser.newContext({ extraHTTPHeaders: headers });
  const own = await seeing.newPage();
  for (const width of [320, 1280]) {
    await own.setViewportSize({ width, height: 800 });
    await own.goto(`${week.host.url}/io/prodotti`);
    await own.locator('[data-act="photo-form"]').first().click();
    await keepPicture(own, `own-photos-${width}`);
    const beyond = await own.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
    await own.evaluate(axe);
    const { violations } = await own.evaluate<{ violations: { id: string; impact: string }[] }>(
      "axe.run({ resultTypes: ['violations'] })",
    );
    const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
    expect(serious.map(({ id }) => id)).toEqual([]);
  }
  await seeing.close();
});

function bytes(sample: Parameters<typeof samplePhoto>[0]): Buffer {
  return Buffer.from(samplePhoto(sample));
}
