import { Hono } from "hono";
import type { Context } from "hono";
import { type EmailId, id, isId } from "#domain/kernel/ids.ts";
import type { Edge } from "#market/edge/env.ts";
import { addAddress, confirmOwnAddress, removeOwnAddress } from "#market/identity/own-addresses.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor } from "./http-act.tsx";
import { readDigits, readEmail, writeCode } from "./http-code.tsx";
import { ACCESS_PAGE, askToSign, showOwn, showRefused } from "./http-own.tsx";
import { readOwn } from "./read-own.ts";

const DONE = `${ACCESS_PAGE}?fatto=1#indirizzi`;

/** One's own addresses: one more, its confirmation, one less. */
export const ownAddressPages = new Hono<Edge>()
  .post("/", (c) => add(c))
  .get("/:address", (c) => showConfirming(c))
  .post("/:address", (c) => confirm(c))
  .post("/:address/rimozione", (c) => remove(c));

async function add(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const { email, isOne } = readEmail(c.var.bodyText);
  if (!isOne) {
    return showOwn(c, [{ field: "new-address", message: t.access.signIn.emailWrong }]);
  }
  const reply = await addAddress(c.var.request, email);
  if (reply.ok) return c.redirect(`/io/indirizzi/${reply.value.id}`, 303);
  if (!needsPasskey(reply.refusal)) return showRefused(c, reply.refusal, "new-address");
  return askToSign(c, reply.refusal, [t.access.own.signAddAddress(email)]);
}

async function confirm(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const address = c.req.param("address") ?? "";
  if (!isId(address)) return writeLost(c);
  const code = readDigits(c.var.bodyText);
  if (code === null) return showConfirming(c, t.access.code.codeWrongForm);
  const reply = await confirmOwnAddress(c.var.request, { id: id<EmailId>(address), code });
  if (reply.ok) return c.redirect(DONE, 303);
  if (["not-signed-in", "not-found"].includes(reply.refusal.code)) {
    return writeNotFor(c, reply.refusal);
  }
  return showConfirming(c, reasonOf(t, reply.refusal));
}

async function remove(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const address = c.req.param("address") ?? "";
  if (!isId(address)) return writeLost(c);
  const reply = await removeOwnAddress(c.var.request, id<EmailId>(address));
  if (reply.ok) return c.redirect(DONE, 303);
  if (!needsPasskey(reply.refusal)) return showRefused(c, reply.refusal, "indirizzi");
  const read = await readOwn(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const found = read.value.addresses.find((one) => one.id === address);
  if (found === undefined) return writeLost(c);
  const { signRemoveAddress, removeAddressWhy } = t.access.own;
  const why = found.confirmedAt === null ? [] : [removeAddressWhy];
  return askToSign(c, reply.refusal, [signRemoveAddress(found.address), ...why]);
}

async function showConfirming(c: Context<Edge>, refused?: string): Promise<Response> {
  const t = wordsOf(c);
  const address = c.req.param("address") ?? "";
  const read = await readOwn(c.var.request);
  // To who has no access of their own, a program's token say, no address is there.
  if (!read.ok && read.refusal.code === "not-allowed") return writeLost(c);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const found = read.value.addresses.find((one) => one.id === address);
  if (found === undefined) return writeLost(c);
  if (found.confirmedAt !== null) return c.redirect(`${ACCESS_PAGE}#indirizzi`, 303);
  return writeCode(c, read.value.around, {
    title: t.access.own.confirmTitle,
    action: `/io/indirizzi/${address}`,
    label: t.access.own.confirmGo,
    fields: [["key", c.var.request.ports.ids.next()]],
    again: `${ACCESS_PAGE}#indirizzi`,
    refused,
  });
}
