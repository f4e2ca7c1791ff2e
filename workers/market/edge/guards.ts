import type { MiddlewareHandler } from "hono";
import { newRequestId } from "#ports/ids.ts";
import type { Edge } from "./env.ts";
import { Stopped } from "./problem.ts";

/** Gives the request a name that its answer and its log line share. */
export const identify: MiddlewareHandler<Edge> = async (c, next) => {
  const requestId = newRequestId();
  c.set("requestId", requestId);
  await next();
  c.header("X-Request-Id", requestId);
  c.header("X-Content-Type-Options", "nosniff");
  // A page whose address holds a secret has said "no-referrer" already.
  if (!c.res.headers.has("Referrer-Policy")) c.header("Referrer-Policy", "same-origin");
};

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser that changes something says where the page came from: it must be one of our hosts.
 * Clients with a bearer token carry no ambient credential, so they need no Origin.
 */
export const guardOrigin: MiddlewareHandler<Edge> = async (c, next) => {
  const needsNone = READS.has(c.req.method) || c.req.header("Authorization") !== undefined;
  const origin = c.req.header("Origin");
  const fromNoPage = origin === undefined && c.req.header("Cookie") === undefined;
  if (!needsNone && !fromNoPage && !isOwn(origin, c.env.ORIGIN_HOSTS)) {
    throw new Stopped({ code: "foreign-origin" });
  }
  await next();
};

function isOwn(origin: string | undefined, hosts: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return hosts.split(",").includes(new URL(origin).host);
}
