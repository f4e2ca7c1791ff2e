import { type Context, Hono } from "hono";
import { id, isId, type MemberId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { type BoardDeed, GROUNDS } from "#domain/membership/book-deeds.ts";
import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import { OPEN_DEEDS, type OpenDeed } from "#domain/membership/open-deeds.ts";
import type { MoneyDeed } from "#frontend/member/book-facts.ts";
import { MemberPage } from "#frontend/member/member-page.tsx";
import { Register } from "#frontend/member/register.tsx";
import { moneyFromForm } from "#frontend/ui/money-value.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { enterInBook } from "#market/members/enter.ts";
import { recordMovement, type ShareEntry } from "#market/members/shares.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { memberPageFacts, registerFacts } from "./http-book-facts.ts";
import { entryTold } from "./http-book-told.ts";
import { writeNeedSecond } from "./http-seconds.tsx";
import { readMember, readRegister } from "./read-book.ts";

const HERE = "/soci/libro";
const MOST_LETTERS = 2000;
const NOT_HERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);
/** Decisions that are told why. */
const REASONED: ReadonlySet<OpenDeed> = new Set(["suspended", "excluded"]);

/** One membership for those who keep the book, and the whole book on paper. */
export const memberPages = new Hono<Edge>()
  .get("/registro", (c) => showRegister(c))
  .get("/:member", (c) => showMember(c))
  .post("/:member/annotazioni", (c) => enter(c))
  .post("/:member/movimenti", (c) => record(c));

const said = (c: Context<Edge>, name: string) =>
  new URLSearchParams(c.var.bodyText).get(name)?.trim() ?? "";

/** A membership is known by its id; people say its number in the book. */
function whichMember(c: Context<Edge>): Parameters<typeof readMember>[1] | null {
  const sent = c.req.param("member") ?? "";
  if (isId(sent)) return id<MemberId>(sent);
  return /^[1-9]\d{0,6}$/.test(sent) ? Number(sent) : null;
}

async function enter(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const member = c.req.param("member") ?? "";
  const kind = OPEN_DEEDS.find((one) => one === said(c, "kind"));
  const deed = kind === undefined ? null : deedIn(c, kind);
  if (!isId(member) || kind === undefined || deed === null) return writeLost(c);
  const words = said(c, "words");
  const field = `words-${kind}`;
  const ground = { [`ground-${kind}`]: said(c, "ground"), [`class-${kind}`]: said(c, "class") };
  const typed = { [field]: words, ...ground };
  if ((REASONED.has(kind) && words === "") || words.length > MOST_LETTERS) {
    const errors = [{ field, message: t.members.one.wordsMissing }];
    return showMember(c, { errors, typed });
  }
  const command = { deed, words: words === "" ? null : words };
  const reply = await enterInBook(c.var.request, id<MemberId>(member), command);
  if (reply.ok) return c.redirect(`${HERE}/${member}?scritto=1`, 303);
  const sentences = (name: string) => entryTold(t, c.var.bodyText, name);
  return answerRefused(c, reply.refusal, { sentences, field, typed });
}

/** Null where the form names no such ground, or no such class. */
function deedIn(c: Context<Edge>, kind: OpenDeed): BoardDeed | null {
  const ground = said(c, "ground");
  if (kind === "suspended") {
    const found = GROUNDS.suspended.find((one) => one === ground);
    return found === undefined ? null : { kind, ground: found };
  }
  if (kind === "excluded") {
    const found = GROUNDS.excluded.find((one) => one === ground);
    return found === undefined ? null : { kind, ground: found };
  }
  if (kind === "class-changed") {
    const found = MEMBER_CLASSES.find((one) => one === said(c, "class"));
    return found === undefined ? null : { kind, class: found };
  }
  return { kind };
}

async function record(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const say = t.members.one;
  const member = c.req.param("member") ?? "";
  const kinds = ["paid", "revalued", "redeemed", "reimbursed"] as const;
  const kind = kinds.find((one) => one === said(c, "kind"));
  if (!isId(member) || kind === undefined) return writeLost(c);
  const sum = moneyFromForm(said(c, "sum"));
  const field = `sum-${kind}`;
  const typed = { [field]: said(c, "sum"), [`through-${kind}`]: said(c, "through") };
  if (sum === null || (sum === 0 && kind !== "redeemed")) {
    return showMember(c, { errors: [{ field, message: say.sumWrong }], typed });
  }
  const entry = entryOf(kind, sum, said(c, "through") === "cash" ? "cash" : "bank");
  const reply = await recordMovement(c.var.request, id<MemberId>(member), entry);
  if (reply.ok) return c.redirect(`${HERE}/${member}?scritto=1`, 303);
  const money = t.format.money(sum);
  const sentences = (name: string) => [
    kind === "redeemed"
      ? t.members.book.signRedeem(name, money)
      : t.members.book.signMovement(t.members.movements[kind], money, name),
  ];
  return answerRefused(c, reply.refusal, { sentences, field, typed });
}

function entryOf(kind: MoneyDeed, sum: Cents, through: "cash" | "bank"): ShareEntry {
  if (kind === "redeemed") return { kind, loss: sum };
  if (kind === "paid") return { kind, amount: sum, into: through };
  if (kind === "reimbursed") return { kind, amount: sum, outOf: through };
  return { kind, amount: sum };
}

interface Back {
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
}

interface Refused extends Pick<Back, "typed"> {
  readonly sentences: (name: string) => readonly string[];
  readonly field: string;
}

async function answerRefused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  { sentences, field, typed }: Refused,
): Promise<Response> {
  if (NOT_HERE.has(refusal.code)) return writeNotFor(c, refusal);
  const isSecond = refusal.code === "second-person-needed";
  if (!isSecond && !needsPasskey(refusal)) {
    return showMember(c, { errors: [{ field, message: reasonOf(wordsOf(c), refusal) }], typed });
  }
  const which = whichMember(c);
  if (which === null) return writeLost(c);
  const read = await readMember(c.var.request, which);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, member } = read.value;
  const name = member.name ?? "";
  const act = { sentences: sentences(name), back: `${HERE}/${member.id}` };
  return needsPasskey(refusal)
    ? writeToSign(c, around, refusal, act)
    : writeNeedSecond(c, around, act);
}

async function showMember(
  c: Context<Edge>,
  { errors, typed }: Back = { errors: [], typed: {} },
): Promise<Response> {
  const t = wordsOf(c);
  const which = whichMember(c);
  if (which === null) return writeLost(c);
  const read = await readMember(c.var.request, which);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { ids, now } = c.var.request.ports;
  const told = memberPageFacts(read.value, now, String(ids.next()));
  const isDone = c.req.query("scritto") === "1";
  const facts = { ...told, isDone, errors, typed, refused: null };
  const page = {
    title: told.name ?? t.members.one.forgotten,
    path: `${HERE}/${told.id}`,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <MemberPage t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

async function showRegister(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const read = await readRegister(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, book } = read.value;
  const { madeAt, digest, members } = book;
  const facts = { madeAt, digest, lines: members.map(registerFacts) };
  const page = {
    title: t.members.register.title,
    path: `${HERE}/registro`,
    side: "vote" as const,
    children: <Register t={t} facts={facts} />,
  };
  return writePage(c, around, page);
}
