import { readFileSync } from "node:fs";
import type { RateLimit } from "@cloudflare/workers-types";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { app } from "#market/app.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { bindingLimit, PERIOD_SECONDS, RATE_CLASSES } from "#market/edge/rate-classes.ts";

// Many requests: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

/** The platform's counter, as it counts within one period. */
function counter(most: number): RateLimit & { asked: number; reset(): void } {
  const counts = new Map<string, number>();
  return {
    asked: 0,
    reset: () => counts.clear(),
    async limit({ key }) {
      this.asked += 1;
      const count = (counts.get(key) ?? 0) + 1;
      if (count <= most) counts.set(key, count);
      return { success: count <= most };
    },
  };
}

function counted() {
  const [reads, writes, tokens, machine] = Object.values(RATE_CLASSES).map((rate) =>
    counter(bindingLimit(rate)),
  );
  if (!reads || !writes || !tokens || !machine) throw new Error("four classes");
  const bound = { RATE_READS: reads, RATE_WRITES: writes, RATE_TOKENS: tokens };
  const env = {
    ...market.env,
    ...bound,
    RATE_MACHINE: machine,
    CLIENT_ADDRESS_HEADER: "CF-Connecting-IP",
  };
  return { env, reads, writes, tokens, machine };
}

type Env = ReturnType<typeof counted>["env"];

const ask = (env: Env, address: string, path: string, init: RequestInit = {}) => {
  const headers = new Headers(init.headers);
  if (address !== "") headers.set("CF-Connecting-IP", address);
  return app.request(`http://localhost:8787${path}`, { ...init, headers }, env);
};

async function until429(most: number, once: () => Response | Promise<Response>): Promise<number> {
  for (let sent = 1; sent <= most; sent += 1) if ((await once()).status === 429) return sent;
  return Infinity;
}

test("who reads too fast is told how long to wait, and no one else is", async () => {
  const { env, reads } = counted();
  const flood = () => ask(env, "198.51.100.1", "/api/v1/nowhere");
  const { most, step } = RATE_CLASSES.reads;
  expect(await until429(2 * most, flood)).toBe(most + step);
  const refused = await flood();
  expect(refused.headers.get("Retry-After")).toBe(String(PERIOD_SECONDS));
  expect(await refused.json()).toMatchObject({ code: "too-many-requests", retryAfterSeconds: 10 });
  expect((await ask(env, "198.51.100.1", "/prodotti")).status).toBe(429);
  expect((await ask(env, "198.51.100.2", "/api/v1/network")).status).toBe(200);
  expect((await ask(env, "198.51.100.1", "/health")).status).not.toBe(429);
  reads.reset();
  expect((await ask(env, "198.51.100.1", "/api/v1/network")).status).toBe(200);
});

test("whoever changes things without a token is counted one by one", async () => {
  const { env } = counted();
  const order = () => ask(env, "198.51.100.3", "/cassetta", { method: "POST" });
  expect(await until429(200, order)).toBe(RATE_CLASSES.writes.most + 1);
});

test("a made-up token does not help: its address is counted with it", async () => {
  const { env, tokens } = counted();
  let made = 0;
  const flood = () =>
    ask(env, "198.51.100.4", "/api/v1/nowhere", {
      headers: { Authorization: `Bearer ${"x".repeat(20)}${++made}` },
    });
  for (let sent = 0; sent < 600; sent += 1) await flood();
  expect(tokens.asked).toBe(600 / RATE_CLASSES.tokens.step);
});

test("a program with a token may do in a second what a reader may not in ten", async () => {
  const { env } = counted();
  const init = { headers: { Authorization: `Bearer ${officer}` } };
  const read = () => ask(env, "198.51.100.5", "/api/v1/nowhere", init);
  expect(await until429(1500, read)).toBe(Infinity);
});

test("an address is believed only in the header that the deploy names", async () => {
  const { env } = counted();
  const headers = (at: string) => ({ headers: { "X-Forwarded-For": at, Forwarded: `for=${at}` } });
  let at = 0;
  const flood = () =>
    ask(env, "198.51.100.6", "/api/v1/nowhere", headers(`203.0.113.${++at % 250}`));
  expect(await until429(2000, flood)).toBeLessThan(1000);
  const { CLIENT_ADDRESS_HEADER: _, ...local } = env;
  const machine = local.RATE_MACHINE;
  const init = headers("198.51.100.7");
  for (let sent = 0; sent < 1000; sent += 1) {
    await app.request("http://localhost:8787/api/v1/nowhere", init, local);
  }
  expect(machine.asked).toBe(1000 / RATE_CLASSES.machine.step);
});

test("many at once are counted as many one by one", async () => {
  const { env, machine } = counted();
  const { CLIENT_ADDRESS_HEADER: _, ...local } = env;
  const once = async () => app.request("http://localhost:8787/api/v1/nowhere", {}, local);
  for (let wave = 0; wave < 50; wave += 1) {
    await Promise.all(Array.from({ length: 20 }, once));
  }
  expect(machine.asked).toBe(1000 / RATE_CLASSES.machine.step);
});

test("the platform counts by the same figures as the house", () => {
  const toml = readFileSync("wrangler.toml", "utf8");
  const bound = [...toml.matchAll(/name = "(RATE_\w+)"\nnamespace_id = "\d+"\nsimple = (.*)\n/g)];
  const expected = Object.values(RATE_CLASSES).map((rate) => [
    rate.binding,
    `{ limit = ${bindingLimit(rate)}, period = ${PERIOD_SECONDS} }`,
  ]);
  expect(bound.map(([, name, simple]) => [name, simple])).toEqual(expected);
});
