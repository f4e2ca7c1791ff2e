import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { type Host, type Neighbour, startHost } from "./market-host.ts";
import { runtimesOfThisProcess } from "./stray-runtime.ts";

// Whole processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const base = mkdtempSync(join(tmpdir(), "filiera-host-"));
afterAll(() => rmSync(base, { recursive: true }));

async function health(host: Host): Promise<Record<string, unknown>> {
  const answer = await fetch(`${host.url}/health`);
  return (await answer.json()) as Record<string, unknown>;
}

test("a private host answers, runs the jobs of its own time, and leaves nothing", async () => {
  const start = Date.UTC(2026, 10, 20, 17);
  const host = await startHost({ clockAt: start });
  expect(await health(host)).toMatchObject({ status: "ok", cronAge: 0 });
  expect(host.setupToken).toMatch(/^[0-9a-f]{40}$/);

  host.clock.advance(3 * 3_600_000);
  expect(await health(host)).toMatchObject({ cronAge: 3 * 3_600_000 });
  await host.tick();
  expect(await health(host)).toMatchObject({ cronAge: 0 });
  expect(() => host.clock.set(start)).toThrow("time cannot go");

  await Promise.all([host.close(), host.close()]);
  await expect(fetch(`${host.url}/health`)).rejects.toThrow("fetch failed");
  expect(runtimesOfThisProcess()).toEqual([]);
});

test("a host finds its data again, and its secret key is for its owner's eyes", async () => {
  const data = join(base, "rete");
  const first = await startHost({ data });
  first.database.exec(
    "INSERT INTO network (id, name, currency, created_at) VALUES (1, 'Veronetta', 'EUR', 1)",
  );
  expect(() => first.clock.advance(1)).toThrow("real time");
  await expect(startHost({ data })).rejects.toThrow("is already using the folder");
  await first.close();
  expect(statSync(join(data, "secret.key")).mode & 0o777).toBe(0o600);

  const second = await startHost({ data });
  expect(second.setupToken).toBeNull();
  expect(second.database.prepare("SELECT name FROM network").pluck().all([])).toEqual([
    "Veronetta",
  ]);
  await second.close();

  const third = await startHost({ data, reset: true });
  expect(third.setupToken).not.toBeNull();
  await third.close();
});

test("who keeps the machine lets its only officer back in, by asking for a token", async () => {
  const data = join(base, "rientro");
  const first = await startHost({ data });
  const set = await askedWithToken(first, "PUT", "/network", { name: "Veronetta" });
  expect(set.status).toBe(201);
  await first.close();

  const second = await startHost({ data, recovery: true });
  expect(second.setupToken).toMatch(/^[0-9a-f]{40}$/);
  const again = await askedWithToken(second, "PUT", "/network", { name: "Altra" });
  expect(again.status).toBe(409);
  const back = await askedWithToken(second, "POST", "/recoveries", { officer: null });
  expect(back.status).toBe(201);
  expect(await back.json()).toMatchObject({
    invitation: expect.stringMatching(/^[0-9a-z]{20,}$/) as string,
  });
  await second.close();
});

function askedWithToken(host: Host, method: string, path: string, body: object): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${host.setupToken ?? ""}`,
    "Idempotency-Key": `${method}${path}`,
    "Content-Type": "application/json",
  };
  return fetch(`${host.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
}

test("something may be put between the Workers and each neighbour", async () => {
  const asked: [Neighbour, string][] = [];
  const host = await startHost({
    between: (neighbour, url) => {
      asked.push([neighbour, url]);
      return Promise.resolve(url);
    },
  });
  expect(asked).toEqual([
    ["database", host.databaseUrl],
    ["payments", host.payments.url],
    ["mail", host.mailbox.url],
  ]);
  await host.close();
});

test("a request under way is answered before the host ends", async () => {
  let delayMs = 0;
  const proxy = createServer((request, response) => {
    void slowly(() => delayMs, proxied, request, response);
  });
  let proxied = "";
  const host = await startHost({
    between: async (neighbour, url) => {
      if (neighbour !== "database") return url;
      proxied = url;
      await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
      return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    },
  });
  delayMs = 400;
  const underWay = health(host);
  await pause(150);
  const closed = host.close();
  expect(await underWay).toMatchObject({ status: "ok" });
  await closed;
  proxy.closeAllConnections();
  proxy.close();
});

async function slowly(
  delayMs: () => number,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  await pause(delayMs());
  const answer = await fetch(url + (request.url ?? ""), {
    method: "POST",
    headers: { authorization: request.headers.authorization ?? "" },
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.status, { "content-type": "application/json" });
  response.end(await answer.text());
}

test("a port in use and a folder that is none are refused in one line", async () => {
  const host = await startHost();
  const port = Number(new URL(host.url).port);
  await expect(startHost({ port })).rejects.toThrow(`The port ${port} is already in use.`);
  await host.close();

  const file = join(base, "file");
  writeFileSync(file, "");
  await expect(startHost({ data: file })).rejects.toThrow(`The folder ${file} cannot be written.`);
  expect(runtimesOfThisProcess()).toEqual([]);
});
