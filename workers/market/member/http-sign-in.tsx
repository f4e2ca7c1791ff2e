import { Hono } from "hono";
import type { Context } from "hono";
import { id, isId, type MailCodeId } from "#domain/kernel/ids.ts";
import { SignIn } from "#frontend/member/sign-in.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import { giveKnown } from "#market/edge/asker.ts";
import { giveSignIn, takeSession } from "#market/edge/credentials.ts";
import type { Edge } from "#market/edge/env.ts";
import { logSecurity } from "#market/edge/security-log.ts";
import { askToSignIn, sendSignInCode } from "#market/identity/ask-to-sign-in.ts";
import { signOut } from "#market/identity/own-sessions.ts";
import { type SignedInNow, signInWithCode, signInWithPasskey } from "#market/identity/sign-in.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { readDigits, readEmail, writeCode } from "./http-code.tsx";
import { signAsked } from "./http-passkey.ts";
import { readAround } from "./reads.ts";

/** The ways in: a passkey, or eight digits by mail. */
export const signInPages = new Hono<Edge>()
  .get("/", (c) => showSignIn(c))
  .post("/", async (c) => {
    const t = wordsOf(c);
    const { email, isOne } = readEmail(c.var.bodyText);
    if (!isOne) {
      const message = t.access.signIn.emailWrong;
      return showSignIn(c, { email, errors: [{ field: "email", message }] });
    }
    const reply = await sendSignInCode(c.var.request, { email, lang: t.lang });
    if (!reply.ok) {
      const message = reasonOf(t, reply.refusal);
      return showSignIn(c, { email, errors: [{ field: "email", message }] });
    }
    const next = nextOf(sent(c, "poi"));
    const query = new URLSearchParams({
      codice: reply.value.id,
      ...(next === "" ? {} : { poi: next }),
    });
    return c.redirect(`/accedi/codice?${query}`, 303);
  })
  .post("/passkey", async (c) => {
    const t = wordsOf(c);
    const next = nextOf(sent(c, "poi"));
    // Without an answer the form was sent to be drawn anew: what it asked had grown too old.
    if (c.var.request.assertion === null) {
      return c.redirect(`/accedi?ancora=1&poi=${encodeURIComponent(next)}`, 303);
    }
    const reply = await signInWithPasskey(c.var.request);
    if (reply.ok) return comeIn(c, reply.value, next);
    const message = reasonOf(t, reply.refusal);
    return showSignIn(c, { email: "", errors: [{ field: "passkey", message }] });
  })
  .get("/codice", (c) => showCode(c, c.req.query("codice") ?? "", c.req.query("poi") ?? ""))
  .post("/codice", async (c) => {
    const t = wordsOf(c);
    const [codeId, next] = [sent(c, "codice"), sent(c, "poi")];
    const code = readDigits(c.var.bodyText);
    if (code === null) return showCode(c, codeId, next, t.access.code.codeWrongForm);
    if (!isId(codeId)) return c.redirect("/accedi", 303);
    const typed = { codeId: id<MailCodeId>(codeId), code, lang: t.lang };
    const reply = await signInWithCode(c.var.request, typed);
    if (reply.ok) return comeIn(c, reply.value, nextOf(next));
    return showCode(c, codeId, next, reasonOf(t, reply.refusal));
  });

/** Signs this browser out. Whoever was not signed in is out all the same. */
export const signOutPages = new Hono<Edge>().post("/", async (c) => {
  const reply = await signOut(c.var.request, "this");
  if (reply.ok) {
    const { personId: account, sessions } = reply.value;
    logSecurity(c, { event: "signed-out", account, sessions });
  }
  takeSession(c);
  return c.redirect("/accedi?uscita=1", 303);
});

function sent(c: Context<Edge>, name: string): string {
  return new URLSearchParams(c.var.bodyText).get(name) ?? "";
}

/** Only a page of one's own, or of the network: an address of elsewhere is no address. */
function nextOf(path: string): string {
  return /^\/(io|rete)(\/[a-z0-9-]{1,40})*$/.test(path) ? path : "";
}

const JOINED = { joined: "?cassetta=unita", kept: "?cassetta=tua", none: "" } as const;

function comeIn(c: Context<Edge>, came: SignedInNow, next: string): Response {
  const { session, basket, known } = came;
  giveSignIn(c, session);
  giveKnown(c, known);
  return c.redirect(next === "" ? `/io${JOINED[basket]}` : next, 303);
}

interface Refused {
  readonly email: string;
  readonly errors: readonly FieldError[];
}

async function showSignIn(c: Context<Edge>, refused?: Refused): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  const { ids, now } = request.ports;
  const around = await readAround(request);
  const facts = {
    asked: signAsked({ ...askToSignIn(request), credentialIds: [] }, now),
    keys: { passkey: ids.next(), code: ids.next() },
    next: nextOf(c.req.query("poi") ?? sent(c, "poi")),
    email: refused?.email ?? "",
    errors: refused?.errors ?? [],
    news: newsOf(c),
    person: around.person?.name ?? null,
  };
  const page = {
    title: t.access.signIn.title,
    path: "/accedi",
    refused: refused !== undefined,
    hasPasskeys: true,
    isPersonal: true,
    children: <SignIn t={t} facts={facts} />,
  };
  return writePage(c, around, page, refused === undefined ? 200 : 422);
}

function newsOf(c: Context<Edge>): string | null {
  const t = wordsOf(c);
  if (c.req.query("uscita") === "1") return t.access.signOut.done;
  return c.req.query("ancora") === "1" ? t.access.passkey.again : null;
}

async function showCode(
  c: Context<Edge>,
  codeId: string,
  next: string,
  refused?: string,
): Promise<Response> {
  const t = wordsOf(c);
  if (!isId(codeId)) return c.redirect("/accedi", 303);
  const { request } = c.var;
  return writeCode(c, await readAround(request), {
    title: t.access.code.title,
    action: "/accedi/codice",
    label: t.access.code.go,
    fields: [
      ["key", request.ports.ids.next()],
      ["codice", codeId],
      ["poi", nextOf(next)],
    ],
    again: "/accedi",
    refused,
  });
}
