import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { heavyIslands } from "#tests/island-props.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";
import { openBrowser, STILL } from "./chromium.ts";
import { openWeek, type OpenWeek } from "./open-week.ts";
import { followScripts } from "./page-weight.ts";

let week: OpenWeek;
let browser: Browser;
beforeAll(async () => {
  week = await openWeek();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await week?.host.close();
});

let page: Page;
const wrong: string[] = [];
beforeEach(async () => {
  const context = await browser.newContext(STILL);
  page = await context.newPage();
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") wrong.push(line.text());
  });
  return async () => {
    await context.close();
    expect(wrong.splice(0)).toEqual([]);
  };
});

const PRODUCT = "/prodotti/monte-veronese-stagionato-trancio-circa-500-g";
const BOXED = "/prodotti/valpolicella-0-75-l";
const TOTAL = '[data-live="sum-total"]';

/** Goes to a page and waits until its islands live. */
async function visit(path: string, ...names: readonly string[]): Promise<void> {
  await page.goto(week.host.url + path);
  for (const name of names) {
    await page
      .locator(`[data-island="${name}"][data-alive]`)
      .first()
      .waitFor({ state: "attached" });
  }
}

async function text(selector: string): Promise<string> {
  const said = await page.locator(selector).first().textContent();
  return (said ?? "").replaceAll("\u00a0", " ");
}

/** The cents of a sum as the pages write it. */
function centsIn(sum: string): number {
  const [, whole = "", part = ""] = /(\d+),(\d\d)/.exec(sum) ?? [];
  return Number(whole + part);
}

async function putOne(path: string): Promise<void> {
  await visit(path, "quantity-form");
  await page.locator('[data-act="add"]').first().click();
  await page.locator('[data-act="to-basket"]').first().waitFor();
}

describe("a product's page", () => {
  test("sets how much is wanted and stays: header, sentence and button follow", async () => {
    await visit(PRODUCT, "quantity-form");
    expect(await text('[data-act="basket"]')).toBe("Cassetta");
    await page.locator('[data-act="quantity"]').first().fill("2");
    await page.locator('[data-act="add"]').click();
    await page.locator('[data-act="to-basket"]').waitFor();
    expect(new URL(page.url()).pathname).toBe(PRODUCT);
    expect(await text('[data-act="basket"]')).toContain("1 prodotto nella cassetta");
    expect(await text('[data-island="quantity-form"]')).toContain("Nella tua cassetta: 2 pezzi.");
    expect(await text('[data-act="add"]')).toBe("Aggiorna la cassetta");
    await expect.poll(() => text("#said")).toContain("2 pezzi");
    expect(await page.locator("#said").getAttribute("role")).toBe("status");
  });

  test("in English it stays in English", async () => {
    await visit(`/en${PRODUCT}`, "quantity-form");
    await page.locator('[data-act="add"]').click();
    await page.locator('[data-act="to-basket"]').click();
    await page.waitForURL(/\/en\/cassetta$/);
    expect(await text("h1")).toBe("Your basket");
  });

  test("a box fills up while somebody looks at it", async () => {
    await visit(BOXED);
    await page.locator(".meter").first().scrollIntoViewIfNeeded();
    const alive = page.locator('[data-island="live-meter"][data-alive]').first();
    await alive.waitFor({ state: "attached" });
    const before = await text('[data-island="live-meter"]');
    const offer = week.cycle.offers.get("R21") ?? "";
    await order(offer);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => text('[data-island="live-meter"]')).not.toBe(before);
  });
});

/** Somebody else orders one piece, over the API. */
async function order(offer: string): Promise<void> {
  const other = await browser.newContext();
  const tab = await other.newPage();
  await tab.goto(`${week.host.url}${BOXED}`);
  await tab.evaluate(async (id) => {
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    await fetch("/cassetta", { method: "POST", body: `offer=${id}&quantity=1`, headers: type });
  }, offer);
  await tab.goto(`${week.host.url}/cassa`);
  await tab.locator('[data-act="where"]').first().check();
  await tab.locator('[data-act="name"]').fill("Marco Righetti");
  await tab.locator('[data-act="email"]').fill("marco@esempio.it");
  await tab.locator('[data-act="payment"]').first().check();
  await tab.locator('[data-act="confirm"]').click();
  await tab.waitForURL(/\/ordini\//);
  await other.close();
}

test("what a group orders together moves as another of its households orders", async () => {
  const [household, group] = valuesOf(
    `SELECT h.id, group_id FROM household h
      JOIN household_profile ON household_id = h.id WHERE name = 'H01'`,
  );
  await signIn(household);
  await visit(`/gruppi/${group}`);
  const meter = page.locator(`#box-${week.cycle.offers.get("R21")}`);
  await meter.locator(".meter").scrollIntoViewIfNeeded();
  await meter.and(page.locator("[data-alive]")).waitFor({ state: "attached" });
  await page.evaluate(() => document.body.setAttribute("data-same", ""));
  const ours = page.locator(`[data-live="ours-${week.cycle.offers.get("R21")}"]`);
  const before = [await meter.textContent(), await ours.textContent()];
  const [another] = valuesOf(
    `SELECT o.id FROM customer_order o
      JOIN household_profile USING (household_id) WHERE name = 'H02'`,
  );
  const wine = { offerId: week.cycle.offers.get("R21"), wantedMilli: 1000, toleranceMilli: 0 };
  await week.client.write("POST", `/orders/${another}/lines`, { ...wine, card: null });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(() => meter.textContent()).not.toBe(before[0]);
  expect(await ours.textContent()).not.toBe(before[1]);
  expect(await page.locator("body[data-same]").count()).toBe(1);
});

/** The columns of the first row. */
function valuesOf(sql: string): readonly string[] {
  const row = week.host.database.prepare(sql).get() as Readonly<Record<string, unknown>>;
  return Object.values(row).map(String);
}

/** Gives this browser the session of somebody of this household. */
async function signIn(household = ""): Promise<void> {
  const { database, clock } = week.host;
  const market = { database, time: { now: clock.now() } };
  const piero = addPerson(market, { name: "Piero", address: "piero@example.org" });
  giveRole(market, piero.id, "household", household);
  const [, value = ""] = piero.sent.headers?.["Cookie"]?.split("=") ?? [];
  const cookie = { name: SESSION_COOKIE, value, secure: true, httpOnly: true };
  await page.context().addCookies([{ ...cookie, url: "https://localhost" }]);
}

describe("the basket", () => {
  test("more and less are seen at once in every sum, and no new page is loaded", async () => {
    await putOne(PRODUCT);
    await visit("/cassetta", "quantity-stepper");
    await page.evaluate(() => document.body.setAttribute("data-same", ""));
    const [line, total] = [await text(".lines .sum"), await text(TOTAL)];
    await page.locator('[data-act="more"]').click();
    await page.locator('[data-act="more"]').click();
    await expect.poll(() => page.locator('[data-act="quantity"]').inputValue()).toBe("3");
    // Two presses may be two answers: of both, every sum says the last one.
    const [unit, all] = [centsIn(line), centsIn(total)];
    await expect.poll(async () => centsIn(await text(".lines .sum"))).toBe(3 * unit);
    expect([unit > 0, centsIn(await text(TOTAL))]).toEqual([true, all + 2 * unit]);
    expect(await text('[data-act="basket"]')).toContain(await text(TOTAL));
    await page.locator('[data-act="less"]').click();
    await expect.poll(() => page.locator('[data-act="quantity"]').inputValue()).toBe("2");
    expect(await page.locator("body[data-same]").count()).toBe(1);
    await page.reload();
    expect(await page.locator('[data-act="quantity"]').inputValue()).toBe("2");
  });

  test("the last one taken out leaves an empty basket", async () => {
    await putOne(PRODUCT);
    await visit("/cassetta", "quantity-stepper");
    await page.locator('[data-act="less"]').click();
    await page.locator('[data-act="to-products"]').waitFor();
    expect(await text("h1")).toBe("La tua cassetta");
  });
});

describe("the search box", () => {
  test("names products while one types, and arrows and Enter go there", async () => {
    await visit("/prodotti", "search-suggestions");
    const box = page.getByRole("combobox", { name: "Cerca" });
    await box.pressSequentially("ricot");
    await page.locator('[data-act="suggestion"]').first().waitFor();
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await box.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
    await box.press("Enter");
    await page.waitForURL(/\/prodotti\/ricotta/);
  });

  test("Escape closes the list, and Enter without a choice searches", async () => {
    await visit("/prodotti", "search-suggestions");
    const box = page.getByRole("combobox", { name: "Cerca" });
    await box.pressSequentially("ricot");
    await page.locator('[data-act="suggestion"]').first().waitFor();
    await box.press("Escape");
    await expect.poll(() => page.locator('[data-act="suggestion"]').count()).toBe(0);
    expect(await box.inputValue()).toBe("ricot");
    await box.press("Enter");
    await page.waitForURL(/\/prodotti\?.*q=ricot/);
  });
});

describe("what it weighs", () => {
  test.each(["/", "/prodotti", PRODUCT, BOXED, "/cassetta", "/en/prodotti", "/accedi"])(
    "%s loads at most 20 KB of scripts, and light props",
    async (path) => {
      if (path === "/cassetta") await putOne(BOXED);
      const scripts = followScripts(page);
      await page.goto(week.host.url + path, { waitUntil: "networkidle" });
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState("networkidle");
      const bytes = await scripts.bytes();
      expect([path, bytes <= 20 * 1024, bytes > 0]).toEqual([path, true, true]);
      const answer = await page.request.get(week.host.url + path);
      expect(heavyIslands(await answer.text())).toEqual([]);
    },
  );

  test("a page without islands loads no script at all", async () => {
    const scripts: string[] = [];
    page.on("request", (asked) => {
      if (asked.resourceType() === "script") scripts.push(asked.url());
    });
    await page.goto(`${week.host.url}/riservatezza`, { waitUntil: "networkidle" });
    expect(scripts).toEqual([]);
  });
});
