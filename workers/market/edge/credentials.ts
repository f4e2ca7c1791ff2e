import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { COOKIES } from "#domain/access/cookies.ts";
import { secretDigest } from "#ports/ids.ts";
import type { Credentials } from "#store/access.ts";
import type { Edge } from "./env.ts";
import { logSecurity } from "./security-log.ts";

/** Cookies that only this site may set or read, over https (or on loopback). */
export const BASKET_COOKIE = COOKIES.basket.name;
export const ORDER_COOKIE = COOKIES.order.name;
export const SESSION_COOKIE = COOKIES.session.name;
export const TOKEN_COOKIE = COOKIES.household.name;
export const OWN_COOKIE = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
export const BASKET_HEADER = "X-Basket-Token";
const ORDER_HEADER = "X-Order-Token";

const SECRET = /^[0-9a-z_-]{20,120}$/i;

/** Reads what a request shows of itself. A malformed secret is no secret at all. */
export function readCredentials(c: Context<Edge>): Credentials {
  const header = /^Bearer (\S+)$/.exec(c.req.header("Authorization") ?? "")?.[1];
  const bearer = header ?? getCookie(c, TOKEN_COOKIE);
  const setup = c.env.SETUP_TOKEN;
  return {
    bearer: digestOfSecret(bearer),
    isSetup: isSame(header, setup),
    session: digestOfSecret(getCookie(c, SESSION_COOKIE)),
    orderLink: digestOfSecret(c.req.header(ORDER_HEADER) ?? getCookie(c, ORDER_COOKIE)),
    basket: digestOfSecret(c.req.header(BASKET_HEADER) ?? getCookie(c, BASKET_COOKIE)),
  };
}

/** Signs a browser in: the server says when the session ends, the cookie at the latest then. */
export function giveSession(c: Context<Edge>, secret: string): void {
  setCookie(c, SESSION_COOKIE, secret, { ...OWN_COOKIE, maxAge: COOKIES.session.lifeMs / 1000 });
  logSecurity(c, { event: "signed-in", session: secretDigest(secret).slice(0, 16) });
}

/**
 * Signs a browser in whose basket became the person's: its token opens nothing more. A browser
 * that was never given one has nothing to forget.
 */
export function giveSignIn(c: Context<Edge>, secret: string): void {
  giveSession(c, secret);
  if (getCookie(c, BASKET_COOKIE) !== undefined) deleteCookie(c, BASKET_COOKIE, OWN_COOKIE);
}

/** Signs a browser out: it forgets the session, and the basket of whoever sat there. */
export function takeSession(c: Context<Edge>): void {
  for (const name of [SESSION_COOKIE, BASKET_COOKIE, ORDER_COOKIE]) {
    deleteCookie(c, name, OWN_COOKIE);
  }
  c.header("Clear-Site-Data", '"cache", "storage"');
}

/** How op_log names the sender: the strongest credential that came along. */
export function actorOf(credentials: Credentials, fresh: () => string): string {
  if (credentials.bearer !== null) return `token:${credentials.bearer}`;
  if (credentials.session !== null) return `session:${credentials.session}`;
  if (credentials.orderLink !== null) return `link:${credentials.orderLink}`;
  if (credentials.basket !== null) return `basket:${credentials.basket}`;
  return `fresh:${fresh()}`;
}

function digestOfSecret(secret: string | undefined) {
  return secret !== undefined && SECRET.test(secret) ? secretDigest(secret) : null;
}

/** Compares digests, so that time tells nothing about how much of the secret was right. */
function isSame(given: string | undefined, expected: string | undefined): boolean {
  if (given === undefined || expected === undefined || expected.length < 20) return false;
  return secretDigest(given) === secretDigest(expected);
}
