import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { EdgeRefusal } from "./problem.ts";

/** Every "no" that the API can say. A new one does not compile until it has a status here. */
export type AnyRefusal = EdgeRefusal | AccessRefusal | RuleRefusal | NetworkRefusal;

const STATUSES = {
  "malformed-json": 400,
  "invalid-input": 400,
  "key-missing": 400,
  "not-signed-in": 401,
  "not-allowed": 403,
  "foreign-origin": 403,
  "not-found": 404,
  "no-such-page": 404,
  "changed-meanwhile": 409,
  "network-exists": 409,
  "rule-changed": 409,
  "too-large": 413,
  "not-json": 415,
  "key-reused": 422,
  "rule-unknown": 404,
  "rule-out-of-bounds": 422,
  "rule-not-a-choice": 422,
  "rule-backdated": 422,
} as const satisfies Record<AnyRefusal["code"], ContentfulStatusCode>;

export function statusOfCode(code: AnyRefusal["code"]): ContentfulStatusCode {
  return STATUSES[code];
}

export function statusOf(refusal: AnyRefusal): ContentfulStatusCode {
  return STATUSES[refusal.code];
}
