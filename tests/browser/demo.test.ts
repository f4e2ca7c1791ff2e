import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareDemo } from "#host/demo/first-start.ts";
import { type Host, startHost } from "#host/market-host.ts";
import { demoCast, demoFounder } from "#schema/demo/people.ts";
import { openBrowser, STILL } from "./chromium.ts";

const data = mkdtempSync(join(tmpdir(), "filiera-people-"));
let browser: Browser;
beforeAll(async () => {
  await prepareDemo({ data, reset: false, hasPast: false, say: () => undefined });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(data, { recursive: true });
});

async function said(page: Page): Promise<string> {
  return (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
}

describe("in a demo", () => {
  let host: Host;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    host = await startHost({ data, demo: true });
    page = await browser.newPage(STILL);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (line) => {
      if (line.text().includes("Content Security Policy")) complaints.push(line.text());
    });
  });
  afterAll(() => host.close());

  async function enterAs(name: string): Promise<void> {
    await page.goto(`${host.url}/prova`);
    await page.getByRole("button", { name: `Entra come ${name}` }).click();
    await page.waitForURL(/\/io$/);
    expect(await said(page)).toContain(name);
  }

  test("every page says that it is a demo, and leads to its people", async () => {
    for (const path of ["/", "/prodotti", "/accedi", "/no-such-page"]) {
      await page.goto(host.url + path);
      expect(await page.locator(".demo-band").innerText(), path).toContain("Rete di prova");
    }
    await page.locator('[data-act="demo-people"]').click();
    expect(await page.locator('[data-act="demo-enter"]').count()).toBe(demoCast.length);
    expect(await said(page)).toContain("Persone di prova");
  });

  test("an officer closes the cycle that closes soon, and their passkey signs it", async () => {
    await enterAs(demoFounder.name);
    await page.goto(`${host.url}/rete/cicli`);
    const closing = page.locator("li").filter({ has: page.locator('[data-act="close-cycle"]') });
    const before = await closing.count();
    // The weeks stand newest first.
    await closing.last().locator('[data-act="close-cycle"]').click();
    await closing.last().locator('[data-act="close-cycle-go"]').click();
    await page.locator('[data-act="sign"]').click();
    await page.waitForURL(/\/rete\/cicli\?chiuso=/);
    expect(await page.getByRole("status").innerText()).toContain("chius");
    expect(await closing.count()).toBe(before - 1);
  });

  test("a producer sees what a producer is, and closes nothing", async () => {
    await enterAs("Ida Lavarini");
    expect(await said(page)).toContain("Ida Lavarini, socio e azienda");
    await page.goto(`${host.url}/rete/cicli`);
    expect(await page.locator('[data-act="close-cycle"]').count()).toBe(0);
  });

  test("a household's member area is filled", async () => {
    await enterAs("Davide Perlati");
    expect(await said(page)).toContain("è da ritirare: Santa Toscana, oggi");
    await page.locator('[data-act="area-wallet"]').click();
    await page.waitForURL(/\/io\/conto$/);
    expect(await page.locator(".movements tbody tr").count()).toBeGreaterThan(4);
    await page.locator('[data-act="area-orders"]').click();
    await page.waitForURL(/\/io\/ordini$/);
    expect(await page.locator('[data-act="own-order"]').count()).toBeGreaterThan(2);
  });

  test("whoever is asked for any passkey picks a person first", async () => {
    await page.goto(`${host.url}/accedi`);
    await page.locator('[data-act="sign-in-passkey"]').click();
    await page.waitForURL(/\/prova$/);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Persone di prova");
  });

  test("a new passkey is made without a device, and opens the same door", async () => {
    await enterAs("Nina Zago");
    await page.locator('[data-act="area-access"]').click();
    await page.locator('[data-act="add-passkey"]').click();
    await page.locator('[data-act="make-passkey"]').click();
    await page.locator('[data-act="sign"]').click();
    await page.waitForURL(/\/io\/accesso\?nuova=1/);
    await page.goto(`${host.url}/prova`);
    expect(await said(page)).toContain("Passkey fatte qui");
    await page.locator('[data-act="demo-enter"]').last().click();
    await page.waitForURL(/\/io$/);
    expect(await said(page)).toContain("Nina Zago");
  });

  test("no page broke its policy, and a page of elsewhere presses no button", async () => {
    expect(complaints).toEqual([]);
    const [first = ""] = /\/prova\/entra\/[^"]+/.exec(await textAt(host, "/prova")) ?? [];
    const headers = { Origin: "http://evil.example" };
    const pressed = await fetch(host.url + first, { method: "POST", headers });
    expect([pressed.status, pressed.headers.getSetCookie()]).toEqual([403, []]);
  });
});

async function textAt(host: Host, path: string): Promise<string> {
  return (await fetch(host.url + path)).text();
}

describe("outside of a demo", () => {
  test("the same folder, started without, has no desk, no script, no mark", async () => {
    const host = await startHost({ data });
    try {
      expect(host.deskUrl).toBeNull();
      for (const path of ["/prova", "/prova/", "/prova/passkeys.js", "/prova/band.css"]) {
        expect((await fetch(host.url + path)).status, path).toBe(404);
      }
      const firma = await fetch(`${host.url}/prova/firma`, {
        method: "POST",
        headers: { Origin: host.url, "Content-Type": "application/json" },
        body: "{}",
      });
      expect([404, 405]).toContain(firma.status);
      for (const path of ["/", "/accedi"]) {
        expect(await textAt(host, path), path).not.toMatch(/\/prova|di prova: è tutto/);
      }
    } finally {
      await host.close();
    }
  });

  test("a network that is not the demo's has no desk, whatever keys lie beside it", async () => {
    const host = await startHost({ demo: true });
    expect(host.deskUrl).toBeNull();
    expect((await fetch(`${host.url}/prova`)).status).toBe(404);
    await host.close();
  });

  test("the bundles that are deployed hold none of it", () => {
    const canaries = [
      "/prova/firma",
      "Persone di prova",
      "demo-band",
      demoFounder.name,
      "demo-pass",
    ];
    for (const worker of ["market", "planner"]) {
      const bundle = readFileSync(join(data, "build", worker, "index.js"), "utf8");
      for (const canary of canaries) expect(bundle.includes(canary), canary).toBe(false);
    }
    // The words are the right ones: the host's own Worker has two of them.
    const front = readFileSync(join(data, "build", "demo-front", "index.js"), "utf8");
    expect(front).toContain("demo-band");
  });
});
