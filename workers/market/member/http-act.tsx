import type { Context } from "hono";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { SignAct } from "#frontend/member/sign-act.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import type { Around } from "#market/shop/around.ts";
import { writeRefusal } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { signAsked } from "./http-passkey.ts";

/** What a form asks for that concerns everyone. */
export interface Act {
  /** In plain words, for who signs. */
  readonly sentences: readonly string[];
  /** Where to go without signing. */
  readonly back: string;
}

type Needed = Extract<AccessRefusal, { readonly code: "passkey-needed" }>;

export function needsPasskey(refusal: AnyRefusal): refusal is Needed {
  return refusal.code === "passkey-needed";
}

/**
 * Gives a form back to be signed: the same fields with the same key, so that what is signed is
 * what was asked. The answer of the passkey travels in one field more, which the signature is not
 * about (`edge/request.ts`).
 */
export function writeToSign(c: Context<Edge>, around: Around, refusal: Needed, act: Act): Response {
  const t = wordsOf(c);
  const sent = new URLSearchParams(c.var.bodyText);
  const isRenewed = sent.has("assertion");
  sent.delete("assertion");
  const asked = askedOf(refusal, c.var.request.ports.now);
  const facts = { ...act, action: c.req.path, fields: [...sent], asked, isRenewed };
  const page = {
    title: asked === null ? t.access.act.noneTitle : t.access.act.title,
    path: c.req.path,
    side: "vote" as const,
    hasPasskeys: asked !== null,
    children: <SignAct t={t} facts={facts} />,
  };
  return writePage(c, around, page, 403);
}

function askedOf(refusal: Needed, now: Parameters<typeof signAsked>[1]) {
  const { challenge, rpId, credentialIds = [], expiresAt } = refusal;
  if (challenge === undefined || rpId === undefined || expiresAt === undefined) return null;
  if (credentialIds.length === 0) return null;
  return signAsked({ challenge, rpId, credentialIds, expiresAt }, now);
}

/** A page that is not for this reader: who is nobody yet is asked in, and comes back. */
export function writeNotFor(c: Context<Edge>, refusal: AnyRefusal): Response | Promise<Response> {
  if (refusal.code !== "not-signed-in") return writeRefusal(c, refusal);
  const next = c.req.method === "GET" ? `?poi=${encodeURIComponent(c.req.path)}` : "";
  return c.redirect(`/accedi${next}`, 303);
}
