import type { Context } from "hono";
import { routePath } from "hono/route";
import type { Edge } from "./env.ts";

/** One line of JSON for each failure: what failed and where, never what was sent. */
export function logFailure(c: Context<Edge>, error: unknown): void {
  const { requestId } = c.var;
  const { method } = c.req;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  console.error(
    JSON.stringify({ at: "edge", requestId, method, route: routePath(c), message, stack }),
  );
}

/** The same for work that no request asked for. */
export function logJobFailure(job: string, error: unknown): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(JSON.stringify({ at: "job", job, message }));
}

/** One line of JSON that a log is read for, without a failure. */
export function logLine(line: Readonly<Record<string, unknown>>): void {
  console.info(JSON.stringify(line));
}
