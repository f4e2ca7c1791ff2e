import { type Context, Hono } from "hono";
import { id, isId, type MemberId } from "#domain/kernel/ids.ts";
import { DAY, type Instant, later } from "#domain/kernel/instant.ts";
import type { BoardDeed } from "#domain/membership/book-deeds.ts";
import { exitAnswerBy } from "#domain/membership/exit-terms.ts";
import { DECISION_DAYS } from "#domain/membership/legal-limits.ts";
import type { BookFacts, WaitingFacts } from "#frontend/member/member-facts.ts";
import { MembersBook } from "#frontend/member/members-book.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { enterInBook } from "#market/members/enter.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { type BookView, readBook } from "./read-members.ts";

const HERE = "/soci/libro";
const MOST_LETTERS = 2000;

/** The members' book: for members to read, for officers to decide in. */
export const membersBookPages = new Hono<Edge>()
  .get("/", (c) => showBook(c))
  .post("/:member/risposta", (c) => answer(c));

interface Typed {
  readonly id: string;
  readonly asks: string;
  readonly verdict: string;
  readonly words: string;
}

async function answer(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const member = c.req.param("member") ?? "";
  if (!isId(member)) return writeLost(c);
  const form = new URLSearchParams(c.var.bodyText);
  const said = (name: string) => form.get(name)?.trim() ?? "";
  const typed = { id: member, asks: said("asks"), verdict: said("verdict"), words: said("words") };
  const isWordless = typed.verdict === "no" && typed.words === "";
  if (isWordless || typed.words.length > MOST_LETTERS) {
    return refused(c, typed, t.members.book.wordsMissing);
  }
  const deed = deedIn(typed);
  const command = { deed, words: typed.words === "" ? null : typed.words };
  const reply = await enterInBook(c.var.request, id<MemberId>(member), command);
  if (reply.ok) return c.redirect(`${HERE}?scritto=1`, 303);
  if (needsPasskey(reply.refusal)) return toSign(c, reply.refusal, { typed, deed });
  if (NOT_HERE.has(reply.refusal.code)) return writeNotFor(c, reply.refusal);
  return refused(c, typed, reasonOf(t, reply.refusal));
}

const NOT_HERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);

type Answer = Extract<BoardDeed, { readonly kind: "admitted" | "refused" }> | ExitAnswer;
interface ExitAnswer {
  readonly kind: "exited" | "exit-refused";
}

/** What the answer enters: about an application, about an appeal, or about leaving. */
function deedIn({ asks, verdict }: Typed): Answer {
  const isYes = verdict === "yes";
  if (asks === "exit") return { kind: isYes ? "exited" : "exit-refused" };
  const by = asks === "assembly" ? "assembly" : "board";
  return isYes ? { kind: "admitted", by } : { kind: "refused", by, ground: "other" };
}

async function toSign(
  c: Context<Edge>,
  needed: Parameters<typeof writeToSign>[2],
  { typed, deed }: { readonly typed: Typed; readonly deed: Answer },
): Promise<Response> {
  const say = wordsOf(c).members.book;
  const read = await readBook(c.var.request, null);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const name = read.value.waiting?.find((one) => one.id === typed.id)?.name ?? "";
  const why = typed.words === "" ? [] : [say.said(typed.words)];
  const sentences = [say.signs[deed.kind](name), ...why];
  return writeToSign(c, read.value.around, needed, { sentences, back: HERE });
}

function refused(c: Context<Edge>, typed: Typed, message: string): Promise<Response> {
  return showBook(c, { typed, errors: [{ field: `words-${typed.id}`, message }] });
}

interface Refused {
  readonly typed: Typed | null;
  readonly errors: readonly FieldError[];
}

async function showBook(
  c: Context<Edge>,
  { typed, errors }: Refused = { typed: null, errors: [] },
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readBook(c.var.request, c.req.query("dopo") ?? null);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { page: lines, waiting, mayDecide } = read.value;
  const { ids } = c.var.request.ports;
  const facts: BookFacts = {
    lines: lines.items,
    next: lines.next,
    waiting: waiting?.map((one) => waitingOf(one, mayDecide, String(ids.next()))) ?? null,
    isDone: c.req.query("scritto") === "1",
    errors,
    refused: typed,
  };
  const page = {
    title: t.members.book.title,
    path: HERE,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <MembersBook t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

type Waiting = NonNullable<BookView["waiting"]>[number];

function waitingOf(one: Waiting, mayDecide: boolean, key: string): WaitingFacts {
  const { id: memberId, bornIn, bornOn, town } = one;
  const asks = asksOf(one);
  return {
    id: memberId,
    name: one.name ?? "",
    class: one.class,
    asks,
    shares: one.askedShares,
    instalments: one.askedInstalments,
    bornIn,
    bornOn,
    town,
    answerBy: answerByOf(one),
    mayDecide,
    key,
  };
}

function asksOf({ state }: Waiting): WaitingFacts["asks"] {
  if (state === "applicant") return "in";
  return state === "refused" ? "assembly" : "exit";
}

function answerByOf({ appliedAt, appealedAt, exitAskedAt }: Waiting): Instant {
  if (exitAskedAt !== null) return exitAnswerBy(exitAskedAt);
  return later(appealedAt ?? appliedAt, DECISION_DAYS * DAY);
}
