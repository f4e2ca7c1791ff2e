import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startHost, type Host } from "./market-host.ts";
import { openSecurityLog } from "./security-log.ts";

// Many requests: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let host: Host;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "filiera-log-"));
  host = await startHost({ data: folder, clientAddressHeader: "X-Forwarded-For" });
}, 60_000);
afterAll(async () => {
  await host?.close();
  rmSync(folder, { recursive: true });
});

const read = (name = "security.log") => readFileSync(join(folder, name), "utf8");

test("a flood from one address is refused, health and others are answered", async () => {
  const ask = (path: string, address: string) =>
    fetch(host.url + path, { headers: { "X-Forwarded-For": `203.0.113.9, ${address}` } });
  const statuses = new Map<number, number>();
  let wait: string | null = null;
  for (let wave = 0; wave < 400 && !statuses.has(429); wave += 1) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask("/api/v1/nowhere", "198.51.100.1")),
    );
    for (const answer of answers) {
      await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      wait ??= answer.headers.get("Retry-After");
    }
  }
  expect(statuses.get(429)).toBeGreaterThan(0);
  expect(statuses.get(404)).toBeGreaterThanOrEqual(600);
  expect(statuses.size).toBe(2);
  expect(wait).toBe("10");
  const start = performance.now();
  expect((await ask("/health", "198.51.100.1")).status).toBe(200);
  expect(performance.now() - start).toBeLessThan(200);
  expect((await ask("/prodotti", "198.51.100.2")).status).toBe(200);
  expect(read()).toContain('"event":"rate-limited","rate":"reads"');
  expect(read()).toContain('"address":"198.51.100.1"');
});

test("the log is for its operator's eyes, and a new file begins at ten megabytes", () => {
  expect(statSync(join(folder, "security.log")).mode & 0o077).toBe(0);
  const write = openSecurityLog(folder);
  const line = "x".repeat(1_000_000);
  for (let written = 0; written < 12; written += 1) write(line);
  expect(read("security.log.1").length).toBeGreaterThan(10_000_000);
  expect(read().length).toBeLessThan(3_000_000);
});
