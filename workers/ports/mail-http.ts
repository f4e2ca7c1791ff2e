import * as v from "valibot";
import type { Carrier, Posted } from "./mail.ts";
import { stopHeaders } from "./mail-headers.ts";
import { type Neighbour, NeighbourFailed, postJson } from "./neighbour.ts";

const Taken = v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });
const Refused = v.object({ name: v.string(), message: v.optional(v.string(), "") });

/** Not about the letter: our account is in trouble, or an earlier try is still under way. */
const TROUBLE: ReadonlySet<string> = new Set([
  "concurrent_idempotent_requests",
  "daily_quota_exceeded",
  "monthly_quota_exceeded",
  "rate_limit_exceeded",
  "invalid_from_address",
]);

/** A key is one letter's for ever: in other words than now, it was taken when tried before. */
const TAKEN_BEFORE = "invalid_idempotent_request";

/**
 * A carrier with Resend's HTTP API (resend.com/docs/api-reference): POST /emails, at most once
 * for an Idempotency-Key in 24 hours. The host's mailbox speaks it too.
 */
export function mailByHttp(neighbour: Neighbour): Carrier {
  return {
    send: async (posted, key) => {
      const { status, json } = await postJson(neighbour, "/emails", { key, body: bodyOf(posted) });
      if (status < 400) {
        const taken = v.safeParse(Taken, json);
        if (taken.success) return { kind: "taken", carrierId: taken.output.id };
        throw new NeighbourFailed("/emails takes a letter without naming it");
      }
      const refused = v.safeParse(Refused, json);
      const { name, message } = refused.success ? refused.output : { name: "", message: "" };
      if (name === TAKEN_BEFORE) return { kind: "taken", carrierId: null };
      const reason = `${status} ${name} ${message}`.trim().slice(0, 500);
      if (TROUBLE.has(name)) throw new NeighbourFailed(reason);
      return { kind: "refused", reason };
    },
  };
}

function bodyOf({ from, to, subject, text, html, sender, tag, unsubscribe }: Posted): object {
  return {
    from: from.name === "" ? from.email : `${from.name} <${from.email}>`,
    to: [to],
    subject,
    text,
    html,
    ...(sender.address === null ? {} : { reply_to: [sender.address] }),
    tags: [{ name: "letter", value: tag }],
    ...stopHeaders({ unsubscribe }),
  };
}
