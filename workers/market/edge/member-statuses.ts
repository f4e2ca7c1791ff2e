import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { MembershipRefusal, ShareRefusal } from "#domain/membership/refusals.ts";

/** With which status each "no" about members and shares is said. */
export const MEMBER_STATUSES = {
  "member-already": 409,
  "tax-code-wrong": 422,
  "tax-code-taken": 409,
  "identity-misfit": 422,
  "too-young": 422,
  "enterprise-not-own": 422,
  "membership-misfit": 409,
  "refusal-late": 409,
  "appeal-late": 409,
  "opposition-late": 409,
  "payment-not-demanded": 409,
  "not-in-arrears": 409,
  "share-limit": 422,
  "instalments-too-many": 422,
  "share-overpaid": 422,
  "shares-unpaid": 409,
  "too-few-shares": 422,
  "still-a-member": 409,
  "loss-too-large": 422,
  "nothing-owed": 422,
  "reserves-short": 409,
  "transfer-waiting": 409,
  "transfer-free": 409,
  "transfer-open": 409,
  "transfer-ended": 409,
  "transfer-not-accepted": 409,
  "transfer-accepted": 409,
  "receiver-not-a-member": 422,
} as const satisfies Record<(MembershipRefusal | ShareRefusal)["code"], ContentfulStatusCode>;
