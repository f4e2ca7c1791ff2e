import { Hono } from "hono";
import type { Context } from "hono";
import { type CountersignatureId, id, isId } from "#domain/kernel/ids.ts";
import { NeedSecond, type SecondFacts, Seconds } from "#frontend/member/seconds.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import { askSecond, giveSecond } from "#market/countersignatures/actions.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import type { Around } from "#market/shop/around.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { type Act, needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { toldOf } from "./http-told.ts";
import { isOpenTo } from "./reads.ts";
import { readSeconds, type SecondsView } from "./read-people.ts";

const HERE = "/rete/firme";

/** What two officers sign together: asked here, read and signed here, completed from here. */
export const secondsPages = new Hono<Edge>()
  .get("/", (c) => showSeconds(c))
  .post("/", async (c) => {
    const form = new URLSearchParams(c.var.bodyText);
    const [path, body] = [form.get("path") ?? "", form.get("body") ?? ""];
    const reply = await askSecond(c.var.request, { method: "POST", path, body });
    if (reply.ok) return c.redirect(`${HERE}?chiesta=1#second-${reply.value.id}`, 303);
    return answerRefused(c, reply.refusal);
  })
  .post("/:second", async (c) => {
    const t = wordsOf(c);
    const second = c.req.param("second");
    if (!isId(second)) return writeLost(c);
    const reply = await giveSecond(c.var.request, id<CountersignatureId>(second));
    if (reply.ok) return c.redirect(`${HERE}?firmata=1#second-${second}`, 303);
    if (!needsPasskey(reply.refusal)) return answerRefused(c, reply.refusal);
    const read = await readSeconds(c.var.request);
    if (!read.ok) return writeNotFor(c, read.refusal);
    const found = read.value.seconds.find((one) => one.id === second);
    if (found === undefined) return writeLost(c);
    const told = toldOf(t, found.path, found.body, read.value);
    const said = told.length > 0 ? told : [`${found.method} ${found.path}`, found.body];
    const asker = found.askedByName ?? t.office.seconds.someone;
    const sentences = [t.office.seconds.signSecond(asker), ...said];
    return writeToSign(c, read.value.around, reply.refusal, { sentences, back: HERE });
  });

/** One person's signature is not enough: asks for the other's, under this very form. */
export function writeNeedSecond(c: Context<Edge>, around: Around, act: Act): Response {
  const t = wordsOf(c);
  const body = new URLSearchParams(c.var.bodyText);
  body.delete("assertion");
  const key = c.var.request.ports.ids.next();
  const facts = { ...act, path: c.req.path, body: body.toString(), key };
  const page = {
    title: t.office.seconds.needTitle,
    path: c.req.path,
    side: "vote" as const,
    children: <NeedSecond t={t} facts={facts} />,
  };
  return writePage(c, around, page, 403);
}

function answerRefused(c: Context<Edge>, refusal: AnyRefusal): Response | Promise<Response> {
  const t = wordsOf(c);
  if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
    return writeNotFor(c, refusal);
  }
  return showSeconds(c, [{ field: "content", message: reasonOf(t, refusal) }]);
}

async function showSeconds(
  c: Context<Edge>,
  errors: readonly FieldError[] = [],
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readSeconds(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const view = read.value;
  const facts = {
    seconds: view.seconds.map((second) => secondFacts(c, view, second)),
    news: newsOf(c),
    errors,
  };
  const page = {
    title: t.office.seconds.title,
    path: HERE,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <Seconds t={t} facts={facts} />,
  };
  return writePage(c, view.around, page, errors.length > 0 ? 422 : 200);
}

function newsOf(c: Context<Edge>): string | null {
  const t = wordsOf(c);
  if (c.req.query("chiesta") === "1") return t.office.seconds.asked;
  return c.req.query("firmata") === "1" ? t.office.seconds.signed : null;
}

function secondFacts(
  c: Context<Edge>,
  { people, names, members, reader, principal }: SecondsView,
  second: SecondsView["seconds"][number],
): SecondFacts {
  const t = wordsOf(c);
  const say = t.office.seconds;
  const { id: secondId, act, method, path, body, signedBy, askedBy } = second;
  const titles: Readonly<Record<string, string>> = say.acts;
  const isOwn = askedBy === reader;
  const isPage = !path.startsWith("/api/");
  const fields = [...new URLSearchParams(body)];
  return {
    id: secondId,
    title: titles[act] ?? say.other,
    sentences: toldOf(t, path, body, { people, names, members }),
    words: `${method} ${path}\n${body}`,
    askedBy: second.askedByName ?? say.someone,
    askedAt: second.askedAt,
    expiresAt: second.expiresAt,
    signedBy: signedBy === null ? null : (second.signedByName ?? say.someone),
    maySign: !isOwn && signedBy === null && isOpenTo(principal, act),
    completion: isOwn && isPage && signedBy !== null ? { action: path, fields } : null,
    key: c.var.request.ports.ids.next(),
  };
}
