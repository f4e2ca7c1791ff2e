import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Host, startHost } from "#host/market-host.ts";
import { keyring } from "#host/passkeys/keyring.ts";
import { callerOf, setUp } from "#tests/running-market.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";
import { openBrowser } from "./chromium.ts";
import { type HostilePlace, openHostileShop } from "./hostile-shop.ts";
import { fitting, XSS_PAYLOADS } from "./hostile-texts.ts";

const NOW = Date.UTC(2026, 5, 2, 8);

let folder: string;
let host: Host;
let browser: Browser;
let page: Page;
let places: readonly HostilePlace[];
/** Whatever ran, or was stopped from running. */
const happened: string[] = [];
let opened = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "filiera-texts-"));
  host = await startHost({ data: folder, clockAt: NOW });
  const keys = keyring(host.url);
  const call = callerOf(host.url, keys);
  const officer = await setUp({ call, keys }, host.setupToken);
  places = await openHostileShop(call, officer, NOW);
  browser = await openBrowser();
  page = await watchedPage();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  rmSync(folder, { recursive: true });
});

async function watchedPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.exposeBinding("tellViolation", (_, directive: string, blocked: string) => {
    happened.push(`${page.url()}: policy ${directive} stopped ${blocked}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell = Reflect.get(globalThis, "tellViolation") as (...words: string[]) => void;
      tell(event.effectiveDirective, event.blockedURI);
    });
  });
  const watched = await context.newPage();
  watched.on("dialog", (dialog) => {
    happened.push(`${watched.url()}: dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  watched.on("console", (line) => {
    if (/Content Security Policy|Refused to/.test(line.text())) happened.push(line.text());
  });
  watched.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(host.url) && !/^(data|about):/.test(url)) happened.push(`asked ${url}`);
  });
  return watched;
}

/** Opens an address and looks for what no page of ours has. */
async function open(path: string): Promise<void> {
  const answer = await page.goto(host.url + path);
  if ((answer?.status() ?? 500) >= 500) happened.push(`${path} is broken`);
  await look();
}

async function look(): Promise<void> {
  opened += 1;
  const strange = await page.evaluate(() => {
    const forbidden = "iframe, object, embed, base, meta[http-equiv], template, marquee";
    // The page's own sheet asks for itself as a file; the policy knows it by its digest.
    const sheet = 'head > style:only-of-type:has(+ link[rel="prefetch"][as="style"])';
    const styles = document.querySelectorAll(`style:not(${sheet})`);
    // A block of data runs nothing while no text in it can end it: "<" is written otherwise.
    const isData = (one: HTMLScriptElement) =>
      ["application/json", "speculationrules"].includes(one.type) && !one.textContent.includes("<");
    const scripts = [...document.querySelectorAll("script")];
    const inline = scripts.filter((one) => one.src === "" && !isData(one));
    const leading = /^(?:href|src|action|formaction|xlink:href|data)$/;
    const acting = [...document.querySelectorAll("*")].filter((one) =>
      [...one.attributes].some(
        ({ name, value }) =>
          name.startsWith("on") ||
          name === "style" ||
          (leading.test(name) && /^\s*(j\s*a\s*v\s*a|data:text|\/\/)/i.test(value)),
      ),
    );
    return [...document.querySelectorAll(forbidden), ...styles, ...inline, ...acting].map((one) =>
      one.outerHTML.slice(0, 200),
    );
  });
  happened.push(...strange.map((html) => `${page.url()}: ${html}`));
}

/** Gives a moment to what would begin by itself. */
async function settle(): Promise<void> {
  await page.waitForTimeout(300);
}

test("eighty texts that would run are read as texts on every page of the shop", async () => {
  expect(XSS_PAYLOADS).toHaveLength(80);
  const name = host.database.prepare("UPDATE network SET name = ?, legal_name = ?, seat = ?");
  for (const { payload, slug } of places) {
    name.run([payload, payload, payload]);
    await open(`/prodotti/${slug}`);
    expect(await page.locator("h1").first().innerText()).toContain(payload.slice(0, 4).trim());
  }
  for (let number = 1; number <= 4; number += 1) await open(`/prodotti?pagina=${number}`);
  for (let number = 1; number <= 4; number += 1) await open(`/produttori?pagina=${number}`);
  for (const slug of producers()) await open(`/produttori/${slug}`);
  for (const path of ["/", "/prodotti?q=alert", "/cassetta", "/nessuna-pagina"]) await open(path);
  await settle();
  expect(happened).toEqual([]);
});

/** The addresses of one producer in eight: their names, towns and stories are all of a kind. */
function producers(): readonly string[] {
  const sql = `SELECT slug FROM (SELECT slug, row_number() OVER (ORDER BY id) AS number
    FROM enterprise) WHERE number % 8 = 0`;
  return host.database.prepare(sql).pluck().all([]) as string[];
}

test("what is typed is given back as it was typed, and nothing else", async () => {
  for (const payload of XSS_PAYLOADS) {
    await open(`/prodotti?q=${encodeURIComponent(payload)}`);
    expect(await page.locator('[data-act="q"]').inputValue()).toBe(payload);
  }
  for (const payload of XSS_PAYLOADS.slice(0, 10)) {
    await open(`/prodotti/${encodeURIComponent(payload)}`);
  }
  await settle();
  expect(happened).toEqual([]);
});

test("a guest's own words come back in the order and in a form that was refused", async () => {
  for (const { orderToken } of places) {
    await open(`/o/${orderToken}`);
    expect(page.url()).toMatch(/\/ordini\/[0-9a-z]{26}$/);
  }
  await send("/cassetta", { offer: places[0]?.offerId ?? "", quantity: "2" });
  for (const payload of XSS_PAYLOADS) {
    const typed = { name: payload, street: payload, town: payload, note: payload, phone: payload };
    await send("/cassa", { ...typed, where: payload, email: payload, payment: payload });
    await look();
  }
  await settle();
  expect(happened).toEqual([]);
});

test("a basket of eighty such things can be read and paid for", async () => {
  for (const { offerId } of places) {
    await page.evaluate(async (offer) => {
      const body = new URLSearchParams({ offer, quantity: "2" });
      await fetch("/cassetta", { method: "POST", body, redirect: "manual" });
    }, offerId);
  }
  await open("/cassetta");
  expect(await page.locator('[data-act="quantity"]').count()).toBeGreaterThanOrEqual(80);
  await open("/cassa");
  await settle();
  expect(happened).toEqual([]);
});

/** Sends a form of our own page, as the page itself would. */
async function send(action: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const answered = page.waitForResponse((one) => one.request().method() === "POST");
  const sent = page.waitForEvent("load");
  await page.evaluate(
    ([to, values]) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = to;
      for (const [name, value] of Object.entries(values)) {
        const field = document.createElement("input");
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    },
    [action, fields] as const,
  );
  await sent;
  if ((await answered).status() >= 500) happened.push(`${action} is broken`);
}

test("who is signed in reads names of people, keys and weeks as texts", async () => {
  const place = { database: host.database, time: { now: NOW } };
  const person = addPerson(place, { name: "Anna", address: "anna@esempio.it" });
  giveRole(place, person.id, "officer");
  const [name = "", value = ""] = person.sent.headers?.["Cookie"]?.split("=") ?? [];
  await page
    .context()
    .addCookies([{ name, value, url: "https://localhost", secure: true, httpOnly: true }]);
  const insert = host.database.prepare(
    `INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name,
      added_at) VALUES (?1, ?2, ?1, ?1, 0, '[]', 'Telefono', 0)`,
  );
  insert.run(["0".repeat(26), person.id]);
  const rename = ["person_profile SET name", "passkey SET name", "session SET device"].map((what) =>
    host.database.prepare(`UPDATE ${what} = ?`),
  );
  for (const payload of XSS_PAYLOADS) {
    for (const one of rename) one.run([fitting(payload, 60)]);
    await open("/io/accesso");
    expect(page.url()).toBe(`${host.url}/io/accesso`);
    expect(await page.locator("main").innerText()).toContain(
      fitting(payload, 60).slice(0, 4).trim(),
    );
  }
  for (const path of ["/io", "/io/ordini", "/rete/cicli", "/io/passkey", "/"]) await open(path);
  const roles = `/rete/persone/${person.id}/ruoli?cerca=`;
  for (const text of XSS_PAYLOADS.slice(0, 20)) await open(roles + encodeURIComponent(text));
  const firm = String(host.database.prepare("SELECT id FROM enterprise").pluck().all([])[0]);
  const more = ["/rete/persone", "/io/permessi", `/io/permessi/${firm}`, "/io/perche"];
  for (const path of more) await open(path);
  await page.context().clearCookies();
  for (const payload of XSS_PAYLOADS.slice(60)) {
    await open(`/accedi?poi=${encodeURIComponent(payload)}`);
  }
  await settle();
  expect(happened).toEqual([]);
});

test("letters say the same words, and run nothing even where scripts may run", async () => {
  await host.tick();
  const letters = host.mailbox.messages();
  expect(letters.length).toBeGreaterThanOrEqual(XSS_PAYLOADS.length);
  for (const { html } of letters) {
    await page.goto("about:blank");
    await page.setContent(html);
  }
  await settle();
  expect(happened).toEqual([]);
});

test("no browser had a violation to report", () => {
  const log = join(folder, "security.log");
  const lines = existsSync(log) ? readFileSync(log, "utf8") : "";
  expect(lines).not.toContain("policy-report");
  expect(opened).toBeGreaterThan(300);
});
