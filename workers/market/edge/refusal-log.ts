import type { Context } from "hono";
import { clientAddress } from "./client-address.ts";
import type { Edge } from "./env.ts";
import { logSecurity } from "./security-log.ts";
import type { AnyRefusal } from "./statuses.ts";

/** How many wrong inputs of one sender make a line of the log: one typo is nobody's business. */
const BURST = 50;
const MOST_SENDERS = 10_000;

/** Wrong inputs by sender since this isolate began. */
const wrong = new Map<string, number>();

/** Somebody tried to come in, or to sign, with what is not good. */
const FAILED_SIGN_INS: ReadonlySet<AnyRefusal["code"]> = new Set([
  "passkey-refused",
  "code-wrong",
  "code-spent",
  "access-suspended",
  "invitation-spent",
  "acts-paused",
]);

/** Writes a refusal to the security log where it says something about its sender. */
export function logRefusal(c: Context<Edge>, refusal: AnyRefusal): void {
  const { code } = refusal;
  if (code === "not-signed-in" || code === "not-allowed") {
    const act = code === "not-allowed" ? refusal.act : null;
    logSecurity(c, { event: "access-refused", code, act });
  } else if (FAILED_SIGN_INS.has(code)) logSecurity(c, { event: "sign-in-failed", why: code });
  else if (isWrongInput(code)) countWrong(c, code);
}

function isWrongInput(code: AnyRefusal["code"]): boolean {
  return code === "invalid-input" || code === "malformed-json" || code === "not-json";
}

function countWrong(c: Context<Edge>, code: string): void {
  const sender = clientAddress(c) ?? "this-machine";
  if (wrong.size >= MOST_SENDERS) wrong.clear();
  const times = (wrong.get(sender) ?? 0) + 1;
  wrong.set(sender, times);
  if (times % BURST === 0) logSecurity(c, { event: "input-refused", code, times });
}
