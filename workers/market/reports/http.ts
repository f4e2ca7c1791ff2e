import { Hono } from "hono";
import * as v from "valibot";
import type { Edge } from "#market/edge/env.ts";
import { logSecurity } from "#market/edge/security-log.ts";

/** The two forms of a browser's report: the old one alone, the new ones in a list. */
const Old = v.object({
  "csp-report": v.object({
    "violated-directive": v.optional(v.string(), ""),
    "blocked-uri": v.optional(v.string(), ""),
  }),
});
const New = v.pipe(
  v.array(
    v.object({
      type: v.literal("csp-violation"),
      body: v.object({
        effectiveDirective: v.optional(v.string(), ""),
        blockedURL: v.optional(v.nullable(v.string()), ""),
      }),
    }),
  ),
  v.minLength(1),
);

/**
 * What a browser's policy stopped, for the log: something on a page that is not ours. A browser
 * sends it by itself, so no origin is asked; it changes nothing, and no more is kept of it than
 * the directive and the host that was blocked.
 */
export const reports = new Hono<Edge>().post("/", (c) => {
  const report = readReport(c.var.bodyText);
  if (report !== null) logSecurity(c, { event: "policy-report", ...report });
  return c.body(null, 204);
});

function readReport(body: string) {
  const parsed = v.safeParse(v.union([Old, New]), json(body));
  if (!parsed.success) return null;
  if (!Array.isArray(parsed.output)) {
    const { "violated-directive": directive, "blocked-uri": blocked } = parsed.output["csp-report"];
    return { directive, blocked: hostOf(blocked) };
  }
  const [first] = parsed.output;
  const { effectiveDirective = "", blockedURL = "" } = first?.body ?? {};
  return { directive: effectiveDirective, blocked: hostOf(blockedURL ?? "") };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** An address may hold a secret; its host, or a word such as "inline", does not. */
function hostOf(blocked: string): string {
  return URL.canParse(blocked) ? new URL(blocked).host : blocked.replaceAll(/[^\w-]/g, "");
}
