import assert from "node:assert/strict";
import fc from "fast-check";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import { assertSoundAtRest } from "#tests/soundness.ts";
import {
  type ApiEndpoint,
  apiEndpoints,
  collectionsOf,
  type JsonSchema,
  pathOf,
} from "./api-endpoints.ts";
import { type KnownIds, knownIds } from "./known-ids.ts";
import { misfits } from "./matches-schema.ts";
import type { TrialSize } from "./trial.ts";
import { valuesOf } from "./valid-values.ts";
import { oneWrong, SQL_PAYLOADS, WRONG_TEXTS } from "./wrong-values.ts";

/** A request that a stranger might send. */
interface Assault {
  readonly endpoint: ApiEndpoint;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const AT_ONCE = 16;
const METHODS = ["PUT", "PATCH", "DELETE", "POST", "OPTIONS", "REPORT"] as const;
const TYPES = [
  "application/json; charset=utf-16",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "",
];

/**
 * `most` requests made from the API's own document, each with one thing wrong: a value, the text,
 * the type, the method, a header, a parameter. Whatever is sent, the answer is what was asked for
 * or a refusal with its code, in the form that the document gives it, never a failure; the network
 * is sound afterwards.
 */
export async function hostile(market: RunningMarket, { seed, most, say }: TrialSize) {
  const known = await knownIds(market);
  const endpoints = await apiEndpoints(market.url);
  const assaults = fc.oneof(
    ...endpoints.map((endpoint) => assaultOn(endpoint, { known, officer: market.officer })),
  );
  const told = new Map<number, number>();
  let slowest = 0;
  for (let sent = 0; sent < most; sent += AT_ONCE) {
    const wave = fc.sample(assaults, { numRuns: AT_ONCE, seed: seed + sent });
    const waiting = wave.map((one) => suffer(market, endpoints, one));
    for (const { status, ms } of await Promise.all(waiting)) {
      told.set(status, (told.get(status) ?? 0) + 1);
      slowest = Math.max(slowest, ms);
    }
  }
  await market.tick();
  assertSoundAtRest(market.host, "after hostile requests");
  const counts = [...told]
    .toSorted(([one], [other]) => one - other)
    .map(([status, count]) => `${count} × ${status}`);
  say(`${most} wrong requests to ${endpoints.length} endpoints: ${counts.join(", ")}`);
  say(`slowest answer ${slowest.toFixed(0)} ms (seed ${seed})`);
}

async function suffer(
  market: RunningMarket,
  endpoints: readonly ApiEndpoint[],
  { endpoint, method, path, headers, body }: Assault,
) {
  const start = performance.now();
  const sent = `${method} ${path} ${JSON.stringify(headers)} ${(body ?? "").slice(0, 2000)}`;
  const answer = await fetch(market.url + path, { method, headers, body }).catch((cause) => {
    throw new Error(`not answered: ${sent}`, { cause });
  });
  const text = await answer.text();
  const about = `${sent} -> ${answer.status} ${text.slice(0, 300)}`;
  assert.ok(answer.status < 500, about);
  const asked = endpoints.find((one) => one.path === endpoint.path && one.method === method);
  const type = (answer.headers.get("Content-Type") ?? "").split(";")[0] ?? "";
  const schema = asked === undefined ? NOTHING_THERE : asked.answers[answer.status]?.[type];
  assert.ok(schema !== undefined, `not in the document: ${about}`);
  assert.deepEqual(misfits(schema, type === "text/csv" ? text : JSON.parse(text)), [], about);
  return { status: answer.status, ms: performance.now() - start };
}

/** What is said where the document has no such method. */
const NOTHING_THERE: JsonSchema = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: { status: { type: "integer", minimum: 400 }, code: { type: "string" } },
};

interface Known {
  readonly known: KnownIds;
  readonly officer: string;
}

function assaultOn(endpoint: ApiEndpoint, { known, officer }: Known): fc.Arbitrary<Assault> {
  const all = [...known.values()].flat();
  const parameters = collectionsOf(endpoint).map((collection) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...(known.get(collection) ?? all)) },
      { weight: 1, arbitrary: fc.constantFrom(...all, ...SQL_PAYLOADS, "x", "\u0000", "%00") },
    ),
  );
  const valid = valuesOf(endpoint.body ?? {}, all);
  const body = fc.oneof(
    { weight: 3, arbitrary: valid.map((value) => JSON.stringify(value)) },
    { weight: 8, arbitrary: oneWrong(valid).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...WRONG_TEXTS) },
  );
  return fc
    .record({
      parameters: fc.tuple(...parameters),
      query: fc.option(fc.constantFrom(...SQL_PAYLOADS, "-1", "201", "1e9", "\ud800")),
      method: fc.oneof(
        { weight: 20, arbitrary: fc.constant(endpoint.method) },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
      ),
      body,
      type: mostly("application/json", ...TYPES),
      token: mostly(officer, "x", secret(), "' OR 1=1--", ""),
      origin: fc.constantFrom("http://localhost", "null", "https://elsewhere.example", "'"),
      again: fc.boolean(),
      header: fc.constantFrom(...SQL_PAYLOADS, "", "x".repeat(201), "ok"),
    })
    .map((made) => assault(endpoint, made));
}

function mostly(usual: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

interface Made {
  readonly parameters: readonly string[];
  readonly query: string | null;
  readonly method: string;
  readonly body: string | undefined;
  readonly type: string;
  readonly token: string;
  readonly origin: string;
  /** Whether a parameter comes twice. */
  readonly again: boolean;
  readonly header: string;
}

function assault(endpoint: ApiEndpoint, made: Made): Assault {
  const path = pathOf(endpoint, made.parameters);
  const name = endpoint.query[0]?.name ?? "nonsense";
  const pair = new URLSearchParams({ [name]: made.query ?? "" }).toString();
  const search = made.query === null ? "" : `?${pair}${made.again ? `&${pair}` : ""}`;
  const isRead = ["GET", "HEAD"].includes(made.method);
  const key = made.header === "ok" ? secret() : made.header;
  return {
    endpoint,
    method: made.method,
    path: path + search,
    headers: {
      ...(made.token === "" ? { Origin: made.origin } : { Authorization: `Bearer ${made.token}` }),
      "Idempotency-Key": key.startsWith("x") || key === "" ? key : secret(),
      "X-Order-Token": made.header,
      "X-Basket-Token": made.header,
      "Accept-Language": made.header,
      ...(made.type === "" ? {} : { "Content-Type": made.type }),
    },
    body: isRead ? null : (made.body ?? ""),
  };
}
