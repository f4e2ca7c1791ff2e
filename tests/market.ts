import type { Fetcher } from "@cloudflare/workers-types";
import { keyring } from "#host/passkeys/keyring.ts";
import { app } from "#market/app.ts";
import type { Bindings } from "#market/edge/env.ts";
import { runJobs } from "#market/jobs/run-jobs.ts";
import type { Doubles } from "./doubles.ts";
import { openBucket } from "./bucket.ts";
import { openMigratedServer } from "./migrated-database.ts";
import { type Call, enrolFirst, type FirstSecrets, signing } from "./signing.ts";

/** Where no neighbour answers. */
const NOBODY = "http://127.0.0.1:9";

/** What a test sends, from our own pages; the idempotency key is a new one unless it is given. */
export interface Sent {
  /** Leaves an act that needs a passkey unsigned. */
  readonly unsigned?: true;
  readonly token?: string;
  readonly basket?: string;
  readonly order?: string;
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer: its body is read as JSON where it is JSON. */
export interface Got<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/**
 * The market's own app over a real libSQL database with the real migrations, in this process:
 * for tests of deeds and endpoints. Journeys on workerd use the host instead.
 */
export async function openMarket(startsAt = Date.UTC(2026, 5, 2, 8), doubles?: Doubles) {
  const server = await openMigratedServer();
  const time = { now: startsAt };
  const bucket = openBucket();
  const clock = { fetch: async () => Response.json({ now: time.now }) };
  const env: Bindings = {
    DATABASE_URL: server.url,
    DATABASE_TOKEN: server.token,
    SECRET_KEY: "a secret of at least thirty-two characters",
    ORIGIN_HOSTS: "localhost:8787,127.0.0.1:8787",
    PAYMENTS_URL: doubles?.payments.url ?? NOBODY,
    MAIL_URL: doubles?.mailbox.url ?? NOBODY,
    MAIL_FROM: "rete@filiera.example",
    MAIL_EVENTS_SECRET: "whsec_dGhlIHNlY3JldCBvZiB0aGUgY2Fycmllcg==",
    SETUP_TOKEN: "set-up-token-of-this-test",
    CLOCK: clock as unknown as Fetcher,
    PHOTOS: bucket.bound,
  };
  const tick = () => runJobs(env);
  const close = () => server.close();
  const keys = keyring("http://localhost:8787", "does not count");
  const call = signing(caller(env), keys);
  return { call, keys, env, time, database: server.database, photos: bucket.files, tick, close };
}

function caller(env: Bindings): Call {
  return async <T>(method: string, path: string, sent: Sent = {}): Promise<Got<T>> => {
    const headers = headersOf(sent);
    if (method !== "GET") {
      headers.set("Idempotency-Key", sent.key ?? "");
      if (!headers.has("Origin")) headers.set("Origin", "http://localhost:8787");
    }
    const init: RequestInit = { method, headers };
    if (sent.body !== undefined) {
      if (!headers.has("Content-Type")) headers.set("Content-Type", "application/json");
      init.body = isWritten(sent.body) ? sent.body : JSON.stringify(sent.body);
    }
    const answer = await app.request(`http://localhost:8787${path}`, init, env);
    const text = await answer.text();
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    const body = (isJson ? JSON.parse(text) : text) as T;
    return { status: answer.status, body, headers: answer.headers };
  };
}

/** A text goes as it is, and so does a form with a file, byte for byte. */
function isWritten(body: unknown): body is string | Blob {
  return typeof body === "string" || body instanceof Blob;
}

function headersOf(sent: Sent): Headers {
  const headers = new Headers(sent.headers);
  if (sent.token !== undefined) headers.set("Authorization", `Bearer ${sent.token}`);
  if (sent.basket !== undefined) headers.set("X-Basket-Token", sent.basket);
  if (sent.order !== undefined) headers.set("X-Order-Token", sent.order);
  return headers;
}

export type Market = Awaited<ReturnType<typeof openMarket>>;

/** Sets the network up as its operator would; gives the first officer's token. */
export async function setUp(market: Market, rules: Record<string, string> = {}): Promise<string> {
  const body = { name: "Rete di Veronetta", rules };
  const token = market.env.SETUP_TOKEN ?? "";
  const { status, body: made } = await market.call<FirstSecrets>("PUT", "/api/v1/network", {
    token,
    body,
  });
  if (status !== 201) throw new Error(`the network was not set up: ${JSON.stringify(made)}`);
  await enrolFirst(market, token, made.invitation);
  return made.token;
}
