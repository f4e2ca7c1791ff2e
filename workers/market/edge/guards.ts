import type { Context, MiddlewareHandler } from "hono";
import { newRequestId } from "#ports/ids.ts";
import { BASKET_HEADER } from "./credentials.ts";
import type { Edge } from "./env.ts";
import { isLoopback, protection } from "./headers.ts";
import { Stopped } from "./problem.ts";
import { logSecurity } from "./security-log.ts";

/** Gives the request a name that its answer and its log lines share, and the answer its armour. */
export const identify: MiddlewareHandler<Edge> = async (c, next) => {
  const requestId = newRequestId();
  c.set("requestId", requestId);
  c.set("answered", isProgram(c.req.path) ? "program" : "page");
  await next();
  const { headers } = c.res;
  headers.set("X-Request-Id", requestId);
  // A page whose address holds a secret has said "no-referrer" already; one that carries its sheet,
  // by which digest.
  const said = SAID_BEFORE.map((name) => [name, headers.get(name)] as const);
  for (const [name, value] of protection(c.var.answered, !isAtHome(c.req.url))) {
    headers.set(name, value);
  }
  for (const [name, value] of said) if (value !== null) headers.set(name, value);
};

/** What a page may say by itself, more exactly than all pages do. */
const SAID_BEFORE = ["Referrer-Policy", "Content-Security-Policy"] as const;

/** Asked for by programs, which read JSON; everything else is read by people. */
export function isProgram(path: string): boolean {
  return path === "/health" || path.startsWith("/api/");
}

/** In the clear, on this very machine: where there is no https. */
function isAtHome(url: string): boolean {
  return AT_HOME.test(url);
}

const AT_HOME = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/;

/** The longest that Cloudflare lets by, and more cookies than the pages ever give. */
const MOST_ADDRESS = 16_384;
const MOST_COOKIES = 8192;

/** Refuses what is too long to be meant, before anything reads it. */
export const guardLengths: MiddlewareHandler<Edge> = async (c, next) => {
  if (c.req.url.length > MOST_ADDRESS) {
    throw new Stopped({ code: "address-too-long", mostCharacters: MOST_ADDRESS });
  }
  if ((c.req.header("Cookie")?.length ?? 0) > MOST_COOKIES) {
    throw new Stopped({ code: "cookies-too-long", mostCharacters: MOST_COOKIES });
  }
  await next();
};

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whoever changes something says where it comes from: a browser by the page's origin, which must
 * be ours; a program by a token that it shows on purpose. Cookies come along by themselves and
 * prove nothing, so a write with cookies only, or with nothing, needs an origin of our own.
 * No page elsewhere can add a header of ours: we answer no CORS question.
 */
export const guardOrigin: MiddlewareHandler<Edge> = async (c, next) => {
  if (!READS.has(c.req.method) && !isMeant(c)) {
    logSecurity(c, { event: "origin-refused", origin: c.req.header("Origin") ?? null });
    throw new Stopped({ code: "foreign-origin" });
  }
  await next();
};

function isMeant(c: Context<Edge>): boolean {
  if (/^Bearer \S/.test(c.req.header("Authorization") ?? "")) return true;
  if (isOneClick(c)) return true;
  const origin = c.req.header("Origin");
  if (origin !== undefined) return isOwn(origin, c.env.ORIGIN_HOSTS);
  return SHOWN_ON_PURPOSE.some((name) => c.req.header(name) !== undefined);
}

/**
 * What a mail program sends for its reader (RFC 8058 §3.1): it has no origin, and the secret of the
 * letter stands in the address. No session is asked for, and no other form has this body.
 */
function isOneClick(c: Context<Edge>): boolean {
  return STOPS_LETTERS.test(c.req.path) && c.var.bodyText === "List-Unsubscribe=One-Click";
}

const STOPS_LETTERS = /^\/lettere\/\d{1,15}\/[0-9a-z]{20,120}$/;

/** The last is the signature of a neighbour that tells us something: its endpoint checks it. */
const SHOWN_ON_PURPOSE = [BASKET_HEADER, "X-Order-Token", "svix-signature"];

/** In the clear only from this very machine: elsewhere anyone on the way could be the page. */
function isOwn(origin: string, hosts: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, hostname, protocol } = new URL(origin);
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  return isSafe && hosts.split(",").includes(host);
}
