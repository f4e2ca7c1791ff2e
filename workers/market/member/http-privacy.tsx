import { Hono } from "hono";
import type { Context } from "hono";
import { deleteCookie } from "hono/cookie";
import { PURPOSES } from "#domain/access/consents.ts";
import { Gone, OwnData } from "#frontend/member/own-rights.tsx";
import { Privacy } from "#frontend/member/privacy.tsx";
import { OWN_COOKIE, SESSION_COOKIE } from "#market/edge/credentials.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { setConsent } from "#market/privacy/consents.ts";
import { eraseOneself } from "#market/privacy/erasure.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { readOwnData, readPrivacy } from "./read-privacy.ts";

const HERE = "/io/dati";

/** What the network does with personal data, for anyone. */
export const privacyPage = new Hono<Edge>().get("/", async (c) => {
  const t = wordsOf(c);
  const { around, ...rules } = await readPrivacy(c.var.request);
  const { network } = around;
  const { legalName = null, seat = null, taxCode = null, contactEmail = null } = network ?? {};
  const controller = legalName ?? network?.name ?? "Filiera";
  const facts = { controller, seat, taxCode, contactEmail, ...rules };
  const children = <Privacy t={t} facts={facts} />;
  return writePage(c, around, { title: t.privacy.title, path: "/riservatezza", children });
});

/** One's own data: consents, a copy, an end. */
export const ownDataPages = new Hono<Edge>()
  .get("/", (c) => showData(c))
  .post("/consensi", async (c) => {
    const t = wordsOf(c);
    const form = new URLSearchParams(c.var.bodyText);
    const purpose = PURPOSES.find(({ key }) => key === form.get("purpose"))?.key;
    if (purpose === undefined) return showData(c, t.refusals["invalid-input"]());
    const textVersion = Number(form.get("version") ?? "0");
    const asked = { purpose, isGiven: form.get("given") === "yes", textVersion };
    const reply = await setConsent(c.var.request, asked, "page");
    return reply.ok ? c.redirect(`${HERE}?fatto=1#usi`, 303) : showRefused(c, reply.refusal);
  })
  .post("/cancellazione", (c) => erase(c));

async function erase(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const reply = await eraseOneself(c.var.request);
  if (!reply.ok) return showRefused(c, reply.refusal);
  deleteCookie(c, SESSION_COOKIE, OWN_COOKIE);
  const { around } = await readPrivacy(c.var.request);
  c.header("Cache-Control", "private, no-store");
  return writePage(c, around, {
    title: t.privacy.own.goneTitle,
    path: HERE,
    children: <Gone t={t} />,
  });
}

async function showRefused(c: Context<Edge>, refusal: AnyRefusal): Promise<Response> {
  const t = wordsOf(c);
  if (!needsPasskey(refusal)) {
    return refusal.code === "not-signed-in"
      ? writeNotFor(c, refusal)
      : showData(c, reasonOf(t, refusal));
  }
  const read = await readOwnData(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const sentences = [t.privacy.own.sign, t.privacy.own.eraseWhy];
  return writeToSign(c, read.value.around, refusal, { sentences, back: HERE });
}

async function showData(c: Context<Edge>, refused: string | null = null): Promise<Response> {
  const t = wordsOf(c);
  const read = await readOwnData(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { ids } = c.var.request.ports;
  const facts = {
    purposes: read.value.purposes.map((one) => ({ ...one, formKey: ids.next() })),
    isDone: c.req.query("fatto") === "1",
    eraseKey: ids.next(),
    errors: refused === null ? [] : [{ field: "cancellazione", message: refused }],
  };
  const page = {
    title: t.privacy.own.title,
    path: HERE,
    refused: refused !== null,
    children: <OwnData t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, refused === null ? 200 : 422);
}
