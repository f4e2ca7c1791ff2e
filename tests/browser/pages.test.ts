import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import { openWeek, type OpenWeek } from "./open-week.ts";
import { keepPicture } from "./picture.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let week: OpenWeek;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  week = await openWeek();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  page = await context.newPage();
  for (const product of ["R21", "R10", "R33", "R02"]) await put(week.cycle.offers.get(product));
  await order();
  await put(week.cycle.offers.get("R21"));
});
afterAll(async () => {
  await browser?.close();
  await week?.host.close();
});

/** Puts two of an offer into the basket, by the form of its page. */
async function put(offer: string | undefined): Promise<void> {
  await page.goto(`${week.host.url}/prodotti?ordine=nome`);
  const body = `offer=${offer}&quantity=2`;
  await page.evaluate(async (form) => {
    const type = "application/x-www-form-urlencoded";
    await fetch("/cassetta", { method: "POST", body: form, headers: { "Content-Type": type } });
  }, body);
}

let orderPath = "";

async function order(): Promise<void> {
  await page.goto(`${week.host.url}/cassa`);
  await page.locator('[data-act="where"]').first().check();
  await page.locator('[data-act="name"]').fill("Lucia Zenti");
  await page.locator('[data-act="email"]').fill("lucia@esempio.it");
  await page.locator('[data-act="payment"]').first().check();
  await page.locator('[data-act="confirm"]').click();
  await page.waitForURL(/\/ordini\//);
  orderPath = new URL(page.url()).pathname;
}

/** Every page a guest may come to, each in a state worth looking at. */
const pages: readonly (readonly [name: string, path: () => string])[] = [
  ["home", () => "/"],
  ["list", () => "/prodotti"],
  ["search", () => "/prodotti?q=mele&pratica=bio-eu"],
  ["found", () => "/prodotti?q=radichio"],
  ["product", () => "/prodotti/monte-veronese-stagionato-trancio-circa-500-g"],
  ["boxed", () => "/prodotti/valpolicella-0-75-l"],
  ["minimum", () => "/prodotti/tazza-in-ceramica"],
  ["producers", () => "/produttori"],
  ["producer", () => "/produttori/malga-alta-lessinia"],
  ["basket", () => "/cassetta"],
  ["checkout", () => "/cassa"],
  ["order", () => orderPath],
  ["not-found", () => "/nessuna-pagina"],
];

describe.each(pages)("the page %s", (name, path) => {
  test("stands on a phone and on a desk, in light and in dark, readable by all", async () => {
    for (const [width, colorScheme] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(week.host.url + path());
      await page.evaluate(async () => void (await document.fonts.ready));
      await keepPicture(page, `${name}-${width}-${colorScheme}`);
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect([name, width, beyond]).toEqual([name, width, 0]);
      expect(await complaints()).toEqual([]);
    }
  });
});

const looks = [
  [360, "light"],
  [360, "dark"],
  [1280, "light"],
  [1280, "dark"],
] as const;

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds serious or worse. */
async function complaints(): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<Found>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

test("every link of every page leads somewhere", async () => {
  const links = new Set<string>();
  for (const [, path] of pages) {
    const here = week.host.url + path();
    await page.goto(here);
    const found = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const href of found) {
      if (!href.startsWith(week.host.url)) continue;
      if (href.startsWith(`${here}#`)) {
        expect([href, await page.locator(new URL(href).hash).count()]).toEqual([href, 1]);
      } else links.add(href);
    }
  }
  expect(links.size).toBeGreaterThan(30);
  for (const link of links) {
    const answer = await context.request.get(link);
    expect([link, answer.status()]).toEqual([link, 200]);
    const { hash } = new URL(link);
    if (hash !== "") expect(await answer.text()).toContain(`id="${hash.slice(1)}"`);
  }
});

test("nothing a page asks for is missing, refused or elsewhere", async () => {
  const wrong: string[] = [];
  page.on("console", (said) => {
    if (said.type() === "error") wrong.push(said.text());
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400) wrong.push(`${answer.status()} ${answer.url()}`);
  });
  for (const [name, path] of pages) {
    if (name !== "not-found") await page.goto(week.host.url + path());
  }
  expect(wrong).toEqual([]);
});

test("the basket is kept at 127.0.0.1 as at localhost", async () => {
  const other = await browser.newContext();
  const tab = await other.newPage();
  const url = week.host.url.replace("localhost", "127.0.0.1");
  await tab.goto(`${url}/prodotti/ricotta-300-g`);
  await tab.locator('[data-act="add"]').click();
  await tab.locator('[data-act="to-basket"]:visible, [data-act="less"]').first().waitFor();
  await tab.goto(`${url}/cassetta`);
  expect(await tab.locator("main").innerText()).toContain("Ricotta");
  await other.close();
});
