import type { Context } from "hono";
import { matchedRoutes } from "hono/route";
import { wallTime } from "#ports/clock.ts";
import { clientAddress } from "./client-address.ts";
import type { Edge } from "./env.ts";
import { logLine } from "./log.ts";

/**
 * What a security log is read for. Facts are codes, names of acts and identifiers of rows: never
 * a secret, an e-mail address, the link of an order, or anything that somebody wrote in a text.
 */
export type SecurityEvent =
  | { readonly event: "signed-in"; readonly session: string }
  | { readonly event: "sign-in-failed"; readonly why: string }
  | { readonly event: "signed-out"; readonly account: string; readonly sessions: number }
  | { readonly event: "access-refused"; readonly code: string; readonly act: string | null }
  | { readonly event: "origin-refused"; readonly origin: string | null }
  | { readonly event: "rate-limited"; readonly rate: string }
  | { readonly event: "input-refused"; readonly code: string; readonly times: number }
  | { readonly event: "act-done"; readonly status: number }
  | { readonly event: "policy-report"; readonly directive: string; readonly blocked: string };

/**
 * Writes one line of JSON: when (UTC, the machine's own clock), which request, from where, on
 * which endpoint by its pattern, since an address may hold a link's secret, and what happened.
 */
export function logSecurity(c: Context<Edge>, event: SecurityEvent): void {
  logLine({
    at: "security",
    time: wallTime(),
    requestId: c.var.requestId,
    address: clientAddress(c),
    sender: senderOf(c),
    method: c.req.method,
    route: routeOf(c),
    ...shortened(event),
  });
}

/** The pattern of the endpoint that was asked for, also where a guard stopped the request. */
function routeOf(c: Context<Edge>): string | null {
  const patterns = matchedRoutes(c).map(({ path }) => path);
  return patterns.findLast((path) => !path.endsWith("*")) ?? null;
}

/** Who sent it, as far as is known: a few characters of a digest, which open nothing. */
function senderOf(c: Context<Edge>): string | null {
  const request: Edge["Variables"]["request"] | undefined = c.var.request;
  if (request === undefined) return null;
  const [kind = "", digest = ""] = request.actor.split(":");
  return kind === "fresh" ? null : `${kind}:${digest.slice(0, 16)}`;
}

const MOST_CHARACTERS = 200;

/** Facts come from strangers too: as long as they may be, and on the line that is theirs. */
function shortened(event: SecurityEvent): Record<string, unknown> {
  const facts = Object.entries(event).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === "string" ? value.slice(0, MOST_CHARACTERS) : value,
  ]);
  return Object.fromEntries(facts) as Record<string, unknown>;
}
