import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ListedPage, pageList, type ReaderKind } from "./page-list.ts";
import { weigh, type Weight } from "./page-weight.ts";
import { openPageWorld, type PageWorld } from "./page-world.ts";

const KB = 1024;
/** What a page may weigh at most; scripts are aimed at 20 KB. */
const BARS = { script: 35 * KB, style: 12 * KB, total: 150 * KB } as const;
/** Google's own bar of a good page is 0.1. */
const MOST_SHIFT = 0.02;
/** Milliseconds; longer than any browser holds back words for a font that is still on its way. */
const LATE_FONT = 250;

let world: PageWorld;
const contexts = new Map<ReaderKind, BrowserContext>();
const measured: { name: string; weight: Weight; shift: number }[] = [];
const elsewhere: string[] = [];
const wrong: string[] = [];
beforeAll(async () => {
  world = await openPageWorld();
});
afterAll(async () => {
  const heaviest = measured.toSorted((a, b) => b.weight.total - a.weight.total).slice(0, 5);
  const kb = (bytes: number) => (bytes / KB).toFixed(1);
  for (const { name, weight, shift } of heaviest) {
    const { script, style, total } = weight;
    const said = `script ${kb(script)}, style ${kb(style)}, in all ${kb(total)} KB`;
    console.log(`${name}: ${said}, moves ${shift.toFixed(3)}`);
  }
  await world?.close();
});

async function pageOf(reader: ReaderKind): Promise<Page> {
  const context = contexts.get(reader) ?? (await watched(reader));
  return context.pages()[0] ?? context.newPage();
}

/** A browser that adds up how far things move by themselves, and notes who else is asked. */
async function watched(reader: ReaderKind): Promise<BrowserContext> {
  const context = await world.contextOf(reader, {
    viewport: { width: 360, height: 780 },
    // The worker of the offline page asks for every page again: offline.test.ts looks after it.
    serviceWorkers: "block",
  });
  contexts.set(reader, context);
  // Fonts come late, as they do on a telephone: what would move then, moves here too.
  await context.route(/\.woff2$/, async (route) => {
    await new Promise((done) => setTimeout(done, LATE_FONT));
    await route.continue();
  });
  await context.addInitScript(() => {
    Reflect.set(globalThis, "moved", 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Record<string, unknown>)[]) {
        if (entry["hadRecentInput"] === true) continue;
        const moved = Number(Reflect.get(globalThis, "moved")) + Number(entry["value"]);
        Reflect.set(globalThis, "moved", moved);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  context.on("request", (asked) => {
    const url = asked.url();
    if (!url.startsWith(world.url) && !/^(?:data|about|blob):/.test(url)) elsewhere.push(url);
  });
  context.on("response", (answer) => {
    const isPage = answer.request().resourceType() === "document";
    if (!isPage && answer.status() >= 400) wrong.push(`${answer.status()} ${answer.url()}`);
  });
  context.on("weberror", (error) => wrong.push(String(error.error())));
  context.on("console", (line) => {
    const isOfPage = line.text().includes("Failed to load resource");
    if (line.type() === "error" && !isOfPage) wrong.push(`${line.page()?.url()}: ${line.text()}`);
  });
  return context;
}

async function measure({ name, reader, at, status = 200 }: ListedPage) {
  const page = await pageOf(reader);
  const answer = await page.goto(world.url + at(world));
  expect([name, answer?.status()]).toEqual([name, status]);
  await page.evaluate(async () => {
    await document.fonts.ready;
    window.scrollTo(0, document.body.scrollHeight);
  });
  // Whatever lives, lives; what moved while it woke has moved.
  const asleep = 'f-island:not([data-alive]):not([data-when="visible"])';
  await page.waitForFunction((asked) => document.querySelector(asked) === null, asleep);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((tell) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => tell(Number(Reflect.get(globalThis, "moved")))),
        );
      }),
  );
  const weight = await weigh(page, (await answer?.text()) ?? "");
  measured.push({ name, weight, shift });
  return { weight, shift };
}

test.each(pageList)("$name is light, stands still and asks nobody else", async (listed) => {
  const { weight, shift } = await measure(listed);
  const over = Object.entries(BARS).filter(([what, most]) => weight[what as keyof Weight] > most);
  expect(over.map(([what]) => [what, weight])).toEqual([]);
  expect(weight.style).toBeGreaterThan(0);
  expect(shift).toBeLessThanOrEqual(MOST_SHIFT);
  expect(elsewhere.splice(0)).toEqual([]);
  expect(wrong.splice(0)).toEqual([]);
});
