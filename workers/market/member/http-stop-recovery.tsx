import { COOKIES } from "#domain/access/cookies.ts";
import { Hono } from "hono";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { id, type InvitationId, isId } from "#domain/kernel/ids.ts";
import { StopRecovery } from "#frontend/member/stop-recovery.tsx";
import { OWN_COOKIE } from "#market/edge/credentials.ts";
import type { Edge } from "#market/edge/env.ts";
import { stopRecovery } from "#market/identity/stop-recovery.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { readAround } from "./reads.ts";

const { name: STOP_COOKIE, lifeMs } = COOKIES.stop;
const SECRET = /^[0-9a-z]{20,120}$/;

/**
 * Stops a recovery from the letter that told of it. Opening the link changes nothing, since mail
 * programs open links by themselves: its secret becomes a cookie, and a button does it.
 */
export const stopRecoveryPages = new Hono<Edge>()
  .get("/", (c) => {
    const { ids } = c.var.request.ports;
    return secretOf(c) === null ? writeSpent(c) : writeStop(c, ids.next());
  })
  .post("/", async (c) => {
    const t = wordsOf(c);
    const told = secretOf(c);
    if (told === null) return writeSpent(c);
    const reply = await stopRecovery(c.var.request, told);
    if (!reply.ok) return writeSpent(c, reasonOf(t, reply.refusal));
    deleteCookie(c, STOP_COOKIE, OWN_COOKIE);
    return writeStop(c, null);
  })
  .get("/:id/:secret", async (c) => {
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-store");
    const { id: recovery, secret } = c.req.param();
    if (!isId(recovery) || !SECRET.test(secret)) return writeSpent(c);
    const told = `${recovery}.${secret}`;
    setCookie(c, STOP_COOKIE, told, { ...OWN_COOKIE, maxAge: lifeMs / 1000 });
    return c.redirect("/ferma", 303);
  });

function secretOf(c: Context<Edge>) {
  const [recovery = "", secret = ""] = (getCookie(c, STOP_COOKIE) ?? "").split(".");
  return isId(recovery) && SECRET.test(secret) ? { id: id<InvitationId>(recovery), secret } : null;
}

async function writeStop(c: Context<Edge>, sendingKey: string | null): Promise<Response> {
  const t = wordsOf(c);
  const page = {
    title: t.access.stop.title,
    path: "/ferma",
    isPersonal: true,
    children: <StopRecovery t={t} sendingKey={sendingKey} />,
  };
  return writePage(c, await readAround(c.var.request), page);
}

function writeSpent(c: Context<Edge>, why?: string): Promise<Response> {
  const t = wordsOf(c);
  const { noneTitle, noneWhy } = t.access.stop;
  return writeLost(c, { title: noneTitle, why: why ?? noneWhy });
}
