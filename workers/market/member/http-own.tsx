import { Hono } from "hono";
import type { Context } from "hono";
import { checkRemoval } from "#domain/access/own-addresses.ts";
import { id, isId, type SessionId } from "#domain/kernel/ids.ts";
import { OwnAccess } from "#frontend/member/own-access.tsx";
import type { OwnFacts } from "#frontend/member/own-facts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { logSecurity } from "#market/edge/security-log.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { signOut, type WhichSessions } from "#market/identity/own-sessions.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor, writeToSign } from "./http-act.tsx";
import { type OwnView, readOwn } from "./read-own.ts";

/** Where one's own access is shown. */
export const ACCESS_PAGE = "/io/accesso";

/** One's own access as it is shown. */
export const ownAccessPage = new Hono<Edge>().get("/", (c) => showOwn(c));

/** The forms that end sessions. */
export const ownSessionForms = new Hono<Edge>()
  .post("/altre", (c) => end(c, "others"))
  .post("/:session/fine", (c) => {
    const session = c.req.param("session");
    return isId(session) ? end(c, { id: id<SessionId>(session) }) : writeLost(c);
  });

async function end(c: Context<Edge>, which: WhichSessions): Promise<Response> {
  const reply = await signOut(c.var.request, which);
  if (!reply.ok) return showRefused(c, reply.refusal, "sessioni");
  const { personId: account, sessions } = reply.value;
  logSecurity(c, { event: "signed-out", account, sessions });
  return c.redirect(`${ACCESS_PAGE}?fatto=1#sessioni`, 303);
}

/** The page again, with what stopped the form. */
export function showRefused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  field: string,
): Response | Promise<Response> {
  const t = wordsOf(c);
  if (["not-signed-in", "not-found"].includes(refusal.code)) return writeNotFor(c, refusal);
  return showOwn(c, [{ field, message: reasonOf(t, refusal) }]);
}

/** Gives a form about one's own access back, to be signed. */
export async function askToSign(
  c: Context<Edge>,
  refusal: Extract<AnyRefusal, { readonly code: "passkey-needed" }>,
  sentences: readonly string[],
): Promise<Response> {
  const read = await readOwn(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  return writeToSign(c, read.value.around, refusal, { sentences, back: ACCESS_PAGE });
}

export async function showOwn(
  c: Context<Edge>,
  errors: readonly FieldError[] = [],
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readOwn(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const page = {
    title: t.access.own.title,
    path: ACCESS_PAGE,
    refused: errors.length > 0,
    children: <OwnAccess t={t} facts={{ ...ownFacts(c, read.value), errors }} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

function ownFacts(c: Context<Edge>, view: OwnView): Omit<OwnFacts, "errors"> {
  const key = () => c.var.request.ports.ids.next();
  return {
    name: view.around.person?.name ?? "",
    typedName: typedName(c),
    language: view.language,
    roles: view.who.grants.map(({ role }) => role),
    passkeys: view.passkeys.map((one) => ({ ...one, keys: { rename: key(), remove: key() } })),
    sessions: view.sessions.map((one) => ({ ...one, key: key() })),
    addresses: view.addresses.map(({ confirmedAt, ...one }) => {
      const isConfirmed = confirmedAt !== null;
      const mayGo = checkRemoval(view.addresses, { ...one, confirmedAt }).ok;
      return { ...one, isConfirmed, mayGo, keys: { again: key(), remove: key() } };
    }),
    keys: { others: key(), out: key(), address: key(), profile: key() },
    newAddress: new URLSearchParams(c.var.bodyText).get("email") ?? "",
    news: newsOf(c),
  };
}

/** The name of the profile's form: a passkey's form has a name too, and no language. */
function typedName(c: Context<Edge>): string | null {
  const form = new URLSearchParams(c.var.bodyText);
  return form.has("language") ? form.get("name") : null;
}

function newsOf(c: Context<Edge>): string | null {
  const t = wordsOf(c);
  const say = t.access.own;
  if (c.req.query("nuova") === "1") return say.welcome;
  return c.req.query("fatto") === "1" ? say.done : null;
}
