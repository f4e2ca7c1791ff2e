import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { openBrowser } from "./chromium.ts";
import { keepPicture } from "./picture.ts";

let market: RunningMarket;
let browser: Browser;
let page: Page;
let later: Shop;
beforeAll(async () => {
  market = await openRunningMarket();
  openShop(market, [{ name: "Pane" }]);
  market.time.now += 3_600_000;
  later = openShop(market, [{ name: "Mele" }]);
  browser = await openBrowser();
  const viewport = { width: 360, height: 780 };
  page = await browser.newPage({ viewport, javaScriptEnabled: false });
});
afterAll(async () => {
  await browser?.close();
  await market?.close();
});

/** How far the page is wider than the phone, in CSS pixels. */
const overflow = () => page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);

test("on a phone, scripts off, one goes to the other week and begins a basket anew", async () => {
  await page.goto(`${market.url}/prodotti`);
  await keepPicture(page, "weeks");
  expect(await overflow()).toBe(0);
  await page.locator('[data-act="product"]').first().click();
  await page.locator('[data-act="add"]').click();
  await page.goto(`${market.url}/prodotti`);
  const choice = page.locator('[data-act="choose-week"]').nth(1);
  expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await choice.click();
  expect(new URL(page.url()).searchParams.get("ciclo")).toBe(later.cycleId);
  await page.locator('[data-act="product"]').first().click();
  await page.locator('[data-act="add"]').click();
  await keepPicture(page, "another-week");
  expect(await overflow()).toBe(0);
  await page.locator('[data-act="begin-anew"]').click();
  expect(await page.locator(".lines").innerText()).toContain("Mele");
  expect(await page.locator(".lines").innerText()).not.toContain("Pane");
});
