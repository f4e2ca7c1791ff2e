import { randomBytes } from "node:crypto";
import { type Host, type HostOptions, type Neighbour, startHost } from "#host/market-host.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { type Keyring, keyring } from "#host/passkeys/keyring.ts";
import type { Got, Market, Sent } from "./market.ts";
import { enrolFirst, type FirstSecrets, signing } from "./signing.ts";

/** What the helpers that write rows straight into a test's database need of a market. */
type Written = Pick<Market, "database" | "time" | "call" | "keys">;

/** Filiera as people meet it: Workers in workerd, over HTTP, with proxies to its neighbours. */
export interface RunningMarket extends Written {
  readonly host: Host;
  /** Loopback by number: no name has to be looked up. */
  readonly url: string;
  readonly proxies: Readonly<Record<Neighbour, FaultProxy>>;
  /** The first officer's token. */
  readonly officer: string;
  /** Where the host's database answers, without a proxy before it. */
  readonly env: { readonly DATABASE_URL: string; readonly DATABASE_TOKEN: string };
  tick(): Promise<void>;
  close(): Promise<void>;
}

interface RunningOptions extends Pick<HostOptions, "planner" | "roads"> {
  /** Values of rules at the set-up. */
  readonly rules?: Record<string, string>;
}

/**
 * Starts a host with an empty network of its own and sets the network up. Time stands at `startsAt`
 * until `host.clock` moves it; `null` leaves the real clock.
 */
export async function openRunningMarket(
  startsAt: number | null = Date.UTC(2026, 5, 2, 8),
  { rules, ...more }: RunningOptions = {},
): Promise<RunningMarket> {
  const proxies: Partial<Record<string, FaultProxy>> = {};
  const host = await startHost({
    ...more,
    ...(startsAt === null ? {} : { clockAt: startsAt }),
    between: async (neighbour, url) => {
      const proxy = await startFaultProxy(url);
      proxies[neighbour] = proxy;
      return proxy.url;
    },
  });
  const url = host.url.replace("localhost", "127.0.0.1");
  const { database, payments, mail } = proxies;
  if (!database || !payments || !mail) throw new Error("no proxy was asked for");
  const keys = keyring(url, "does not count");
  const call = callerOf(url, keys);
  const officer = await setUp({ call, keys }, host.setupToken, rules);
  return {
    host,
    url,
    call,
    keys,
    officer,
    env: { DATABASE_URL: host.databaseUrl, DATABASE_TOKEN: host.databaseToken },
    proxies: { database, payments, mail },
    time: timeOf(host),
    get database() {
      return host.database;
    },
    tick: () => host.tick(),
    close: async () => {
      await host.close();
      for (const proxy of Object.values(proxies)) await proxy?.close();
    },
  };
}

function timeOf(host: Host): RunningMarket["time"] {
  return {
    get now() {
      return host.clock.now();
    },
    set now(at: number) {
      host.clock.set(at);
    },
  };
}

/** Speaks to a market over HTTP, as `Market.call` does in process. */
export function callerOf(url: string, keys: Keyring = keyring(url)): Market["call"] {
  return signing(plainCallerOf(url), keys);
}

function plainCallerOf(url: string): Market["call"] {
  return async <T>(method: string, path: string, sent?: Sent): Promise<Got<T>> => {
    const answer = await fetch(url + path, { method, ...sendable(url, method, sent ?? {}) });
    const text = await answer.text();
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    const body = (isJson ? JSON.parse(text) : text) as T;
    return { status: answer.status, body, headers: answer.headers };
  };
}

function sendable(url: string, method: string, sent: Sent): RequestInit {
  const headers = new Headers(sent.headers);
  if (sent.token !== undefined) headers.set("Authorization", `Bearer ${sent.token}`);
  if (sent.basket !== undefined) headers.set("X-Basket-Token", sent.basket);
  if (sent.order !== undefined) headers.set("X-Order-Token", sent.order);
  if (method !== "GET") {
    headers.set("Idempotency-Key", sent.key ?? secret());
    if (!headers.has("Origin")) headers.set("Origin", url);
  }
  if (sent.body === undefined) return { headers };
  if (!headers.has("Content-Type")) headers.set("Content-Type", "application/json");
  return { headers, body: typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body) };
}

/** A token or key that nobody else has. */
export function secret(): string {
  return randomBytes(20).toString("hex");
}

/** Sets a network up through its API; by default with wallets that may owe ten euros. */
export async function setUp(
  market: Pick<Market, "call" | "keys">,
  setupToken: string | null,
  rules: Record<string, string> = { "wallet-floor": "-1000" },
): Promise<string> {
  const { status, body } = await market.call<FirstSecrets>("PUT", "/api/v1/network", {
    token: setupToken ?? "",
    body: { name: "Rete di Veronetta", rules },
  });
  if (status !== 201) throw new Error(`the network was not set up: ${JSON.stringify(body)}`);
  await enrolFirst(market, setupToken ?? "", body.invitation);
  return body.token;
}
