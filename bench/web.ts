import sparticuz from "@sparticuz/chromium";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { findPort } from "#host/ports-in-use.ts";
import { openProxy } from "./brotli-proxy.ts";
import { addProducts, openCycle, openHub } from "./filled-shop.ts";
import { startLoadedHost } from "./load.ts";
import { type Measured, median, type Report } from "./report.ts";

const PRODUCTS = 1000;
const ROUNDS = 3;
const READS = 25;
/** The most of each, in milliseconds (DESIGN section 8). */
const BARS = { paint: 1500, blocked: 100, moved: 0.02, rendered: 60 } as const;

/**
 * What a reader waits for at the first visit, in a shop of a thousand products: Lighthouse's phone
 * (slow 4G, applied, and a processor four times slower) before a proxy that compresses as an edge
 * does, and how long local workerd takes to write the first page of the shelf. Medians.
 */
export async function run(): Promise<Report> {
  const loaded = await startLoadedHost();
  const base = loaded.host.url.replace("localhost", "127.0.0.1");
  const proxy = await openProxy(base);
  try {
    const shop = openHub(loaded.host.database);
    addProducts(loaded.host.database, shop, PRODUCTS);
    openCycle(loaded.host.database, shop);
    const rendered = await timeOf(`${base}/prodotti`);
    const measured = await visit(proxy.url, ["/", "/prodotti", await productPath(base)]);
    const worst = (what: string) => Math.max(...measured.map((one) => Number(one[what])));
    return {
      name: "web",
      measured: [...measured, { page: "/prodotti, written", "p50 ms": rendered }],
      bars: [
        { what: "largest paint, ms", value: worst("LCP ms"), atMost: BARS.paint },
        { what: "blocked, ms", value: worst("TBT ms"), atMost: BARS.blocked },
        { what: "moved", value: worst("CLS"), atMost: BARS.moved },
        { what: "first page of 1,000 products, ms", value: rendered, atMost: BARS.rendered },
      ],
    };
  } finally {
    proxy.close();
    await loaded.close();
  }
}

async function productPath(base: string): Promise<string> {
  const html = await (await fetch(`${base}/prodotti`)).text();
  return /href="(\/prodotti\/[^"?]+)"/.exec(html)?.[1] ?? "/prodotti";
}

/** How long a page takes from being asked for to its last byte, in milliseconds. */
async function timeOf(url: string): Promise<number> {
  const times: number[] = [];
  for (let read = 0; read < READS; read += 1) {
    const from = performance.now();
    await (await fetch(url)).text();
    times.push(performance.now() - from);
  }
  return Math.round(median(times) * 10) / 10;
}

async function visit(base: string, paths: readonly string[]): Promise<readonly Measured[]> {
  const port = await findPort(0);
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await sparticuz.executablePath());
  const args = ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const measured: Measured[] = [];
    for (const path of paths) measured.push(await measure(base, path, port));
    return measured;
  } finally {
    await browser.close();
  }
}

async function measure(base: string, path: string, port: number): Promise<Measured> {
  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await look(base + path, port));
  const of = (audit: string) => median(rounds.map((one) => one[audit] ?? Number.NaN));
  return {
    page: path.replace(/^\/prodotti\/.*/, "a product"),
    "LCP ms": Math.round(of("largest-contentful-paint")),
    "TBT ms": Math.round(of("total-blocking-time")),
    CLS: Math.round(of("cumulative-layout-shift") * 10_000) / 10_000,
  };
}

/** One visit with an empty cache. @throws when Lighthouse could not measure it. */
async function look(url: string, port: number): Promise<Record<string, number>> {
  const flags = {
    port,
    logLevel: "error" as const,
    onlyCategories: ["performance"],
    // The line is really slowed. A simulation takes for needed whatever a fast line brought before
    // the paint: here each optional font and script.
    throttlingMethod: "devtools" as const,
  };
  const found = await lighthouse(url, flags);
  if (found === undefined) throw new Error(`${url} was not measured`);
  const { audits, runtimeError } = found.lhr;
  if (runtimeError !== undefined) throw new Error(runtimeError.message);
  const values = Object.entries(audits).map(([name, one]) => [name, one.numericValue ?? NaN]);
  return Object.fromEntries(values) as Record<string, number>;
}
