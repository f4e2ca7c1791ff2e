import type { Keyring } from "#host/passkeys/keyring.ts";

/** An answer of the API that was not what the week needed. */
export class ApiRefused extends Error {
  override readonly name = "ApiRefused";
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  constructor(asked: string, status: number, body: Readonly<Record<string, unknown>>) {
    super(`${asked} answers ${status}: ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** Sends one request and gives its status and JSON. Tests send it to the app in their process. */
export type Send = (asked: {
  readonly method: string;
  readonly path: string;
  /** "" where a session speaks, or nobody yet. */
  readonly token: string;
  /** The session of somebody's browser. */
  readonly cookie?: string;
  readonly key: string;
  readonly body: unknown;
  /** A passkey's answer about this very request. */
  readonly assertion?: string;
}) => Promise<{
  readonly status: number;
  readonly body: unknown;
  /** What the browser would keep, where the answer said so. */
  readonly cookie?: string;
}>;

/** The public API as the week's player uses it: every write with a key of its own. */
export interface Client {
  get<T>(path: string): Promise<T>;
  /** Every page of a list. */
  list<T>(path: string): Promise<T[]>;
  write<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T>;
}

/**
 * @param speaker a token, or the cookie of a session.
 * @param keys sign the acts that need a passkey.
 */
export function apiClient(
  send: Send,
  speaker: string | { readonly cookie: string },
  run: string,
  keys?: Keyring,
): Client {
  const speaking = typeof speaker === "string" ? { token: speaker } : { token: "", ...speaker };
  let written = 0;
  const ask = async <T>(method: string, path: string, body: unknown): Promise<T> => {
    const key = `${run}-${++written}`;
    const asked = { method, path: `/api/v1${path}`, ...speaking, key, body };
    let answer = await send(asked);
    let said = answer.body as Readonly<Record<string, unknown>>;
    const assertion = answer.status === 403 ? ((await keys?.answer(said)) ?? null) : null;
    if (assertion !== null) {
      answer = await send({ ...asked, assertion });
      said = answer.body as Readonly<Record<string, unknown>>;
    }
    if (answer.status < 300) return answer.body as T;
    throw new ApiRefused(`${method} ${path}`, answer.status, said);
  };
  const get = <T>(path: string) => ask<T>("GET", path, undefined);
  return {
    get,
    list: (path) => allPages(get, path),
    write: (method, path, body) => ask(method, path, body),
  };
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

async function allPages<T>(get: <P>(path: string) => Promise<P>, path: string): Promise<T[]> {
  const items: T[] = [];
  const joint = path.includes("?") ? "&" : "?";
  let after = "";
  for (;;) {
    const page = await get<Page<T>>(`${path}${joint}limit=200${after}`);
    items.push(...page.items);
    if (page.next === null) return items;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}

/** Speaks HTTP with a host by its address. */
export function sendOver(url: string): Send {
  return async ({ method, path, token, cookie, key, body, assertion }) => {
    const headers = new Headers({ "Idempotency-Key": key });
    if (token === "") headers.set("Origin", url);
    else headers.set("Authorization", `Bearer ${token}`);
    if (cookie !== undefined) headers.set("Cookie", cookie);
    if (assertion !== undefined) headers.set("Passkey-Assertion", assertion);
    const init: RequestInit = { method, headers };
    if (body !== undefined) {
      headers.set("Content-Type", "application/json");
      init.body = JSON.stringify(body);
    }
    const answer = await fetch(url + path, init);
    const [kept] = answer.headers.getSetCookie();
    const said = { status: answer.status, body: (await answer.json()) as unknown };
    return kept === undefined ? said : { ...said, cookie: kept.replace(/;.*/, "") };
  };
}
