import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeApi } from "#market/describe.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { orchard } from "#tests/people.ts";
import { Reader } from "#tests/reader.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { type ApiEndpoint, endpointsIn, type JsonSchema } from "#tests/trials/api-endpoints.ts";
import { valuesOf } from "#tests/trials/valid-values.ts";
import { SQL_PAYLOADS } from "#tests/trials/wrong-values.ts";

// Many requests: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let market: Market;
let shop: Shop;
let officer: string;
let endpoints: readonly ApiEndpoint[];
let before: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  shop = openShop(market, [{ name: "uova", stockMilli: 1_000_000 }, { name: "pane" }]);
  endpoints = endpointsIn(await describeApi());
  before = untouchable();
});
afterAll(() => market.close());

/** What no request of these tests may change or show: the schema, the rights, the stock. */
function untouchable(): string {
  const read = (sql: string) => JSON.stringify(market.database.prepare(sql).raw().all([]));
  return [
    "SELECT type, name, sql FROM sqlite_schema ORDER BY name",
    "SELECT id, digest, revoked_at FROM access_token WHERE created_by = 'setup'",
    "SELECT name, on_hand_milli FROM stock_pool WHERE name = 'Scorta'",
    "SELECT id, state FROM cycle",
    "PRAGMA database_list",
  ]
    .map(read)
    .join("\n");
}

const ABSENT = "0".repeat(26);
let controls = 0;

interface Sent {
  readonly body?: unknown;
  readonly search?: string;
  readonly parameter?: string;
}

async function send({ method, path }: ApiEndpoint, { body, search = "", parameter }: Sent) {
  const filled = path.replaceAll(/\{\w+\}/g, encodeURIComponent(parameter ?? ABSENT));
  const start = performance.now();
  const got = await market.call(method, `/api/v1${filled}${search}`, {
    token: officer,
    unsigned: true,
    ...(body === undefined ? {} : { body }),
  });
  return { ...got, ms: performance.now() - start };
}

/**
 * The same request with each payload and with harmless words: nothing may tell them apart, unless
 * the form of the text is refused before it comes near a statement.
 */
async function tellsApart(
  endpoint: ApiEndpoint,
  place: string,
  make: (text: string) => Sent,
): Promise<readonly string[]> {
  const short = await send(endpoint, make(`parole ${++controls}`));
  const long = await send(endpoint, make(`parole ${++controls} ${"mele ".repeat(6)}pere`));
  const ordinary = new Set([short.status, long.status]);
  const found: string[] = [];
  for (const payload of SQL_PAYLOADS) {
    const { status, body, ms } = await send(endpoint, make(payload));
    const said = JSON.stringify(body);
    const about = `${endpoint.method} ${endpoint.path} ${place} ${payload}: ${status}`;
    const isRefused = status === 400 && said.includes('"invalid-input"');
    if (!ordinary.has(status) && !isRefused) found.push(`${about}, not ${[...ordinary].join()}`);
    if (/CREATE TABLE|SQLITE_|SqliteError|LibsqlError/.test(said)) found.push(`${about} ${said}`);
    if (ms > 2000) found.push(`${about} took ${ms.toFixed(0)} ms`);
  }
  return found;
}

type Place = readonly (string | number)[];

/** Every text of a body, by the way to it. */
function textsIn(schema: JsonSchema, value: unknown): Place[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap((one) => textsIn(one, value));
  if (typeof value === "string" && schema.const === undefined && schema.enum === undefined) {
    return schema.type === "string" ? [[]] : [];
  }
  if (Array.isArray(value) && schema.items !== undefined && schema.items !== false) {
    const { items } = schema;
    return value.slice(0, 1).flatMap((one) => textsIn(items, one).map((place) => [0, ...place]));
  }
  if (typeof value !== "object" || value === null) return [];
  const { properties = {} } = schema;
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(properties[name] ?? {}, inner).map((place) => [name, ...place]),
  );
}

function put(value: unknown, [first, ...rest]: Place, text: string): unknown {
  if (first === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((one: unknown, i) => (i === first ? put(one, rest, text) : one));
  }
  const known = value as Readonly<Record<string, unknown>>;
  return { ...known, [first]: put(known[first], rest, text) };
}

/** A body with as many of its optional fields as chance gives within twenty throws. */
function fullest(schema: JsonSchema): unknown {
  const throws = fc.sample(valuesOf(schema, [shop.hubId]), { numRuns: 20, seed: 11 });
  return throws.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
}

test("sixty ways to break out of SQL, in every text of every body, are text", async () => {
  const found: string[] = [];
  let places = 0;
  for (const endpoint of endpoints) {
    if (endpoint.body === null) continue;
    const valid = fullest(endpoint.body);
    for (const place of textsIn(endpoint.body, valid)) {
      places += 1;
      const make = (text: string) => ({ body: put(valid, place, text) });
      found.push(...(await tellsApart(endpoint, place.join("."), make)));
    }
  }
  console.log(`${places} texts of bodies × ${SQL_PAYLOADS.length} payloads`);
  expect(found).toEqual([]);
  expect(SQL_PAYLOADS).toHaveLength(60);
  expect(places).toBeGreaterThan(60);
  expect(untouchable()).toBe(before);
});

test("the same in every parameter of a query and of a path", async () => {
  const found: string[] = [];
  let places = 0;
  for (const endpoint of endpoints) {
    for (const { name } of endpoint.query) {
      places += 1;
      const make = (text: string) => ({ search: `?${new URLSearchParams({ [name]: text })}` });
      found.push(...(await tellsApart(endpoint, `?${name}`, make)));
    }
    if (!endpoint.path.includes("{")) continue;
    places += 1;
    found.push(...(await tellsApart(endpoint, "path", (parameter) => ({ parameter }))));
  }
  console.log(`${places} parameters × ${SQL_PAYLOADS.length} payloads`);
  expect(found).toEqual([]);
  expect(untouchable()).toBe(before);
});

/** Headers that a request is read by; a cookie is told by its name. */
const HEADERS: Readonly<Record<string, (text: string) => string>> = {
  Authorization: (text) => `Bearer ${text}`,
  "Idempotency-Key": (text) => text,
  "X-Basket-Token": (text) => text,
  "X-Order-Token": (text) => text,
  "Accept-Language": (text) => text,
  "If-None-Match": (text) => `"${text}"`,
  "User-Agent": (text) => text,
  "X-Forwarded-For": (text) => text,
  Cookie: (text) => `__Host-cassetta=${text}; __Host-ordine=${text}; __Host-sessione=${text}`,
};

test("the same in every header that a request is read by", async () => {
  const found: string[] = [];
  const path = `/api/v1/basket/lines/${shop.offers["pane"]}`;
  for (const [name, write] of Object.entries(HEADERS)) {
    const ask = async (text: string) => {
      const headers = { "X-Basket-Token": "b".repeat(32), [name]: write(text) };
      const body = { wantedMilli: 1000 };
      const written = await market.call("PUT", path, { headers, body });
      const read = await market.call("GET", "/api/v1/basket", { headers });
      return `${written.status} ${read.status}`;
    };
    // A key that was used is a key that was used: words of their own for each.
    const control = await ask(`parole${name.length}`);
    for (const payload of SQL_PAYLOADS) {
      const said = await ask(payload.replaceAll(/\s/g, "/**/"));
      if (said !== control) found.push(`${name} ${payload}: ${said}, not ${control}`);
    }
  }
  expect(found).toEqual([]);
  expect(untouchable()).toBe(before);
});

test("the same in the pages, in what is searched and what is written", async () => {
  const reader = new Reader(market.env);
  const found: string[] = [];
  for (const name of ["q", "categoria", "pratica", "azienda", "ordine", "pagina"]) {
    for (const payload of SQL_PAYLOADS) {
      const { status } = await reader.get(`/prodotti?${new URLSearchParams({ [name]: payload })}`);
      if (status !== 200) found.push(`/prodotti ${name} ${payload}: ${status}`);
    }
  }
  await reader.post("/cassetta", { offer: shop.offers["pane"] ?? "", quantity: "2" });
  for (const payload of SQL_PAYLOADS) {
    const fields = { offer: payload, quantity: payload, tolerance: payload };
    const basket = await reader.post("/cassetta", fields);
    if (basket.status !== 422) found.push(`/cassetta ${payload}: ${basket.status}`);
    const lost = await reader.get(`/prodotti/${encodeURIComponent(payload)}`);
    if (lost.status !== 404) found.push(`/prodotti/ ${payload}: ${lost.status}`);
  }
  expect(found).toEqual([]);
  expect(untouchable()).toBe(before);
});

test("a name that looks like SQL is kept to the letter, in one row", async () => {
  const names = () =>
    market.database.prepare("SELECT name FROM enterprise").pluck().all([]) as string[];
  for (const [i, payload] of SQL_PAYLOADS.entries()) {
    const kept = new Set(names());
    const name = `${payload} ${i} fine`;
    const body = { ...orchard, name, vatNumber: null };
    const { status, body: made } = await market.call("POST", "/api/v1/enterprises", {
      token: officer,
      body,
    });
    expect([name, status, made["name"]]).toEqual([name, 201, name]);
    expect(names().filter((one) => !kept.has(one))).toEqual([name]);
  }
  expect(untouchable()).toBe(before);
});
