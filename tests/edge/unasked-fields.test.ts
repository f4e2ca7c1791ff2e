import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeApi } from "#market/describe.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { type ApiEndpoint, endpointsIn, type JsonSchema } from "#tests/trials/api-endpoints.ts";
import { valuesOf } from "#tests/trials/valid-values.ts";

// Many requests: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let market: Market;
let officer: string;
let endpoints: readonly ApiEndpoint[];
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  endpoints = endpointsIn(await describeApi());
});
afterAll(() => market.close());

/** What somebody would like to decide themselves. */
const WISHES: Readonly<Record<string, unknown>> = {
  price: 1,
  priceCents: 1,
  total: 0,
  totalCents: 0,
  role: "officer",
  roles: ["officer"],
  ownerId: "01jd3x5k7m9npqrstvwxyz0123",
  owner_id: "01jd3x5k7m9npqrstvwxyz0123",
  createdAt: 0,
  created_at: 0,
  createdBy: "system:cron",
  voteWeight: 100,
  vote_weight: 100,
  isAdmin: true,
  paidAt: 1,
  linkDigest: "0".repeat(64),
};

const ID = "01jd3x5k7m9npqrstvwxyz0123";
const send = ({ method, path }: ApiEndpoint, body: object | string, search = "") =>
  market.call(method, `/api/v1${path.replaceAll(/\{\w+\}/g, ID)}${search}`, {
    token: officer,
    ...(method === "GET" ? {} : { body }),
  });

/** Every object of a schema that names its fields. */
function objectsIn(schema: JsonSchema, at: string): { at: string; schema: JsonSchema }[] {
  const parts = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.anyOf ?? schema.oneOf ?? []).map((one, i) => [`(${i})`, one] as const),
    ...(schema.items === undefined || schema.items === false
      ? []
      : [["[]", schema.items] as const]),
  ];
  const inner = parts.flatMap(([name, part]) => objectsIn(part, `${at}.${name}`));
  return schema.properties === undefined ? inner : [{ at, schema }, ...inner];
}

/** A passkey's answer grows with browsers; its verifier reads the fields that it knows. */
const MADE_BY_BROWSERS = /^POST \/passkeys\.response/;

test("every object that the API takes names its fields, and takes no other", () => {
  const bodies = endpoints.flatMap(({ method, path, body }) =>
    body === null ? [] : objectsIn(body, `${method} ${path}`),
  );
  expect(bodies.length).toBeGreaterThan(30);
  const loose = bodies.filter(({ schema }) => schema.additionalProperties !== false);
  const ours = loose.filter(({ at }) => !MADE_BY_BROWSERS.test(at));
  expect(ours.map(({ at }) => at)).toEqual([]);
});

test("a field that nobody asked for is refused by name, and nothing is written", async () => {
  const written = () => market.database.prepare("SELECT count(*) FROM op_log").pluck().all([]);
  const before = written();
  let asked = 0;
  for (const endpoint of endpoints) {
    if (endpoint.body === null) continue;
    const own = JSON.stringify(endpoint.body);
    const valid = fc.sample(valuesOf(endpoint.body, [ID]), { numRuns: 1, seed: 7 })[0];
    for (const [name, wish] of Object.entries(WISHES)) {
      if (own.includes(`"${name}"`)) continue;
      const body = { ...(valid as object), [name]: wish };
      const { status, body: said } = await send(endpoint, body);
      const about = `${endpoint.method} ${endpoint.path} ${name}`;
      expect([about, status, said["code"]]).toEqual([about, 400, "invalid-input"]);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(400);
  expect(written()).toEqual(before);
});

test("a parameter that nobody asked for, or that comes twice, is refused", async () => {
  const lists = endpoints.filter(({ query }) => query.some(({ name }) => name === "limit"));
  expect(lists.length).toBeGreaterThan(10);
  for (const list of lists) {
    for (const search of ["?role=officer", "?limit=10&limit=200", "?limit=10&__proto__=1"]) {
      const { status, body } = await send(list, "", search);
      expect([list.path, search, status, body["code"]]).toEqual([
        list.path,
        search,
        400,
        "invalid-input",
      ]);
    }
  }
});

test("a body that names the prototype of every object changes none of them", async () => {
  const poisons = [
    `{"__proto__":{"role":"officer","isAdmin":true}}`,
    `{"constructor":{"prototype":{"isAdmin":true}}}`,
    `{"name":"Rete","rules":{"__proto__":"1","constructor":"2","toString":"3"}}`,
    `{"label":"x","grants":[{"__proto__":{"role":"officer","subject":""}}]}`,
  ];
  for (const endpoint of endpoints.filter(({ body }) => body !== null)) {
    for (const poison of poisons) {
      const { status } = await send(endpoint, poison);
      expect([endpoint.path, poison, status >= 400 && status < 500]).toEqual([
        endpoint.path,
        poison,
        true,
      ]);
    }
  }
  expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});
