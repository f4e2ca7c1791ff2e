import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { render } from "preact-render-to-string";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { islands } from "#frontend/islands/registry.ts";
import { bundleIslands } from "#host/build-scripts.ts";
import { root } from "#host/places.ts";
import { PAGE_POLICY } from "#market/edge/headers.ts";
import { heavyIslands } from "#tests/island-props.ts";
import { openBrowser } from "./chromium.ts";
import { samples } from "./island-samples.tsx";

/** Preact's own complaints are on: a markup that is not what the island draws is one. */
const assets = mkdtempSync(join(tmpdir(), "filiera-islands-"));
let server: Server;
let browser: Browser;
let url = "";
beforeAll(async () => {
  const { start } = await bundleIslands(
    root,
    assets,
    join(import.meta.dirname, "listening-start.ts"),
  );
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("Content-Security-Policy", PAGE_POLICY);
    if (pathname.endsWith(".js")) {
      response.setHeader("Content-Type", "text/javascript");
      // Of the service worker nothing is wanted here.
      const file = join(assets, basename(pathname));
      response.end(pathname === "/sw.js" ? "" : readFileSync(file));
      return;
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(pageOf(pathname.slice(1), start));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(assets, { recursive: true });
});

function pageOf(name: string, start: string): string {
  const sample = samples[name];
  const drawn = sample === undefined ? "" : render(sample());
  const script = `<script type="module" src="${start}"></script>`;
  const head = `<meta charset="utf-8"><title>${name}</title>${script}`;
  const body = `<body><main>${drawn}</main></body>`;
  return `<!doctype html><html lang="it"><head>${head}</head>${body}</html>`;
}

describe("every island lives in what the server wrote", () => {
  test("each has a sample here, and light props in it", () => {
    expect(Object.keys(samples).toSorted()).toEqual(Object.keys(islands).toSorted());
    for (const sample of Object.values(samples)) expect(heavyIslands(render(sample()))).toEqual([]);
  });

  test.each(Object.keys(islands))("%s hydrates without a complaint", async (name) => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (line) => {
      const isNoise = line.text().includes("favicon");
      if (["error", "warning"].includes(line.type()) && !isNoise) complaints.push(line.text());
    });
    await page.goto(`${url}/${name}`);
    const before = render(samples[name]?.() ?? <p />).length;
    expect(before).toBeGreaterThan(100);
    await page.locator("f-island[data-alive]").waitFor({ state: "attached", timeout: 5000 });
    // Whatever it does once it lives has begun by then.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 100)));
    expect(complaints).toEqual([]);
    expect(await page.locator("f-island script").count()).toBe(0);
    await page.close();
  });
});

test("a page whose markup is another one than its island's is noticed", async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (line) => complaints.push(line.text()));
  await page.route("**/copy-link", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll('<div class="field">', '<p class="field">');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(`${url}/copy-link`);
  await page.locator("f-island[data-alive]").waitFor({ state: "attached", timeout: 5000 });
  expect(complaints.join("\n")).toMatch(/Expected a DOM node of type "div" but found "p"/);
  await page.close();
});
