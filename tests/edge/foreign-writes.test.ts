import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { app } from "#market/app.ts";
import { describeApi } from "#market/describe.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { endpointsIn } from "#tests/trials/api-endpoints.ts";

// Many requests: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let market: Market;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
});
afterAll(() => market.close());

const READS = new Set(["GET", "HEAD", "OPTIONS", "ALL"]);

/** Browsers send these by themselves; none of them asks for a session that exists. */
const COOKIES = ["__Host-cassetta", "__Host-ordine", "__Host-chiave", "__Host-sessione"]
  .map((name) => `${name}=${"c".repeat(32)}`)
  .join("; ");

/** What a page elsewhere can make a browser send: forms, without a question asked before. */
const FORGED: readonly Readonly<Record<string, string>>[] = [
  { Origin: "https://elsewhere.example", "Content-Type": "application/x-www-form-urlencoded" },
  { Origin: "https://elsewhere.example", "Content-Type": "text/plain" },
  { Origin: "https://elsewhere.example", "Content-Type": "application/json" },
  { Origin: "null", "Content-Type": "application/x-www-form-urlencoded" },
  { Origin: "null", "Content-Type": "application/json" },
  { "Content-Type": "application/x-www-form-urlencoded" },
  { "Content-Type": "application/json" },
  { Origin: "https://elsewhere.example", "X-Basket-Token": "b".repeat(32) },
  { Origin: "null", "X-Order-Token": "o".repeat(32) },
];

const ID = "01jd3x5k7m9npqrstvwxyz0123";

async function unguarded(method: string, path: string): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const forged of FORGED) {
    const headers = { ...forged, Cookie: COOKIES, "Idempotency-Key": "forged" };
    const init = { method, headers, body: "key=forged&offer=x" };
    const { status } = await app.request(`http://localhost:8787${path}`, init, market.env);
    if (status !== 403) passed.push(`${method} ${path} ${JSON.stringify(forged)}: ${status}`);
  }
  return passed;
}

function rows(): number {
  const tables = market.database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all([]) as string[];
  return tables.reduce((sum, name) => {
    const count = market.database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get([]);
    return sum + Number(count);
  }, 0);
}

test("no endpoint of the API that writes takes a request that another site made", async () => {
  const before = rows();
  const writes = endpointsIn(await describeApi()).filter(({ method }) => !READS.has(method));
  expect(writes.length).toBeGreaterThan(40);
  const passed: string[] = [];
  for (const { method, path } of writes) {
    const filled = path.replaceAll(/\{\w+\}/g, ID);
    passed.push(...(await unguarded(method, `/api/v1${filled}`)));
  }
  expect(passed).toEqual([]);
  expect(rows()).toBe(before);
});

test("no form of a page takes what another site sent", async () => {
  const forms = app.routes.filter(
    ({ method, path }) => !READS.has(method) && !path.startsWith("/api/"),
  );
  const paths = new Set(forms.map(({ path }) => path.replaceAll(/:\w+/g, ID)));
  expect(paths.size).toBeGreaterThan(3);
  const passed: string[] = [];
  for (const path of paths) passed.push(...(await unguarded("POST", path)));
  expect(passed).toEqual([]);
});

test("what passes without an origin of ours is what a browser reports, and nothing else", () => {
  const before = app.routes.findIndex(({ path, handler }) => path === "/*" && isGuard(handler));
  expect(before).toBeGreaterThan(0);
  const open = app.routes.slice(0, before).filter(({ method }) => method !== "ALL");
  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/reports"]);
});

function isGuard(handler: unknown): boolean {
  return String(handler).includes("origin-refused");
}
