import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Chance } from "#domain/delivery/solver/chance.ts";
import { anyRichProblem } from "#tests/rich-rounds.ts";
import { bike, crateFrom, crateTo, type Point, problemOf } from "#tests/rounds.ts";
import { openBrowser } from "./chromium.ts";
import { type PlanTask, planAll } from "./plan-anywhere.ts";

const coreBytes = readFileSync(new URL(import.meta.resolve("#domain/delivery/solver/core.wasm")));

/** A town that the compiled core plans, and problems with all that TypeScript keeps to itself. */
const tasks: readonly PlanTask[] = [
  { problem: town(), seed: 7, rounds: 400 },
  ...[11, 12, 13, 14, 15, 16].map((seed) => ({ problem: anyRichProblem(seed), seed, rounds: 150 })),
];

/** A Worker that plans what it is sent, with the core that the platform has compiled for it. */
const workerSource = `
  import core from "./core.wasm";
  import { planAll } from "./plan-anywhere.ts";
  export default { fetch: async (request) => new Response(planAll(await request.json(), core)) };
`;

/** A Web Worker, as on the laptop of who coordinates: the page itself stays free. */
const pageSource = `
  import { planAll } from "./plan-anywhere.ts";
  addEventListener("message", ({ data }) => postMessage(planAll(data.tasks, data.core)));
`;

let inNode: string;
beforeAll(() => {
  inNode = planAll(tasks, new WebAssembly.Module(coreBytes));
});

test("a plan is the same in Node and in workerd", async () => {
  const [script = ""] = await bundled(workerSource);
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      compatibilityDate: "2026-10-01",
      modulesRoot: "/",
      modules: [
        { type: "ESModule", path: "/index.js", contents: script },
        { type: "CompiledWasm", path: "/core.wasm", contents: coreBytes },
      ],
    }),
  );
  try {
    const body = JSON.stringify(tasks);
    const answer = await miniflare.dispatchFetch("http://planner/", { method: "POST", body });
    expect(await answer.text()).toBe(inNode);
  } finally {
    await miniflare.dispose();
  }
});

let site: Server;
beforeAll(async () => {
  const [script = ""] = await bundled(pageSource);
  site = createServer((request, response) => {
    const isScript = request.url === "/planning.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : "<!doctype html><title>plan</title>");
  });
  await new Promise<void>((resolve) => void site.listen(0, "127.0.0.1", resolve));
});
afterAll(() => site?.close());

test("a plan is the same in Node and in a browser", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const inBrowser = await page.evaluate(planInWorker, { tasks, bytes: [...coreBytes] });
    expect(inBrowser).toBe(inNode);
  } finally {
    await browser.close();
  }
});

/** Runs in the page: compiles the core there and hands it to a Web Worker. */
async function planInWorker(order: { tasks: readonly PlanTask[]; bytes: number[] }) {
  const core = await WebAssembly.compile(new Uint8Array(order.bytes));
  const worker = new Worker("/planning.js");
  return new Promise<string>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<string>) => resolve(data));
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.postMessage({ tasks: order.tasks, core }, { transfer: [] });
  });
}

async function bundled(source: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2024",
    external: ["./core.wasm"],
    logLevel: "warning",
  });
  return outputFiles.map(({ text }) => text);
}

function town() {
  const chance = new Chance(1);
  const points = Array.from({ length: 141 }, (): Point => [chance.below(90), chance.below(90)]);
  const errands = points.slice(1).map((_, index) => {
    const from = chance.below(500);
    const more = { windows: chance.once(2) ? [{ from, to: from + 150 }] : [] };
    const place = index + 1;
    return chance.once(4) ? crateFrom(1 + chance.below(9), place, more) : crateTo(place, more);
  });
  const bikes = Array.from({ length: 20 }, (_, index) => bike(index + 1, { capacity: [9] }));
  return problemOf(points, bikes, errands);
}
