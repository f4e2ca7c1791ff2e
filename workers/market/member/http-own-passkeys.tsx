import { Hono } from "hono";
import type { Context } from "hono";
import { id, isId, type PasskeyId } from "#domain/kernel/ids.ts";
import { AddPasskey } from "#frontend/member/add-passkey.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import { giveSession } from "#market/edge/credentials.ts";
import type { Edge } from "#market/edge/env.ts";
import { askForPasskey, enrolPasskey } from "#market/identity/enrol-passkey.ts";
import { nameOwnPasskey, revokeOwnPasskey } from "#market/identity/own-passkeys.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor } from "./http-act.tsx";
import { readEnrolment } from "./http-enrolment.ts";
import { ACCESS_PAGE, askToSign, showOwn, showRefused } from "./http-own.tsx";
import { enrolAsked } from "./http-passkey.ts";
import { readOwn } from "./read-own.ts";

/** One's own passkeys: one more, another name, one less. */
export const ownPasskeyPages = new Hono<Edge>()
  .get("/", (c) => showAdding(c))
  .post("/", (c) => add(c))
  .post("/:passkey/nome", (c) => rename(c))
  .post("/:passkey/rimozione", (c) => remove(c));

async function add(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const { name, made, errors } = readEnrolment(t, c.var.bodyText);
  if (made === null && errors.length === 0) return c.redirect("/io/passkey", 303);
  if (made === null) return showAdding(c, { name, errors });
  const reply = await enrolPasskey(c.var.request, { ...made, invitation: null });
  if (reply.ok) {
    giveSession(c, reply.value.session);
    return c.redirect(`${ACCESS_PAGE}?nuova=1`, 303);
  }
  if (needsPasskey(reply.refusal)) return askToSign(c, reply.refusal, [t.access.own.signAdd(name)]);
  if (reply.refusal.code === "not-signed-in") return writeNotFor(c, reply.refusal);
  return showAdding(c, { name, errors: [{ field: "name", message: reasonOf(t, reply.refusal) }] });
}

async function rename(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const passkey = c.req.param("passkey") ?? "";
  if (!isId(passkey)) return writeLost(c);
  const name = new URLSearchParams(c.var.bodyText).get("name")?.trim() ?? "";
  const field = `name-${passkey}`;
  if (name === "" || name.length > 120) {
    return showOwn(c, [{ field, message: t.access.passkey.nameMissing }]);
  }
  const reply = await nameOwnPasskey(c.var.request, { id: id<PasskeyId>(passkey), name });
  if (!reply.ok) return showRefused(c, reply.refusal, field);
  return c.redirect(`${ACCESS_PAGE}?fatto=1#passkey`, 303);
}

async function remove(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const passkey = c.req.param("passkey") ?? "";
  if (!isId(passkey)) return writeLost(c);
  const reply = await revokeOwnPasskey(c.var.request, id<PasskeyId>(passkey));
  if (reply.ok) return c.redirect(`${ACCESS_PAGE}?fatto=1#passkey`, 303);
  if (!needsPasskey(reply.refusal)) return showRefused(c, reply.refusal, "passkey");
  const read = await readOwn(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const name = read.value.passkeys.find((one) => one.id === passkey)?.name;
  if (name === undefined) return writeLost(c);
  const { signRemove, removeWhy } = t.access.own;
  return askToSign(c, reply.refusal, [signRemove(name), removeWhy]);
}

interface Typed {
  readonly name: string;
  readonly errors: readonly FieldError[];
}

async function showAdding(c: Context<Edge>, typed?: Typed): Promise<Response> {
  const t = wordsOf(c);
  const { request } = c.var;
  const read = await readOwn(request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const asked = await askForPasskey(request, null);
  if (!asked.ok) return writeNotFor(c, asked.refusal);
  const { around } = read.value;
  const { ids, now } = request.ports;
  const names = { network: around.network?.name ?? "Filiera", person: around.person?.name ?? "" };
  const facts = {
    asked: enrolAsked(asked.value, names, now),
    key: ids.next(),
    passkeyName: typed?.name ?? t.access.passkey.firstName,
    errors: typed?.errors ?? [],
  };
  const page = {
    title: t.access.own.add,
    path: "/io/passkey",
    refused: facts.errors.length > 0,
    hasPasskeys: true,
    children: <AddPasskey t={t} facts={facts} />,
  };
  return writePage(c, around, page, facts.errors.length > 0 ? 422 : 200);
}
