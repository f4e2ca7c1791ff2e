import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { render } from "preact-render-to-string";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { type Found, searchBySeeds } from "#domain/delivery/solver/seeds.ts";
import { PlanHere } from "#frontend/islands/plan-here.tsx";
import { textsFor } from "#frontend/texts/texts.ts";
import type { PlanOrder, PlanTold } from "#frontend/threads/plan-round.ts";
import { bundleIslands } from "#host/build-scripts.ts";
import { bundleThreads } from "#host/build-threads.ts";
import { root } from "#host/places.ts";
import { solverCore } from "#tests/planned-week.ts";
import { addPlannedRound } from "#tests/plans.ts";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";
import { openBrowser } from "./chromium.ts";

// The real files of the build, from the market's own origin, under its own policies.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let market: RunningMarket;
let browser: Browser;
beforeAll(async () => {
  market = await openRunningMarket();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await market?.close();
});

interface Files {
  readonly thread: string;
  readonly core: string;
}

/** Files go by their content: what is built here has the addresses that the market serves. */
async function plannerFiles(): Promise<Files> {
  const folder = mkdtempSync(join(tmpdir(), "filiera-threads-"));
  try {
    const { threads, core } = await bundleThreads(root, folder);
    return { thread: threads["plan-round"] ?? "", core };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function startScript(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "filiera-islands-"));
  try {
    return (await bundleIslands(root, folder)).start;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs in a page of the market. */
async function planInPage({ files, task }: { files: Files; task: PlanOrder["task"] }) {
  const core = await (await fetch(files.core)).arrayBuffer();
  const thread = new Worker(files.thread, { type: "module" });
  const heard: PlanTold[] = [];
  return new Promise<PlanTold[]>((resolve) => {
    thread.addEventListener("message", ({ data }: MessageEvent<PlanTold>) => {
      heard.push(data);
      if (data.kind !== "progress") resolve(heard);
    });
    thread.addEventListener("error", ({ message }) => {
      resolve([...heard, { kind: "failed", words: message }]);
    });
    thread.postMessage({ task, core }, { transfer: [] });
  });
}

test("a browser plans what the planner would, and the server saves it once checked", async () => {
  const { cycleId } = openShop(market, [{ name: "uova" }]);
  const plan = addPlannedRound(market, cycleId, { isIdle: true });
  const address = `/api/v1/plans/${plan}`;
  const sent = { token: market.officer };
  const { body: task } = await market.call<PlanOrder["task"]>("GET", `${address}/problem`, sent);

  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (line) => void (line.type() === "error" && complaints.push(line.text())));
  await page.goto(`${market.url}/`);
  const heard = await page.evaluate(planInPage, { files: await plannerFiles(), task });
  await page.close();
  expect(complaints).toEqual([]);

  const told = heard.at(-1);
  const found = told?.kind === "found" ? told.found : told;
  expect(found).toEqual(planned(task));
  expect(heard.length).toBeGreaterThan(10);
  const { plan: rounds, seed, rounds: many } = found as Found;
  const body = { plan: rounds, search: { seed, rounds: many } };
  const saved = await market.call("POST", `${address}/versions`, { ...sent, body });
  expect([saved.status, saved.body]).toMatchObject([201, { version: 2, unserved: 0 }]);
});

/** Puts an island into a page of the market, as the server would have written it, and wakes it. */
function wakeIn({ html, start }: { html: string; start: string }) {
  document.querySelector("main")?.insertAdjacentHTML("beforeend", html);
  // The page may have run it already, when the island was not there yet.
  const script = { type: "module", src: `${start}?again` };
  document.head.append(Object.assign(document.createElement("script"), script));
}

test("who looks after the rounds plans them with one button, and the plan is saved", async () => {
  const { cycleId, hubId } = openShop(market, [{ name: "uova" }]);
  const plan = addPlannedRound(market, cycleId, { isIdle: true });
  const person = addPerson(market, { name: "Irene", address: "irene@esempio.it" });
  giveRole(market, person.id, "hub", hubId);
  const [name = "", value = ""] = String(person.sent.headers?.["Cookie"]).split("=");
  const place = { planId: plan, ...(await plannerFiles()), key: "once", href: "/produttori" };
  const island = (
    <PlanHere id="plan" when="load" props={{ ...place, say: textsFor("it").planning.here }} />
  );

  const context = await browser.newContext();
  const { url } = market.host;
  await context.addCookies([{ name, value, domain: "localhost", path: "/", secure: true }]);
  const page = await context.newPage();
  await page.goto(`${url}/`);
  await page.evaluate(wakeIn, { html: render(island), start: await startScript() });
  await page.getByRole("button", { name: "Pianifica su questo computer" }).click();
  await page.waitForURL(`${url}/produttori`);
  await context.close();
  const [[source, unserved] = []] = market.database
    .prepare("SELECT source, unserved FROM plan_version WHERE problem_id = ? AND number = 2")
    .raw()
    .all([plan]) as unknown[][];
  expect([source, unserved]).toEqual(["browser", 0]);
});

function planned({ problem, from }: PlanOrder["task"]): Found | undefined {
  const read = readProblem(problem);
  if (!read.ok) throw new Error(read.refusal.field);
  const start = { core: solverCore(), from, known: null };
  return [...searchBySeeds(read.value, start)].flatMap((step) => step.found ?? []).at(-1);
}
