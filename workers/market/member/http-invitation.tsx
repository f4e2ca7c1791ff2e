import { COOKIES } from "#domain/access/cookies.ts";
import { Hono } from "hono";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { Invitation } from "#frontend/member/invitation.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import { giveSession, OWN_COOKIE } from "#market/edge/credentials.ts";
import type { Edge } from "#market/edge/env.ts";
import { statusOf } from "#market/edge/statuses.ts";
import { askForPasskey, enrolPasskey } from "#market/identity/enrol-passkey.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { readEnrolment } from "./http-enrolment.ts";
import { enrolAsked } from "./http-passkey.ts";
import { readInvitation } from "./reads.ts";

const { name: INVITATION_COOKIE, lifeMs } = COOKIES.invitation;
const SECRET = /^[0-9a-z]{20,120}$/;

/**
 * The way to a first passkey. The secret of the letter leaves the address at once: it becomes a
 * cookie that only this browser has, and goes when it was used.
 */
export const invitationPages = new Hono<Edge>()
  .get("/", (c) => showInvitation(c))
  .post("/", (c) => makePasskey(c))
  .get("/:token", async (c) => {
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-store");
    const token = c.req.param("token");
    if (!SECRET.test(token)) return writeSpent(c);
    setCookie(c, INVITATION_COOKIE, token, { ...OWN_COOKIE, maxAge: lifeMs / 1000 });
    return c.redirect("/invito", 303);
  });

interface Shown {
  readonly name: string;
  readonly errors: readonly FieldError[];
}

async function showInvitation(c: Context<Edge>, shown?: Shown): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  const secret = secretOf(c);
  if (secret === null) return writeSpent(c);
  const { around, invitation } = await readInvitation(request, secret);
  if (invitation === null) return writeSpent(c);
  const asked = await askForPasskey(request, secret);
  if (!asked.ok) return writeSpent(c);
  const { name, kind, expiresAt } = invitation;
  const { now, ids } = request.ports;
  const names = { network: around.network?.name ?? "Filiera", person: name };
  const facts = {
    name,
    kind,
    expiresAt,
    asked: enrolAsked(asked.value, names, now),
    key: ids.next(),
    passkeyName: shown?.name ?? t.access.passkey.firstName,
    errors: shown?.errors ?? [],
  };
  const page = {
    title: t.access.invitation.title,
    path: "/invito",
    refused: facts.errors.length > 0,
    hasPasskeys: true,
    isPersonal: true,
    children: <Invitation t={t} facts={facts} />,
  };
  return writePage(c, around, page, facts.errors.length > 0 ? 422 : 200);
}

async function makePasskey(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const invitation = secretOf(c);
  if (invitation === null) return writeSpent(c);
  const { name, made, errors } = readEnrolment(t, c.var.bodyText);
  if (made === null && errors.length === 0) return c.redirect("/invito", 303);
  if (made === null) return showInvitation(c, { name, errors });
  const reply = await enrolPasskey(c.var.request, { ...made, invitation });
  if (reply.ok) {
    deleteCookie(c, INVITATION_COOKIE, OWN_COOKIE);
    giveSession(c, reply.value.session);
    return c.redirect("/io?nuova=1", 303);
  }
  if (statusOf(reply.refusal) === 410) return writeSpent(c);
  const message = reasonOf(t, reply.refusal);
  return showInvitation(c, { name, errors: [{ field: "name", message }] });
}

function secretOf(c: Context<Edge>): string | null {
  const secret = getCookie(c, INVITATION_COOKIE) ?? "";
  return SECRET.test(secret) ? secret : null;
}

function writeSpent(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const { noneTitle, noneWhy } = t.access.invitation;
  return writeLost(c, { title: noneTitle, why: noneWhy });
}
