import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Host, startHost } from "#host/market-host.ts";
import { openShop } from "#tests/shop.ts";
import { addAuthenticator, type Authenticator } from "./authenticator.ts";
import { openBrowser, STILL } from "./chromium.ts";
import { complaintsOf } from "./looks.ts";

const TUESDAY = Date.UTC(2026, 5, 2, 11);

let host: Host;
let browser: Browser;
let page: Page;
let second: Page;
let device: Authenticator;
let invitation = "";
const wrong: string[] = [];
beforeAll(async () => {
  host = await startHost({ clockAt: TUESDAY });
  invitation = await setUpNetwork();
  const market = { database: host.database, time: { now: TUESDAY } };
  openShop(market, [{ name: "Mele golden" }]);
  browser = await openBrowser();
  page = await (await browser.newContext(STILL)).newPage();
  device = await addAuthenticator(page);
  page.on("console", (line) => {
    if (line.type() === "error" && !line.text().includes("403")) wrong.push(line.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

async function setUpNetwork(): Promise<string> {
  const answer = await fetch(`${host.url}/api/v1/network`, {
    method: "PUT",
    headers: {
      Authorization: `Bearer ${host.setupToken}`,
      "Content-Type": "application/json",
      "Idempotency-Key": "set-up",
    },
    body: JSON.stringify({ name: "Rete di Veronetta", rules: {} }),
  });
  const made = (await answer.json()) as { readonly invitation: string };
  return made.invitation;
}

async function said(): Promise<string> {
  return (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
}

const press = (act: string) => page.locator(`[data-act="${act}"]:visible`).first().click();

describe("with a device that keeps passkeys", () => {
  test("the first officer opens the invitation, and its secret is in no address", async () => {
    await page.goto(`${host.url}/invito/${invitation}`);
    expect(page.url()).toBe(`${host.url}/invito`);
    expect(await complaintsOf(page, "invitation")).toEqual([]);
  });

  test("who cancels is told so, and can try again", async () => {
    await device.confirms(false);
    await press("make-passkey");
    await page.locator('[data-when="cancelled"]:visible, [data-when="failed"]:visible').waitFor();
    expect(await device.passkeys()).toBe(0);
    await device.confirms(true);
  });

  test("makes a passkey, and is in", async () => {
    await page.locator('[data-act="name"]').fill("Telefono di prova");
    await press("make-passkey");
    await page.waitForURL(/\/io\?nuova=1/);
    expect(await device.passkeys()).toBe(1);
    await press("area-access");
    await page.waitForURL(/\/io\/accesso$/);
    expect(await said()).toContain("Telefono di prova");
    expect(await complaintsOf(page, "own")).toEqual([]);
  });

  test("signs out, and comes in again with the passkey alone", async () => {
    await press("sign-out");
    await page.waitForURL(/\/accedi/);
    expect(await complaintsOf(page, "sign-in")).toEqual([]);
    await page.locator('[data-act="email"]').fill("lucia@esempio.it");
    await press("send-code");
    await page.waitForURL(/\/accedi\/codice/);
    expect(await complaintsOf(page, "code")).toEqual([]);
    await press("code-again");
    await page.waitForURL(/\/accedi$/);
    await press("sign-in-passkey");
    await page.waitForURL(/\/io$/);
    expect(await complaintsOf(page, "member-home")).toEqual([]);
    await press("area-access");
    await page.waitForURL(/\/io\/accesso$/);
    expect(await said()).toContain("Linux");
  });

  test("the same device makes no second passkey, and the page says why", async () => {
    await page.goto(`${host.url}/io/passkey`);
    expect(await complaintsOf(page, "add-passkey")).toEqual([]);
    await press("make-passkey");
    await page.locator('[data-when="known"]:visible').waitFor();
    expect(await said()).toContain("c’è già una tua passkey");
  });

  test("invites a second officer, who comes by letter with a device of their own", async () => {
    await page.goto(`${host.url}/rete/persone`);
    expect(await complaintsOf(page, "people")).toEqual([]);
    await page.locator('[data-act="name"]:visible').first().fill("Bruno Zenti");
    await page.locator('[data-act="email"]').fill("bruno@esempio.it");
    await page.locator('[data-act="role"]').last().selectOption("officer");
    await press("invite");
    await press("sign");
    await page.waitForURL(/fatto=1/);
    await host.tick();
    const letter = host.mailbox.messages().find(({ to }) => to === "bruno@esempio.it");
    const link = /\/invito\/[0-9a-z]+/.exec(letter?.text ?? "")?.[0];
    second = await (await browser.newContext(STILL)).newPage();
    await addAuthenticator(second);
    await second.goto(`${host.url}${link}`);
    await second.locator('[data-act="make-passkey"]').click();
    await second.waitForURL(/nuova=1/);
  });

  test("what takes two is asked by one, read and signed by the other, and completed", async () => {
    await page.goto(`${host.url}/rete/persone`);
    await page.locator('[data-act="name"]:visible').first().fill("Carla Nardi");
    await page.locator('[data-act="email"]').fill("carla@esempio.it");
    await page.locator('[data-act="role"]').last().selectOption("treasurer");
    await press("invite");
    await press("sign");
    await page.locator('[data-act="ask-second"]').waitFor();
    expect(await complaintsOf(page, "need-second")).toEqual([]);
    await press("ask-second");
    await page.waitForURL(/chiesta=1/);
    await second.goto(`${host.url}/rete/firme`);
    expect(await complaintsOf(second, "seconds")).toEqual([]);
    await second.locator('[data-act="sign-second"]').click();
    await second.locator('[data-act="sign"]').click();
    await second.waitForURL(/firmata=1/);
    await page.goto(`${host.url}/rete/firme`);
    await press("complete");
    await press("sign");
    await page.waitForURL(/\/rete\/persone\?fatto=1/);
    expect(await said()).toContain("Carla Nardi");
    await second.context().close();
  });

  test("closes the week under a signature", async () => {
    await page.goto(`${host.url}/rete/cicli`);
    await press("close-cycle");
    expect(await complaintsOf(page, "cycles")).toEqual([]);
    await press("close-cycle-go");
    await page.locator('[data-act="sign"]:visible').waitFor();
    expect(await said()).toContain("Chiudi gli ordini della settimana");
    expect(await complaintsOf(page, "act")).toEqual([]);
    await press("sign");
    await page.waitForURL(/chiuso=/);
    expect(await said()).toContain("è chiusa");
  });

  test("every other page of one's own stands in each look, and is readable by all", async () => {
    const [enterprise] = host.database.prepare("SELECT id FROM enterprise").pluck().all([]);
    const [person] = host.database.prepare("SELECT id FROM person").pluck().all([]);
    await page.goto(`${host.url}/io/accesso`);
    await press("add-address");
    await page.locator('input[type="email"]').fill("anna@example.org");
    await press("send-address-code");
    await press("sign");
    await page.waitForURL(/\/io\/indirizzi\//);
    const paths = [
      ["address", new URL(page.url()).pathname],
      ["access", "/io/accesso"],
      ["data", "/io/dati"],
      ["privacy", "/riservatezza"],
      ["recovery", "/recupero"],
      ["permits", "/io/permessi"],
      ["permits-of", `/io/permessi/${String(enterprise)}`],
      ["why", "/io/perche?atto=offices.grant"],
      ["person-roles", `/rete/persone/${String(person)}/ruoli`],
    ] as const;
    for (const [name, path] of paths) {
      const answer = await page.goto(host.url + path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      expect(await complaintsOf(page, name)).toEqual([]);
    }
  });

  test("a page that stayed open for too long asks anew", async () => {
    await page.goto(`${host.url}/accedi`);
    await page.locator("form[data-passkey]").evaluate((form) => {
      (form as HTMLFormElement).dataset["lasts"] = "0";
    });
    await press("sign-in-passkey");
    await page.waitForURL(/ancora=1/);
    expect(await said()).toContain("puoi confermare adesso");
  });

  test("nothing was stopped by the pages' policy", () => {
    expect(wrong).toEqual([]);
  });
});

test("at 127.0.0.1 the page says where passkeys work", async () => {
  const tab = await (await browser.newContext(STILL)).newPage();
  await addAuthenticator(tab);
  await tab.goto(`${host.url.replace("localhost", "127.0.0.1")}/accedi`);
  await tab.locator('[data-act="sign-in-passkey"]').click();
  await tab.locator('[data-when="elsewhere"]:visible').waitFor();
  expect(await tab.locator("main").innerText()).toContain("apri il sito come localhost");
  await tab.context().close();
});

test("without scripts somebody comes in with the digits of a letter", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(`${host.url}/accedi`);
  expect(await tab.locator("button:visible").count()).toBe(1);
  await tab.locator('[data-act="email"]').fill("nadia@esempio.it");
  await tab.locator('[data-act="send-code"]').click();
  await tab.waitForURL(/\/accedi\/codice/);
  await host.tick();
  const mail = host.mailbox.messages().find(({ to }) => to === "nadia@esempio.it");
  const digits = /\b(\d{4}) ?(\d{4})\b/.exec(mail?.text ?? "");
  await tab.locator('[data-act="code"]').fill(`${digits?.[1]} ${digits?.[2]}`);
  await tab.locator('[data-act="enter-code"]').click();
  await tab.waitForURL(/\/io/);
  expect(await tab.locator("main").innerText()).toContain("Consumatore");
  await context.close();
});
