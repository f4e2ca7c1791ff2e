import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import { closeWeek, deliverWeek, openWeek, type OpenWeek } from "./open-week.ts";

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

/** What the page says, no-break spaces read as spaces. */
async function said(page: Page): Promise<string> {
  return (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
}

async function put(page: Page, product: string, quantity: string): Promise<void> {
  await page.goto(`${week.host.url}/prodotti`);
  await page.locator('[data-act="q"]').fill(product);
  await page.locator('[data-act="search"]').click();
  await page.locator('.shelf [data-act="product"]').first().click();
  const box = page.locator('[data-act="quantity"]').first();
  if ((await box.evaluate((element) => element.tagName)) === "SELECT") {
    await box.selectOption(quantity);
  } else await box.fill(quantity);
  await page.locator('[data-act="add"]').first().click();
  // A script sets it on the spot and says so; without one the basket is shown.
  await page.locator('[data-act="to-basket"]:visible, [data-act="less"]').first().waitFor();
  await page.goto(`${week.host.url}/cassetta`);
}

/** From the shelf to the order: goods of three producers, brought home, held on a card. */
async function buy(page: Page): Promise<string> {
  await put(page, "monte veronese", "1");
  await put(page, "garganega", "2");
  await put(page, "radichio", "1.5");
  expect(await said(page)).toContain("3 prodotti di 3 aziende");
  await page.locator('[data-act="checkout"]').click();
  await page.locator('[data-act="where"][value^="home"]').last().check();
  await page.locator('[data-act="confirm"]').click();
  expect(await page.title()).toContain("Errore");
  await page.locator('[data-act="street"]').fill("via Cantarane 27");
  await page.locator('[data-act="postcode"]').fill("37129");
  await page.locator('[data-act="town"]').fill("Verona");
  await page.locator('[data-act="name"]').fill("Lucia Zenti");
  await page.locator('[data-act="email"]').fill("lucia@esempio.it");
  await page.locator('[data-act="payment"][value="carta-di-prova"]').check();
  await page.locator('[data-act="confirm"]').click();
  await page.waitForURL(/\/ordini\//);
  expect(await said(page)).toContain("L’ordine è confermato");
  return page.url().replace(/\?.*/, "");
}

/** Two guests on phones: one whose browser runs scripts, one whose browser runs none. */
const guests: { name: string; scripts: boolean; context?: BrowserContext; order?: string }[] = [
  { name: "with scripts off", scripts: false },
  { name: "with scripts on", scripts: true },
];

async function pageOf(guest: (typeof guests)[number]): Promise<Page> {
  const viewport = { width: 360, height: 780 };
  guest.context ??= await browser.newContext({ javaScriptEnabled: guest.scripts, viewport });
  return guest.context.pages()[0] ?? guest.context.newPage();
}

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

describe("a guest buys from three producers", () => {
  test.each(guests)("$name, and changes the order", async (guest) => {
    const page = await pageOf(guest);
    guest.order = await buy(page);
    expect(await said(page)).toMatch(/Circa\s*32,10 €/);
    expect(await said(page)).toMatch(/Fermati sulla carta\s*33,59 €/);
    await page.locator('li:has-text("Garganega") [data-act="less"]').click();
    await page.waitForURL(guest.order);
    expect(await said(page)).toMatch(/Richiesta: 1 bottiglia/);
    expect(await said(page)).toMatch(/Circa\s*25,60 €/);
  });

  test("and finds the way back in the mail, on another device, with no secret left", async () => {
    await week.host.tick();
    const mail = week.host.mailbox.messages().find(({ to }) => to === "lucia@esempio.it");
    const path = /\/o\/[0-9a-z]{32}/.exec(mail?.text ?? "")?.[0];
    expect(mail?.subject).toContain("rdine");
    const elsewhere = await browser.newContext();
    const page = await elsewhere.newPage();
    await page.goto(`${week.host.url}${path}`);
    expect(page.url()).toMatch(/\/ordini\/[0-9a-z]{26}$/);
    expect(await said(page)).toContain("L’ordine è confermato");
    await elsewhere.close();
  });

  test.each(guests)("$name, and sees the close", async (guest) => {
    if (guest === guests[0]) await closeWeek(week);
    const page = await pageOf(guest);
    await page.goto(guest.order ?? "");
    expect(await said(page)).toContain("Il tuo ordine si prepara: arriva a casa tua");
    expect(await page.locator('[data-act="less"], [data-act="cancel"]').count()).toBe(0);
    await page.goto(`${week.host.url}/prodotti`);
    expect(await said(page)).toContain("Gli ordini sono chiusi");
    await page.locator('.shelf [data-act="product"]').first().click();
    expect(await page.locator('[data-act="add"]').count()).toBe(0);
  });

  test.each(guests)("$name, and sees the weight and the final amount", async (guest) => {
    if (guest === guests[0]) await deliverWeek(week);
    const page = await pageOf(guest);
    await page.goto(guest.order ?? "");
    expect(await said(page)).toMatch(/peso: 545 g, stima: 9,90 €/);
    expect(await said(page)).toMatch(
      /Consegnato a casa .*: 26,49 €, (chiesti alla|pagati con la) carta\./,
    );
    expect(await said(page)).toContain("0,89 € in più della stima");
  });
});
