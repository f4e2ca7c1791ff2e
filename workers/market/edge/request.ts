import { COOKIES } from "#domain/access/cookies.ts";
import type { Context, MiddlewareHandler } from "hono";
import { setCookie } from "hono/cookie";
import { deviceWords } from "#domain/access/device.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { openBlindKeys } from "#ports/blind-keys.ts";
import { readClock } from "#ports/clock.ts";
import { openDatabase } from "#ports/database.ts";
import { makeIds, newRequestId, secretDigest } from "#ports/ids.ts";
import { type AuthenticationResponseJSON, openPasskeys, readAnswer } from "#ports/passkeys.ts";
import { openPayments } from "#ports/payments.ts";
import { openPhotos } from "#ports/photos.ts";
import { askerOf } from "./asker.ts";
import {
  actorOf,
  BASKET_COOKIE,
  BASKET_HEADER,
  OWN_COOKIE,
  readCredentials,
} from "./credentials.ts";
import type { Edge, Ports, Request } from "./env.ts";
import { noticing } from "./left-behind.ts";
import { Stopped } from "./problem.ts";

const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Opens the neighbours of an API request and reads who sends it. */
export const openRequest: MiddlewareHandler<Edge> = async (c, next) => {
  await open(c, () => refuseKeyless());
  await next();
};

/**
 * The same for a page. A form that only sets something carries no key, so that its page can be
 * kept by caches: setting it twice is setting it, and each sending is an operation of its own.
 */
export const openPage: MiddlewareHandler<Edge> = async (c, next) => {
  await open(c, () => newRequestId());
  await next();
};

async function open(c: Context<Edge>, keyless: () => string): Promise<void> {
  const clock = await readClock(c.env.CLOCK);
  const now = clock.now();
  const ids = makeIds(now, c.env.SECRET_KEY);
  c.set("freshBasket", null);
  const ports = {
    database: noticing(openDatabase({ url: c.env.DATABASE_URL, token: c.env.DATABASE_TOKEN }), () =>
      c.env.LEFT_BEHIND?.(),
    ),
    ids,
    payments: openPayments({ url: c.env.PAYMENTS_URL, token: c.env.PAYMENTS_TOKEN }),
    passkeys: openPasskeys(c.env.ORIGIN_HOSTS.split(",")),
    blindKeys: openBlindKeys(c.env.SECRET_KEY),
    photos: openPhotos(c.env.PHOTOS),
    now,
  };
  c.set("request", requestOf(c, ports, keyless));
}

function refuseKeyless(): never {
  throw new Stopped({ code: "key-missing" });
}

/**
 * The request's own basket, or a new one. A new token makes its bearer an actor of its own:
 * two strangers never share one (DESIGN fact 2).
 */
export function withBasket(c: Context<Edge>): Request {
  const { request } = c.var;
  if (request.credentials.basket !== null) return request;
  const token = request.ports.ids.secret();
  c.set("freshBasket", token);
  const credentials = { ...request.credentials, basket: secretDigest(token) };
  return { ...request, credentials, actor: actorOf(credentials, () => token) };
}

/** The request as the holder of an order's link sends it. */
export function withOrderLink(c: Context<Edge>, token: string): Request {
  const { request } = c.var;
  return { ...request, credentials: { ...request.credentials, orderLink: secretDigest(token) } };
}

/** The request as the holder of an operator's token sends it. */
export function withToken(c: Context<Edge>, token: string): Request {
  const { request } = c.var;
  return { ...request, credentials: { ...request.credentials, bearer: secretDigest(token) } };
}

/** Gives a new basket's token to the browser (a cookie) and to API clients (a header). */
export function giveBasketCookie(c: Context<Edge>): void {
  const token = c.var.freshBasket;
  if (token === null) return;
  c.header(BASKET_HEADER, token);
  const lasting = { maxAge: COOKIES.basket.lifeMs / 1000 };
  setCookie(c, BASKET_COOKIE, token, { ...OWN_COOKIE, ...lasting });
}

/** Reads who sends what. A read is seldom asked for its actor and hash: they are made then. */
function requestOf(c: Context<Edge>, ports: Ports, keyless: () => string): Request {
  const credentials = readCredentials(c);
  const { method, path } = c.req;
  const actor = once(() => actorOf(credentials, () => ports.ids.secret()));
  // The answer of a passkey is about the request, not a part of it.
  const hash = once(() => digestOfText(requestText({ method, path, body: withoutAssertion(c) })));
  return {
    ports,
    credentials,
    key: WRITES.has(method) ? readKey(c, keyless) : "",
    assertion: readAssertion(c),
    seen: (seen) => c.env.SESSION_SEEN?.(seen),
    askerOf: (folded) => askerOf(c, ports.ids, folded),
    get device() {
      return deviceWords(c.req.header("User-Agent") ?? "");
    },
    get actor() {
      return actor();
    },
    get requestHash() {
      return hash();
    },
  };
}

/** A request word for word, as its hash and whoever signs it take it. */
export function requestText(request: {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}): string {
  const { method, path, body } = request;
  return `${method} ${path}\n${body}`;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * API clients send a header; a form carries the key it was rendered with; the event of a neighbour
 * has an id of its own.
 */
function readKey(c: Context<Edge>, keyless: () => string): string {
  const header = c.req.header("Idempotency-Key") ?? c.req.header("svix-id");
  const key = header ?? formField(c, "key");
  if (key === null) return keyless();
  if (!KEY.test(key)) throw new Stopped({ code: "key-missing" });
  return key;
}

const ASSERTION_HEADER = "Passkey-Assertion";
const ASSERTION_FIELD = "assertion";
const LONGEST_ASSERTION = 8000;

/** API clients send a passkey's answer in a header, forms in a field: JSON in base64url. */
function readAssertion(c: Context<Edge>): AuthenticationResponseJSON | null {
  const given = c.req.header(ASSERTION_HEADER) ?? formField(c, ASSERTION_FIELD);
  if (given === null || given === "") return null;
  const response = given.length > LONGEST_ASSERTION ? null : readAnswer(given);
  if (response === null) throw new Stopped({ code: "malformed-json" });
  return response;
}

function withoutAssertion(c: Context<Edge>): string {
  const text = formText(c);
  if (!text.includes(`${ASSERTION_FIELD}=`)) return c.var.bodyText;
  const fields = new URLSearchParams(text);
  fields.delete(ASSERTION_FIELD);
  return fields.toString();
}

function formField(c: Context<Edge>, name: string): string | null {
  const text = formText(c);
  return text === "" ? null : new URLSearchParams(text).get(name);
}

function formText(c: Context<Edge>): string {
  const type = c.req.header("Content-Type") ?? "";
  return type.startsWith("application/x-www-form-urlencoded") ? c.var.bodyText : "";
}
