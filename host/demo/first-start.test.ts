import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FolderRefusal, lockFolder } from "#host/folder-lock.ts";
import { type Host, startHost } from "#host/market-host.ts";
import { demoCast } from "#schema/demo/people.ts";
import { prepareDemo } from "./first-start.ts";
import { keptKeys } from "./kept-keys.ts";
import type { DemoToken } from "./tokens.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const data = mkdtempSync(join(tmpdir(), "filiera-demo-"));
const steps: string[] = [];
const asked = { data, reset: false, say: (step: string) => steps.push(step) };
let host: Host;
let file: string | null;

beforeAll(async () => {
  // What a loading that was cut off leaves behind.
  mkdirSync(join(data, "demo"));
  writeFileSync(join(data, "demo", "network.db"), "half a demo");
  const began = performance.now();
  file = await prepareDemo(asked);
  const loaded = performance.now();
  host = await startHost({ data });
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const [load, start] = [seconds(loaded - began), seconds(performance.now() - loaded)];
  process.stdout.write(`first start: the demo ${load}, the host ${start}\n`);
});
afterAll(async () => {
  await host.close();
  rmSync(data, { recursive: true });
});

test("the first start fills the shop, on real time, and leaves nothing to set up", async () => {
  expect(steps).toHaveLength(4);
  expect(host.setupToken).toBeNull();
  const answer = await fetch(`${host.url}/api/v1/cycles/current/offers?limit=200`);
  const { items } = (await answer.json()) as { readonly items: readonly unknown[] };
  expect(items).toHaveLength(36);
  const health = (await (await fetch(`${host.url}/health`)).json()) as Record<string, unknown>;
  expect(health).toMatchObject({ status: "ok", outboxDead: 0 });
  expect(host.mailbox.messages().length).toBeGreaterThan(60);
});

test("the tokens of the roles lie in a file for its owner's eyes only, and they work", async () => {
  expect(file).toBe(join(data, "demo-tokens.json"));
  expect(statSync(file ?? "").mode & 0o777).toBe(0o600);
  const tokens = JSON.parse(readFileSync(file ?? "", "utf8")) as DemoToken[];
  const treasurer = tokens.find(({ role }) => role === "treasurer");
  const headers = { Authorization: `Bearer ${treasurer?.token}` };
  const answer = await fetch(`${host.url}/api/v1/ledger/trial-balance`, { headers });
  expect(answer.status).toBe(200);
  await answer.body?.cancel();
});

test("the passkeys of the people lie beside them, and do not count their signatures", () => {
  const kept = join(data, "demo-passkeys.json");
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  const keys = keptKeys(data);
  expect(keys.map(({ code }) => code)).toEqual(demoCast.map(({ code }) => code));
  expect(keys.every(({ passkey }) => passkey.counter === 0)).toBe(true);
});

test("a folder in use is refused; one with a network keeps it", async () => {
  await expect(prepareDemo(asked)).rejects.toThrow(FolderRefusal);
  await host.close();
  const before = statSync(join(data, "network.db")).mtimeMs;
  expect(await prepareDemo(asked)).toBeNull();
  expect(statSync(join(data, "network.db")).mtimeMs).toBe(before);
  lockFolder(data).release();
});
