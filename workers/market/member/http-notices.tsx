import { Hono } from "hono";
import type { Context } from "hono";
import { FIXED_LETTERS, OPTIONAL_LETTERS } from "#domain/notices/choices.ts";
import { OwnNoticesPage } from "#frontend/member/own-notices.tsx";
import { StopLetters } from "#frontend/member/stop-letters.tsx";
import type { Edge } from "#market/edge/env.ts";
import {
  chooseNotices,
  NOTICE_WORDING,
  stopNotice,
  type StopLetter,
  stoppedBy,
} from "#market/privacy/notices.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { readNotices, readStop } from "./read-notices.ts";

const HERE = "/io/avvisi";

/** Which letters whoever is signed in wants. */
export const noticePages = new Hono<Edge>()
  .get("/", (c) => showNotices(c))
  .post("/", async (c) => {
    const form = new URLSearchParams(c.var.bodyText);
    const chosen = form.getAll("notice");
    const wanted = OPTIONAL_LETTERS.filter((key) => chosen.includes(key));
    const textVersion = Number(form.get("version") ?? "0");
    const reply = await chooseNotices(c.var.request, { wanted, textVersion }, "page");
    if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
    if (["not-signed-in", "not-allowed"].includes(reply.refusal.code)) {
      return writeNotFor(c, reply.refusal);
    }
    return showNotices(c, reasonOf(wordsOf(c), reply.refusal));
  });

async function showNotices(c: Context<Edge>, refused: string | null = null): Promise<Response> {
  const read = await readNotices(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, notices, isProducer } = read.value;
  const t = wordsOf(c);
  const facts = {
    notices,
    fixed: FIXED_LETTERS.filter(({ why }) => isProducer || why !== "work"),
    version: NOTICE_WORDING,
    key: c.var.request.ports.ids.next(),
    isDone: c.req.query("fatto") === "1",
    errors: refused === null ? [] : [{ field: "notice", message: refused }],
  };
  const page = {
    title: t.member.notices.title,
    path: HERE,
    refused: refused !== null,
    children: <OwnNoticesPage t={t} facts={facts} />,
  };
  return writePage(c, around, page, refused === null ? 200 : 422);
}

/**
 * Stops one kind of letter, from the letter itself. Opening the link changes nothing, since mail
 * programs open links by themselves; a button does, and so does the one POST that mail programs
 * send for their reader (RFC 8058).
 */
export const stopLetterPages = new Hono<Edge>()
  .get("/:letter/:secret", (c) => showStop(c))
  .post("/:letter/:secret", async (c) => {
    const stop = stopAsked(c);
    if (stop === null) return writeNothing(c);
    const reply = await stopNotice(c.var.request, stop);
    return reply.ok ? showStop(c, true) : writeNothing(c);
  });

const SECRET = /^[0-9a-z]{20,120}$/;

function stopAsked(c: Context<Edge>): StopLetter | null {
  c.header("Referrer-Policy", "no-referrer");
  const { letter = "", secret = "" } = c.req.param();
  if (!/^\d{1,15}$/.test(letter) || !SECRET.test(secret)) return null;
  return { letterId: Number(letter), secret };
}

async function showStop(c: Context<Edge>, isStopped = false): Promise<Response> {
  const stop = stopAsked(c);
  if (stop === null) return writeNothing(c);
  const { around, letter } = await readStop(c.var.request, stop.letterId);
  const stopped = stoppedBy(c.var.request, stop, letter);
  if (!stopped.ok) return writeNothing(c);
  const { notice } = stopped.value;
  const t = wordsOf(c);
  const key = isStopped ? null : c.var.request.ports.ids.next();
  const page = {
    title: t.member.notices.stopTitle,
    path: c.req.path,
    isPersonal: true,
    children: <StopLetters t={t} notice={notice} sendingKey={key} action={c.req.path} />,
  };
  return writePage(c, around, page);
}

function writeNothing(c: Context<Edge>): Promise<Response> {
  const say = wordsOf(c).member.notices;
  return writeLost(c, { title: say.stopNoneTitle, why: say.stopNone });
}
