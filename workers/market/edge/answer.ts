import type { Context, TypedResponse } from "hono";
import type { Outcome, Refusal } from "#domain/kernel/outcome.ts";
import type { Edge } from "./env.ts";
import { problemOf } from "./problem.ts";
import { logRefusal } from "./refusal-log.ts";
import { logSecurity } from "./security-log.ts";
import { type AnyRefusal, statusOf } from "./statuses.ts";
import type { Reply } from "./perform.ts";

/** Answers a deed's reply as JSON, or its refusal as problem details with the code's status. */
export function answer<T>(
  c: Context<Edge>,
  reply: Reply<T, AnyRefusal>,
): Response & TypedResponse<T, 200 | 201, "json"> {
  if (!reply.ok) return refused(c, reply.refusal);
  if (!reply.isRepeat) logAct(c, reply.status);
  return json(c, reply.status, reply.value);
}

/** Answers what was read. */
export function show<T>(
  c: Context<Edge>,
  outcome: Outcome<T, AnyRefusal>,
): Response & TypedResponse<T, 200, "json"> {
  if (!outcome.ok) return refused(c, outcome.refusal);
  return json(c, 200, outcome.value);
}

/** Every error of the API has this form (RFC 9457). */
export function refused(c: Context<Edge>, refusal: AnyRefusal): never {
  const status = statusOf(refusal);
  logRefusal(c, refusal);
  c.header("Content-Type", "application/problem+json; charset=utf-8");
  c.header("Cache-Control", "no-store");
  const body = { ...problemOf(refusal satisfies Refusal, status), requestId: c.var.requestId };
  return c.body(JSON.stringify(body), status) as never;
}

/** What was done under a signature is written down: the endpoint, by whom, in which request. */
function logAct(c: Context<Edge>, status: number): void {
  const request: Edge["Variables"]["request"] | undefined = c.var.request;
  const isSigned = (request?.assertion ?? null) !== null;
  if (isSigned) logSecurity(c, { event: "act-done", status });
}

function json(c: Context<Edge>, status: 200 | 201, value: unknown): never {
  c.header("Content-Type", "application/json; charset=utf-8");
  c.header("Cache-Control", "no-store");
  return c.body(JSON.stringify(value), status) as never;
}
