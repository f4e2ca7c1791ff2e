import { request } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { protection } from "#market/edge/headers.ts";
import { type Host, startHost } from "./market-host.ts";

let folder: string;
let host: Host;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "filiera-files-"));
  host = await startHost({ data: folder });
}, 60_000);
afterAll(async () => {
  await host?.close();
  rmSync(folder, { recursive: true });
});

test("a file says the same of itself here as at Cloudflare, but for https", async () => {
  const told = readFileSync(join(folder, "build", "public", "_headers"), "utf8");
  for (const [name, value] of protection("file", true)) {
    expect(told).toContain(`\n  ${name}: ${value}\n`);
  }
  const page = await (await fetch(host.url)).text();
  const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? "";
  for (const path of [sheet, "/icon.svg", "/api/openapi.json"]) {
    const answer = await fetch(host.url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    for (const [name, value] of protection("file", false)) {
      expect([path, name, answer.headers.get(name)]).toEqual([path, name, value]);
    }
    expect(answer.headers.has("Strict-Transport-Security")).toBe(false);
    const tag = { "If-None-Match": answer.headers.get("ETag") ?? "" };
    expect((await fetch(host.url + path, { headers: tag })).status).toBeLessThan(400);
  }
});

test("what is no file of the build is not served, and there is no way up", async () => {
  for (const path of ["/_headers", "/assets/", "/assets", "/%2e%2e/secret.key", "/.git/config"]) {
    expect([path, (await fetch(host.url + path)).status]).toEqual([path, 404]);
  }
});

test("TRACE is no method here", async () => {
  const asked = request(host.url.replace("localhost", "127.0.0.1"), { method: "TRACE" });
  const status = await new Promise<number>((resolve, reject) => {
    asked.on("response", (answer) => resolve(answer.resume().statusCode ?? 0));
    asked.on("error", reject);
    asked.end();
  });
  expect(status).toBeGreaterThanOrEqual(400);
});
