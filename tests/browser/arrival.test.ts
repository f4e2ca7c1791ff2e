import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { openBrowser, STILL } from "./chromium.ts";

let market: RunningMarket;
let browser: Browser;
let page: Page;
const wrong: string[] = [];
beforeAll(async () => {
  market = await openRunningMarket();
  openShop(market, [{ name: "Pane" }]);
  browser = await openBrowser();
  page = await browser.newPage(STILL);
  page.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) wrong.push(line.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await market?.close();
});

/** How the sheets of the page came: in it, or by a link, and how many bytes went over the line. */
const sheets = () =>
  page.evaluate(() => {
    const asked = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const files = asked.filter(({ name, initiatorType }) => {
      return name.endsWith(".css") && initiatorType === "link";
    });
    return {
      from: [...document.styleSheets].map(({ ownerNode }) => ownerNode?.nodeName),
      loaded: files.map(({ transferSize }) => transferSize),
      title: getComputedStyle(document.querySelector("h1") ?? document.body).fontFamily,
    };
  });

test("the first page is drawn by itself, and the next one by the file it asked ahead", async () => {
  await page.goto(`${market.url}/`, { waitUntil: "networkidle" });
  const first = await sheets();
  expect(first.from).toEqual(["STYLE"]);
  expect(first.title).toContain("Bricolage");
  expect(first.loaded).toEqual([expect.any(Number)]);
  expect(first.loaded[0]).toBeGreaterThan(1000);
  await page.locator('a[href="/prodotti"]').first().click();
  await page.waitForURL("**/prodotti");
  await page.waitForLoadState("networkidle");
  const second = await sheets();
  expect([second.from, second.loaded]).toEqual([["LINK"], [0]]);
  expect(second.title).toContain("Bricolage");
  expect(wrong).toEqual([]);
});
