import type { SendEmail } from "@cloudflare/workers-types";
import type { Carrier } from "./mail.ts";
import { stopHeaders } from "./mail-headers.ts";
import { NeighbourFailed } from "./neighbour.ts";

/**
 * What the platform says of a letter that it will never take. Every other failure (a limit, a
 * domain that is not set up yet, an accident of its own) may be over at the next try.
 */
const FINAL: ReadonlySet<string> = new Set([
  "E_VALIDATION_ERROR",
  "E_FIELD_MISSING",
  "E_RECIPIENT_NOT_ALLOWED",
  "E_RECIPIENT_SUPPRESSED",
  "E_CONTENT_TOO_LARGE",
]);

/**
 * Cloudflare's e-mail binding (`send_email` in wrangler.toml). It knows no idempotency key: a
 * sender that dies between the platform's yes and our own note of it sends the letter again.
 */
export function mailByBinding(binding: SendEmail): Carrier {
  return {
    send: async ({ from, to, subject, text, html, sender, unsubscribe }) => {
      const replyTo = sender.address === null ? {} : { replyTo: sender.address };
      const stop = stopHeaders({ unsubscribe });
      try {
        const sent = await binding.send({ from, to, subject, text, html, ...replyTo, ...stop });
        return { kind: "taken", carrierId: sent.messageId };
      } catch (error) {
        const code = codeOf(error);
        const reason = `${code} ${error instanceof Error ? error.message : String(error)}`;
        if (!FINAL.has(code)) throw new NeighbourFailed(reason);
        return { kind: "refused", reason: reason.slice(0, 500) };
      }
    },
  };
}

function codeOf(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : "";
}
