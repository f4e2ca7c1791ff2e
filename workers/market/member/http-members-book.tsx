import { type Context, Hono } from "hono";
import { id, isId, type MemberId, type ShareTransferId } from "#domain/kernel/ids.ts";
import { type BoardDeed, GROUNDS } from "#domain/membership/book-deeds.ts";
import type { BookFacts, RefusedAnswer } from "#frontend/member/book-facts.ts";
import { quotes } from "#frontend/member/member-parts.tsx";
import { MembersBook } from "#frontend/member/members-book.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { enterInBook } from "#market/members/enter.ts";
import { answerTransfer } from "#market/members/transfers.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { transferFacts, waitingFacts } from "./http-book-facts.ts";
import { readBook } from "./read-book.ts";

const HERE = "/soci/libro";
const MOST_LETTERS = 2000;

/** The members' book: for members to read, for officers to answer who waits. */
export const membersBookPages = new Hono<Edge>()
  .get("/", (c) => showBook(c))
  .post("/cessioni/:transfer", (c) => answerGiven(c))
  .post("/:member/risposta", (c) => answer(c));

interface Typed extends RefusedAnswer {
  readonly asks: string;
}

function typedIn(c: Context<Edge>, about: string): Typed {
  const form = new URLSearchParams(c.var.bodyText);
  const said = (name: string) => form.get(name)?.trim() ?? "";
  const words = { words: said("words"), ground: said("ground") };
  return { id: about, asks: said("asks"), verdict: said("verdict"), ...words };
}

/** A no is told why, in words that the book can hold. */
function isUnsaid({ verdict, words }: RefusedAnswer): boolean {
  return (verdict === "no" && words === "") || words.length > MOST_LETTERS;
}

async function answer(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const member = c.req.param("member") ?? "";
  if (!isId(member)) return writeLost(c);
  const typed = typedIn(c, member);
  // Who asked for an answer is told why; a suspension that stands was told why already.
  const isReply = typed.asks === "reply";
  if (isUnsaid(isReply ? { ...typed, verdict: "yes" } : typed)) {
    return refused(c, typed, t.members.book.wordsMissing);
  }
  const deed = deedIn(typed);
  const command = { deed, words: typed.words === "" ? null : typed.words };
  const reply = await enterInBook(c.var.request, id<MemberId>(member), command);
  if (reply.ok) return c.redirect(`${HERE}?scritto=1`, 303);
  return answerRefused(c, reply.refusal, typed, (name) => t.members.book.signs[deed.kind](name));
}

async function answerGiven(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const transfer = c.req.param("transfer") ?? "";
  if (!isId(transfer)) return writeLost(c);
  const typed = typedIn(c, transfer);
  if (isUnsaid(typed)) return refused(c, typed, t.members.book.wordsMissing);
  const isYes = typed.verdict === "yes";
  const verdict = isYes
    ? ({ verdict: "consented" } as const)
    : ({ verdict: "denied", words: typed.words } as const);
  const reply = await answerTransfer(c.var.request, id<ShareTransferId>(transfer), verdict);
  if (reply.ok) return c.redirect(`${HERE}?scritto=1`, 303);
  const says = t.members.book.signTransfer;
  return answerRefused(c, reply.refusal, typed, () => (isYes ? says.yes : says.no));
}

const NOT_HERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);

type AnswerKind = "admitted" | "refused" | "exited" | "exit-refused" | "reinstated" | "upheld";

/** What the answer enters: about an application, an appeal, leaving, or a suspension. */
function deedIn({ asks, verdict, ground }: Typed): BoardDeed & { readonly kind: AnswerKind } {
  const isYes = verdict === "yes";
  if (asks === "exit") return { kind: isYes ? "exited" : "exit-refused" };
  if (asks === "reply") return { kind: isYes ? "reinstated" : "upheld" };
  const by = asks === "assembly" ? "assembly" : "board";
  const why = GROUNDS.refused.find((one) => one === ground) ?? "other";
  return isYes ? { kind: "admitted", by } : { kind: "refused", by, ground: why };
}

async function answerRefused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  typed: Typed,
  sentence: (name: string) => string,
): Promise<Response> {
  if (NOT_HERE.has(refusal.code)) return writeNotFor(c, refusal);
  if (!needsPasskey(refusal)) return refused(c, typed, reasonOf(wordsOf(c), refusal));
  const say = wordsOf(c).members.book;
  const read = await readBook(c.var.request, null);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const name = read.value.waiting?.find((one) => one.id === typed.id)?.name ?? "";
  const given = read.value.transfers.find((one) => one.id === typed.id);
  const about =
    given === undefined
      ? []
      : [say.gives(given.fromName, quotes(wordsOf(c), given.shares), given.toName)];
  const why = typed.words === "" ? [] : [say.said(typed.words)];
  const sentences = [sentence(name), ...about, ...why];
  return writeToSign(c, read.value.around, refusal, { sentences, back: HERE });
}

function refused(c: Context<Edge>, typed: Typed, message: string): Promise<Response> {
  return showBook(c, { typed, errors: [{ field: `words-${typed.id}`, message }] });
}

interface Refused {
  readonly typed: RefusedAnswer | null;
  readonly errors: readonly FieldError[];
}

async function showBook(
  c: Context<Edge>,
  { typed, errors }: Refused = { typed: null, errors: [] },
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readBook(c.var.request, c.req.query("dopo") ?? null);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { page: lines, waiting, transfers, mayDecide } = read.value;
  const { ids, now } = c.var.request.ports;
  const facts: BookFacts = {
    lines: lines.items,
    next: lines.next,
    waiting: waiting?.map((one) => waitingFacts(one, mayDecide, String(ids.next()))) ?? null,
    transfers: transfers.map((one) =>
      transferFacts(one, { now, mayDecide, key: String(ids.next()) }),
    ),
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
