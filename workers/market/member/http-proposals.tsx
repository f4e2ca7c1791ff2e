import type { Context } from "hono";
import { Hono } from "hono";
import type { ListPart } from "#frontend/member/proposal-facts.ts";
import { ProposalPage } from "#frontend/member/proposal.tsx";
import { ProposalList } from "#frontend/member/proposals.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { rowFacts } from "./http-proposal-facts.ts";
import { proposalFacts } from "./http-proposal-page.ts";
import { readProposal, readProposals } from "./read-proposals.ts";

const LIST = "/proposte";

/** What the address calls the parts of the list. */
const PARTS: Readonly<Record<string, ListPart>> = {
  "da-votare": "to-vote",
  "si-vota": "open",
  "in-arrivo": "coming",
  decise: "decided",
};

/** The list of proposals, and each of them. */
export const proposalPages = new Hono<Edge>()
  .get("/", (c) => showList(c))
  .get("/:number", (c) => showProposal(c));

async function showList(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const part = PARTS[c.req.query("stato") ?? ""] ?? "all";
  const asked = c.req.query("dopo") ?? "";
  const after = /^[1-9]\d{0,8}$/.test(asked) ? asked : null;
  const { request } = c.var;
  const { around, proposals, next, running, isMember } = await readProposals(request, {
    part,
    after,
  });
  const { now } = request.ports;
  const facts = {
    part,
    isMember,
    news: null,
    next: next === null ? null : nextOf(c.req.query("stato"), next),
    rows: proposals.map((one) =>
      rowFacts(
        one,
        running.find(({ number }) => number === one.number),
        now,
      ),
    ),
  };
  return writePage(c, around, {
    title: t.proposals.title,
    description: t.proposals.description,
    path: LIST,
    side: "vote",
    children: <ProposalList t={t} facts={facts} />,
  });
}

function nextOf(part: string | undefined, after: string): string {
  const kept = part === undefined ? "" : `stato=${encodeURIComponent(part)}&`;
  return `${LIST}?${kept}dopo=${after}`;
}

/** The number in the address; null where it is none. */
export function numberOf(c: Context<Edge>): number | null {
  const asked = c.req.param("number") ?? "";
  return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
}

/** What a form said that came back: by the names of its fields. */
export interface CameBack {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** A proposal by its number; with what is wrong, where a form of it came back. */
export async function showProposal(c: Context<Edge>, back?: CameBack): Promise<Response> {
  const t = wordsOf(c);
  const number = numberOf(c);
  if (number === null) return writeLost(c);
  const { request } = c.var;
  const read = await readProposal(request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { typed = {}, errors = [] } = back ?? {};
  const { ids, now } = request.ports;
  const news = c.req.query("fatto") === "1" ? t.proposals.deeds.done : null;
  const facts = proposalFacts(t, read.value, { typed, errors, news, now, key: () => ids.next() });
  const page = {
    title: facts.title,
    path: `${LIST}/${number}`,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <ProposalPage t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

/** A deed that was refused: the page again, or one to be signed, or none for this reader. */
export async function answerRefused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  told: { readonly sentences: readonly string[]; readonly field: string },
): Promise<Response> {
  const t = wordsOf(c);
  const number = numberOf(c) ?? 0;
  if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
    return writeNotFor(c, refusal);
  }
  if (!needsPasskey(refusal)) {
    const sent = [...new URLSearchParams(c.var.bodyText)];
    const errors = [{ field: told.field, message: reasonOf(t, refusal) }];
    return showProposal(c, { typed: Object.fromEntries(sent), errors });
  }
  const read = await readProposal(c.var.request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, proposal } = read.value;
  const which = t.proposals.signs.of(number, proposal.text.title);
  const act = { sentences: [which, ...told.sentences], back: `${LIST}/${number}` };
  return writeToSign(c, around, refusal, act);
}
