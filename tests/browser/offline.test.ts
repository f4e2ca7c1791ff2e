import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { openBrowser } from "./chromium.ts";

let market: RunningMarket;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  market = await openRunningMarket();
  openShop(market, [{ name: "Pane" }]);
  browser = await openBrowser();
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`${market.url}/prodotti`);
  // From then on every page of this origin goes by the worker.
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller !== null) return;
    await new Promise((then) => serviceWorker.addEventListener("controllerchange", then));
  });
});
afterAll(async () => {
  await browser?.close();
  await market?.close();
});

const said = () => page.locator("main").innerText();

test("without network a page says so, in its language, as it is drawn elsewhere", async () => {
  await context.setOffline(true);
  await page.goto(`${market.url}/prodotti?ordine=nome`);
  expect(await said()).toContain("Sei senza rete");
  expect(await page.locator("html").getAttribute("lang")).toBe("it");
  const family = await page.locator("h1").evaluate((title) => getComputedStyle(title).fontFamily);
  expect(family).toContain("Bricolage");
  await page.goto(`${market.url}/en/cassetta`);
  expect(await said()).toContain("You are offline");
  await context.setOffline(false);
});

test("with the network back, trying again shows what was asked for", async () => {
  await context.setOffline(true);
  await page.goto(`${market.url}/prodotti?ordine=nome`);
  await context.setOffline(false);
  await page.locator('[data-act="retry"]').click();
  await page.locator('[data-act="product"]').first().waitFor({ timeout: 5000 });
  expect(page.url()).toBe(`${market.url}/prodotti?ordine=nome`);
});

test("nothing of a reader is kept: the caches hold the two pages and what draws them", async () => {
  await page.locator('[data-act="product"]').first().click();
  await page.locator('[data-act="add"]').click();
  await page.locator('[data-act="to-basket"]:visible, [data-act="less"]').first().waitFor();
  await page.goto(`${market.url}/cassetta`);
  await page.goto(`${market.url}/accedi`);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: all.flat().map(({ url }) => new URL(url).pathname) };
  });
  expect(kept.names).toEqual([expect.stringMatching(/^filiera-[0-9a-f]{12}$/)]);
  const pages = kept.paths.filter((path) => !path.startsWith("/assets/"));
  expect(pages.toSorted()).toEqual(["/en/senza-rete", "/senza-rete"]);
  const text = await page.evaluate(async () => (await caches.match("/senza-rete"))?.text());
  expect(text).toContain("Sei senza rete");
  expect(text).toContain('data-live="basket-total"></span>');
});

test("a product is asked for ahead by a rule, and the manifest names the network", async () => {
  await page.goto(`${market.url}/prodotti`);
  const rules = await page.locator('script[type="speculationrules"]').textContent();
  expect(JSON.parse(rules ?? "")).toHaveProperty("prefetch[0].eagerness", "moderate");
  const address = await page.locator('link[rel="manifest"]').getAttribute("href");
  const answer = await page.request.get(`${market.url}${address}`);
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  expect(await answer.json()).toMatchObject({ start_url: "/", scope: "/" });
});
