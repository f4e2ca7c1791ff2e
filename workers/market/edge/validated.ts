import type { MiddlewareHandler } from "hono";
import { resolver, uniqueSymbol } from "hono-openapi";
import * as v from "valibot";
import type { Edge } from "./env.ts";
import { Stopped } from "./problem.ts";

type Schema = v.GenericSchema;
type Targets = "json" | "form" | "query" | "param";

interface Validated<Target extends Targets, S extends Schema> {
  in: { [K in Target]: v.InferInput<S> };
  out: { [K in Target]: v.InferOutput<S> };
}

/**
 * Parses one part of a request by its schema, and describes it for the OpenAPI document.
 * Refuses another content type (415), text that is no JSON (400) and wrong values (400), each
 * with the paths of what is wrong.
 */
export function validated<Target extends Targets, S extends Schema>(
  target: Target,
  schema: S,
): MiddlewareHandler<Edge, string, Validated<Target, S>> {
  const handler: MiddlewareHandler<Edge, string, Validated<Target, S>> = async (c, next) => {
    const parsed = v.safeParse(schema, readTarget(c, target), { abortPipeEarly: true });
    if (!parsed.success) throw new Stopped({ code: "invalid-input", issues: issuesOf(parsed) });
    c.req.addValidatedData(target, parsed.output as object);
    await next();
  };
  return Object.assign(handler, { [uniqueSymbol]: { target, ...resolver(schema) } });
}

type Readable = Parameters<MiddlewareHandler<Edge>>[0];

function readTarget(c: Readable, target: Targets): unknown {
  if (target === "query") return namedValues(new URL(c.req.url).searchParams);
  if (target === "param") return c.req.param();
  const type = (c.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (target === "form") {
    const expected = "application/x-www-form-urlencoded";
    if (type !== expected) throw new Stopped({ code: "not-json", expected });
    return namedValues(new URLSearchParams(c.var.bodyText));
  }
  if (type !== "application/json") {
    throw new Stopped({ code: "not-json", expected: "application/json" });
  }
  try {
    return JSON.parse(c.var.bodyText);
  } catch {
    throw new Stopped({ code: "malformed-json" });
  }
}

/**
 * Parameters as text; one that comes more than once is a list, which a schema that wants one text
 * refuses: nobody may mean the first while somebody on the way reads the last.
 */
function namedValues(sent: URLSearchParams): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of sent) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(values);
}

function issuesOf(parsed: { readonly issues: readonly v.BaseIssue<unknown>[] }) {
  return parsed.issues.slice(0, 20).map((issue) => ({
    path: v.getDotPath(issue) ?? "",
    message: issue.message.slice(0, 200),
  }));
}
