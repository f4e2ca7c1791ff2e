import { type Context, Hono } from "hono";
import { id, isId, type MemberId, type ShareTransferId } from "#domain/kernel/ids.ts";
import { MOST_INSTALMENTS } from "#domain/membership/legal-limits.ts";
import { quotes } from "#frontend/member/member-parts.tsx";
import type { OwnSharesFacts } from "#frontend/member/own-share-facts.ts";
import { OwnShares } from "#frontend/member/own-shares.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { acceptTransfer } from "#market/members/accept-transfer.ts";
import { askAsMember } from "#market/members/enter.ts";
import { subscribeMore } from "#market/members/shares.ts";
import { answerTransfer, askTransfer } from "#market/members/transfers.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { accountOf } from "./http-account.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { ownMembershipFacts } from "./http-own-share-facts.ts";
import { type OwnSharesView, readOwnShares } from "./read-members.ts";

const HERE = "/io/quote";
const ASKS = ["withdrawn", "appealed", "exit-asked", "opposed", "replied"] as const;
const MOST_LETTERS = 2000;
const NOT_HERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);

/** One's own memberships and shares, and what one asks for of them. */
export const ownSharePages = new Hono<Edge>()
  .get("/", (c) => showShares(c))
  .post("/cessioni/:transfer", (c) => answerOffer(c))
  .post("/:member/richiesta", (c) => ask(c))
  .post("/:member/quote", (c) => takeMore(c))
  .post("/:member/cessioni", (c) => give(c));

const said = (c: Context<Edge>, name: string) =>
  new URLSearchParams(c.var.bodyText).get(name)?.trim() ?? "";

async function ask(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const member = c.req.param("member") ?? "";
  const kind = ASKS.find((one) => one === said(c, "kind"));
  if (!isId(member) || kind === undefined) return writeLost(c);
  const words = said(c, "words");
  const field = `words-${kind}-${member}`;
  const isWordless = kind === "replied" && words === "";
  if (isWordless || words.length > MOST_LETTERS) {
    const errors = [{ field, message: t.members.own.replyMissing }];
    return showShares(c, { errors, typed: { [field]: words } });
  }
  const command = { deed: { kind }, words: words === "" ? null : words };
  const reply = await askAsMember(c.var.request, id<MemberId>(member), command);
  if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
  const why = words === "" ? [] : [t.members.book.said(words)];
  const sentences = [t.members.own.signs[kind], ...why];
  return answerRefused(c, reply.refusal, { sentences, field, typed: { [field]: words } });
}

async function takeMore(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const member = c.req.param("member") ?? "";
  if (!isId(member)) return writeLost(c);
  const [field, parts] = [`more-shares-${member}`, `more-parts-${member}`];
  const typed = { [field]: said(c, "shares"), [parts]: said(c, "instalments") };
  const shares = Number(typed[field]);
  const instalments = Number(typed[parts]);
  const tooMany = { code: "instalments-too-many", most: MOST_INSTALMENTS } as const;
  const errors = [
    ...countErrors(t, typed),
    ...(instalments > MOST_INSTALMENTS ? [{ field: parts, message: reasonOf(t, tooMany) }] : []),
  ];
  if (errors.length > 0) return showShares(c, { errors, typed });
  const asked = { shares, instalments };
  const reply = await subscribeMore(c.var.request, id<MemberId>(member), asked);
  if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
  const sentences = [t.members.own.signs.more(quotes(t, shares), t.format.count(instalments))];
  return answerRefused(c, reply.refusal, { sentences, field, typed });
}

async function give(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const member = c.req.param("member") ?? "";
  if (!isId(member)) return writeLost(c);
  const [to, field] = [`give-to-${member}`, `give-shares-${member}`];
  const typed = { [to]: said(c, "to"), [field]: said(c, "shares") };
  const errors = countErrors(t, typed);
  if (errors.length > 0) return showShares(c, { errors, typed });
  const [toBookNo, shares] = [Number(typed[to]), Number(typed[field])];
  const reply = await askTransfer(c.var.request, id<MemberId>(member), { toBookNo, shares });
  if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
  const sentences = [t.members.own.signs.give(quotes(t, shares), t.format.count(toBookNo))];
  const where = reply.refusal.code === "receiver-not-a-member" ? to : field;
  return answerRefused(c, reply.refusal, { sentences, field: where, typed });
}

/** The word of who is to have shares, or of who gives them. */
async function answerOffer(c: Context<Edge>): Promise<Response> {
  const say = wordsOf(c).members.own.signs;
  const transfer = c.req.param("transfer") ?? "";
  const verdicts = ["accepted", "declined", "completed", "withdrawn"] as const;
  const verdict = verdicts.find((one) => one === said(c, "verdict"));
  if (!isId(transfer) || verdict === undefined) return writeLost(c);
  const which = id<ShareTransferId>(transfer);
  const reply =
    verdict === "accepted"
      ? await acceptTransfer(c.var.request, which)
      : await answerTransfer(c.var.request, which, { verdict });
  if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
  const sentences = [verdict === "withdrawn" ? say.withdrawnTransfer : say[verdict]];
  return answerRefused(c, reply.refusal, { sentences, field: `transfer-${transfer}`, typed: {} });
}

const COUNT = /^[1-9]\d{0,6}$/;

function countErrors(t: Texts, typed: Readonly<Record<string, string>>): readonly FieldError[] {
  return Object.entries(typed)
    .filter(([, text]) => !COUNT.test(text))
    .map(([field]) => ({ field, message: t.members.own.wholeNumber }));
}

interface Refused {
  readonly sentences: readonly string[];
  readonly field: string;
  readonly typed: Readonly<Record<string, string>>;
}

async function answerRefused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  { sentences, field, typed }: Refused,
): Promise<Response> {
  if (needsPasskey(refusal)) {
    const read = await readOwnShares(c.var.request);
    if (!read.ok) return writeNotFor(c, read.refusal);
    const { around, transfers } = read.value;
    const given = transfers.find(({ id: transfer }) => field === `transfer-${transfer}`);
    const about = given === undefined ? [] : [givenWords(wordsOf(c), given)];
    return writeToSign(c, around, refusal, { sentences: [...sentences, ...about], back: HERE });
  }
  if (NOT_HERE.has(refusal.code)) return writeNotFor(c, refusal);
  return showShares(c, { errors: [{ field, message: reasonOf(wordsOf(c), refusal) }], typed });
}

type Given = Pick<OwnSharesView["transfers"][number], "fromName" | "toName" | "shares">;

/** Whose shares go to whom. */
function givenWords(t: Texts, { fromName, toName, shares }: Given): string {
  return t.members.book.gives(fromName, quotes(t, shares), toName);
}

async function showShares(
  c: Context<Edge>,
  back: Pick<OwnSharesFacts, "errors" | "typed"> = { errors: [], typed: {} },
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readOwnShares(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, memberships, nominal } = read.value;
  const { ids, now } = c.var.request.ports;
  const facts: OwnSharesFacts = {
    ...back,
    memberships: memberships.map((one) =>
      ownMembershipFacts(one, read.value, { now, key: String(ids.next()) }),
    ),
    nominalCents: nominal,
    account: accountOf(around.network),
    contactEmail: around.network?.contactEmail ?? null,
    isDone: c.req.query("fatto") === "1",
  };
  const isRefused = back.errors.length > 0;
  const page = {
    title: t.members.own.title,
    path: HERE,
    side: "accounts" as const,
    refused: isRefused,
    children: <OwnShares t={t} facts={facts} />,
  };
  return writePage(c, around, page, isRefused ? 422 : 200);
}
