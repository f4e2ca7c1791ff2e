import { Hono } from "hono";
import type { Context } from "hono";
import { id, isId, type MailCodeId } from "#domain/kernel/ids.ts";
import { Recovery, RecoveryBegun } from "#frontend/member/recovery.tsx";
import type { Edge } from "#market/edge/env.ts";
import { recover, sendRecoveryCode } from "#market/identity/recover.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { readDigits, readEmail, writeCode } from "./http-code.tsx";
import { readAround } from "./reads.ts";

/** The way back of who lost every passkey: an address, its digits, and then a letter. */
export const recoveryPages = new Hono<Edge>()
  .get("/", (c) => showAsking(c))
  .post("/", async (c) => {
    const t = wordsOf(c);
    const { email, isOne } = readEmail(c.var.bodyText);
    if (!isOne) return showAsking(c, { email, message: t.access.signIn.emailWrong });
    const reply = await sendRecoveryCode(c.var.request, { email, lang: t.lang });
    if (!reply.ok) return showAsking(c, { email, message: reasonOf(t, reply.refusal) });
    return c.redirect(`/recupero/codice?codice=${reply.value.id}`, 303);
  })
  .get("/codice", (c) => showCode(c, c.req.query("codice") ?? ""))
  .post("/codice", (c) => begin(c));

async function begin(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const codeId = new URLSearchParams(c.var.bodyText).get("codice") ?? "";
  if (!isId(codeId)) return c.redirect("/recupero", 303);
  const code = readDigits(c.var.bodyText);
  if (code === null) return showCode(c, codeId, t.access.code.codeWrongForm);
  const reply = await recover(c.var.request, { codeId: id<MailCodeId>(codeId), code });
  if (!reply.ok) {
    // Who reads this mailbox may know that nobody comes in with it; nobody else gets here.
    const isNobody = reply.refusal.code === "not-found";
    const why = isNobody ? t.access.recovery.nobody : reasonOf(t, reply.refusal);
    return showCode(c, codeId, why);
  }
  const page = {
    title: t.access.recovery.begunTitle,
    path: "/recupero/codice",
    isPersonal: true,
    children: <RecoveryBegun t={t} facts={reply.value} />,
  };
  return writePage(c, await readAround(c.var.request), page);
}

interface Refused {
  readonly email: string;
  readonly message: string;
}

async function showAsking(c: Context<Edge>, refused?: Refused): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  const facts = {
    key: request.ports.ids.next(),
    email: refused?.email ?? "",
    errors: refused === undefined ? [] : [{ field: "email", message: refused.message }],
  };
  const page = {
    title: t.access.recovery.title,
    path: "/recupero",
    refused: refused !== undefined,
    isPersonal: true,
    children: <Recovery t={t} facts={facts} />,
  };
  return writePage(c, await readAround(request), page, refused === undefined ? 200 : 422);
}

async function showCode(c: Context<Edge>, codeId: string, refused?: string): Promise<Response> {
  const t = wordsOf(c);
  if (!isId(codeId)) return c.redirect("/recupero", 303);
  const { request } = c.var;
  return writeCode(c, await readAround(request), {
    title: t.access.code.title,
    action: "/recupero/codice",
    label: t.access.recovery.go,
    fields: [
      ["key", request.ports.ids.next()],
      ["codice", codeId],
    ],
    again: "/recupero",
    refused,
  });
}
