import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PlanRefusal } from "#domain/delivery/refusals.ts";
import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";

/** With which status each "no" about plans and rounds is said. */
export const ROUND_STATUSES = {
  "shift-overlaps": 409,
  "vehicle-retired": 409,
  "shift-not-that-day": 422,
  "rounds-too-early": 409,
  "rounds-over": 409,
  "rounds-without-hub": 409,
  "rounds-without-shift": 409,
  "rounds-without-stops": 409,
  "round-stop-told": 409,
  "round-stop-unknown": 422,
  "round-unreadable": 422,
  "plan-unsound": 422,
  "plan-not-better": 409,
  "plan-not-measured": 409,
  "plan-set-aside": 409,
  "plan-changed": 409,
  "plan-acknowledged": 409,
} as const satisfies Record<(PlanRefusal | RoundsRefusal)["code"], ContentfulStatusCode>;
