import { type Context, Hono } from "hono";
import { id, isId, type MemberId } from "#domain/kernel/ids.ts";
import { addDays, type Instant } from "#domain/kernel/instant.ts";
import { exitAnswerBy, tradeEndsOn } from "#domain/membership/exit-terms.ts";
import type { OwnAsk, OwnMembershipFacts } from "#frontend/member/member-facts.ts";
import { OwnShares } from "#frontend/member/own-shares.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { askAsMember } from "#market/members/enter.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { type OwnSharesView, readOwnShares } from "./read-members.ts";

const HERE = "/io/quote";
const ASKS = ["withdrawn", "appealed", "exit-asked", "opposed"] as const;
/** Days in the book before one votes (art. 2538 c.1 c.c.). */
const DAYS_TO_VOTE = 90;

/** One's own memberships, and what one asks for of them. */
export const ownSharePages = new Hono<Edge>()
  .get("/", (c) => showShares(c))
  .post("/:member/richiesta", (c) => ask(c));

async function ask(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const member = c.req.param("member") ?? "";
  const said = new URLSearchParams(c.var.bodyText).get("kind");
  const kind = ASKS.find((one) => one === said);
  if (!isId(member) || kind === undefined) return writeLost(c);
  const command = { deed: { kind }, words: null };
  const reply = await askAsMember(c.var.request, id<MemberId>(member), command);
  if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
  const { refusal } = reply;
  if (needsPasskey(refusal)) {
    const read = await readOwnShares(c.var.request);
    if (!read.ok) return writeNotFor(c, read.refusal);
    const sentences = [t.members.own.signs[kind]];
    return writeToSign(c, read.value.around, refusal, { sentences, back: HERE });
  }
  if (NOT_HERE.has(refusal.code)) return writeNotFor(c, refusal);
  return showShares(c, [{ field: `member-${member}`, message: reasonOf(t, refusal) }]);
}

const NOT_HERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);

async function showShares(c: Context<Edge>, errors: readonly FieldError[] = []): Promise<Response> {
  const t = wordsOf(c);
  const read = await readOwnShares(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { ports } = c.var.request;
  const memberships = read.value.memberships.map((one) =>
    factsOf(one, ports.now, String(ports.ids.next())),
  );
  const facts = { memberships, errors, isDone: c.req.query("fatto") === "1" };
  const page = {
    title: t.members.own.title,
    path: HERE,
    side: "accounts" as const,
    refused: errors.length > 0,
    children: <OwnShares t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

type Own = OwnSharesView["memberships"][number];

function factsOf(one: Own, now: Instant, key: string): OwnMembershipFacts {
  const { enrolledOn, exitAskedAt, endedAt } = one;
  return {
    ...one,
    votesFrom: enrolledOn === null || endedAt !== null ? null : addDays(enrolledOn, DAYS_TO_VOTE),
    movements: one.movements.map(({ kind, at, shares, ...sums }) => ({
      kind,
      at,
      shares,
      amountCents: kind === "paid" ? sums.paidCents : movedBy(kind, sums),
    })),
    answerBy: exitAskedAt === null || endedAt !== null ? null : exitAnswerBy(exitAskedAt),
    tradeEndsOn: tradeEndsOn(now),
    asks: asksOf(one),
    key,
  };
}

type Sums = Omit<Own["movements"][number], "kind" | "at" | "shares">;

/** What a movement is told as: of a redemption and its payment, what is owed. */
function movedBy(kind: Own["movements"][number]["kind"], sums: Sums): Sums["paidCents"] {
  return kind === "redeemed" || kind === "reimbursed" ? sums.owedCents : sums.subscribedCents;
}

function asksOf({ state, appealedAt, exitAskedAt, opposedAt }: Own): OwnAsk[] {
  if (state === "applicant") return ["withdrawn"];
  if (state === "refused" && appealedAt === null) return ["appealed"];
  if (state === "excluded" && opposedAt === null) return ["opposed"];
  const isIn = state === "active" || state === "suspended";
  return isIn && exitAskedAt === null ? ["exit-asked"] : [];
}
