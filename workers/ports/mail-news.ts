import * as v from "valibot";
import { type Instant, instantFromText, MINUTE } from "#domain/kernel/instant.ts";
import type { LetterNews } from "#domain/notices/news.ts";

/** What came with news of a letter, as it arrived: not one byte may be read anew. */
export interface NewsArrived {
  readonly id: string | undefined;
  /** Seconds since 1970, as text. */
  readonly timestamp: string | undefined;
  /** "v1,<base 64>", several with spaces between while the secret changes. */
  readonly signature: string | undefined;
  readonly body: string;
}

/** How far a signature's moment may be from ours, either way. */
const TOLERANCE_MS = 5 * MINUTE;

/**
 * Whether the carrier signed this: HMAC-SHA-256 over id, second and body, as Svix does for Resend
 * (docs.svix.com/receiving/verifying-payloads/how-manual). Without a secret nothing is believed.
 */
export async function isSigned(
  arrived: NewsArrived,
  secret: string | undefined,
  now: Instant,
): Promise<boolean> {
  const { id, timestamp, signature, body } = arrived;
  const bytes = secret === undefined ? null : bytesOf(secret.replace(/^whsec_/, ""));
  if (bytes === null || bytes.length === 0 || id === undefined || id === "") return false;
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Number(timestamp) * 1000 - now) > TOLERANCE_MS) return false;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const given = (signature ?? "").split(" ").filter((one) => one.startsWith("v1,"));
  const checks = given.slice(0, 5).map(async (one) => {
    const mac = bytesOf(one.slice(3));
    return mac !== null && crypto.subtle.verify("HMAC", key, mac, signed);
  });
  return (await Promise.all(checks)).includes(true);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}

const Bounce = v.object({
  type: v.optional(v.string(), "Permanent"),
  message: v.optional(v.string(), ""),
});
const Event = v.object({
  type: v.string(),
  created_at: v.string(),
  data: v.object({
    email_id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    bounce: v.optional(Bounce),
    tags: v.optional(v.record(v.string(), v.unknown()), {}),
  }),
});

/**
 * Reads what the carrier tells (resend.com/docs/webhooks). Null is nothing for us: an event of
 * another kind, a delay, a bounce that may pass. News of a moment to come are news of now.
 */
export function readNews(body: string, now: Instant): LetterNews | null {
  const event = v.safeParse(Event, parsed(body));
  if (!event.success) return null;
  const { type, created_at: createdAt, data } = event.output;
  const state = stateOf(type, data.bounce?.type);
  if (state === null) return null;
  const ours = data.tags["letter"];
  const letterId = typeof ours === "string" && /^\d{1,15}$/.test(ours) ? Number(ours) : null;
  const reason = (data.bounce?.message ?? "").slice(0, 500);
  return {
    carrierId: data.email_id,
    letterId,
    state,
    at: momentOf(createdAt, now),
    reason: reason === "" ? null : reason,
  };
}

function stateOf(type: string, bounce: string | undefined): LetterNews["state"] | null {
  if (type === "email.delivered") return "delivered";
  if (type === "email.complained") return "complained";
  // The carrier holds the address for one that always fails, and did not even try.
  if (type === "email.suppressed") return "bounced";
  if (type === "email.bounced") return bounce === "Transient" ? null : "bounced";
  return null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function momentOf(text: string, now: Instant): Instant {
  const at = instantFromText(text);
  return at === null || at < 0 || at > now ? now : at;
}
