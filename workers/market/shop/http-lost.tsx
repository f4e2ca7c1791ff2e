import type { Context } from "hono";
import { cents } from "#domain/kernel/money.ts";
import { Failure, NotFound } from "#frontend/shop/lost.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { statusOf } from "#market/edge/statuses.ts";
import { readDeadEnd } from "./actions.ts";
import type { Around } from "./around.ts";
import { offerFacts, weekOf } from "./http-facts.ts";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";
import { weekAsked } from "./http-wish.ts";
import { reasonOf } from "./http-words.ts";

/** Why nothing is here, where that is known. */
interface Reason {
  readonly title: string;
  readonly why: string;
}

/** Nothing is at this address: a search and a few of the season, of the week that it asks for. */
export async function writeLost(c: Context<Edge>, reason?: Reason): Promise<Response> {
  const t = wordsOf(c);
  const asked = weekAsked(new URL(c.req.url).searchParams);
  const { around, shelf } = await readDeadEnd(c.var.request, asked);
  const week = weekOf(around);
  const page = {
    title: reason?.title ?? t.lost.notFoundTitle,
    path: c.req.path,
    children: (
      <NotFound
        t={t}
        {...reason}
        shelf={shelf.map((offer) => offerFacts(offer, week))}
        week={week}
      />
    ),
  };
  return writePage(c, around, page, 404);
}

/** A "no" that leaves no page to go back to. */
export async function writeRefusal(c: Context<Edge>, refusal: AnyRefusal): Promise<Response> {
  return statusOf(refusal) === 404 ? writeLost(c) : writeStopped(c, refusal);
}

/** The edge stopped a form or a page before anything was asked of the database. */
export function writeStopped(c: Context<Edge>, refusal: AnyRefusal): Response {
  const t = wordsOf(c);
  const reason = { title: t.lost.refusedTitle, why: reasonOf(t, refusal) };
  return writeFailure(c, NOTHING_READ, statusOf(refusal), reason);
}

/** Something broke: nothing is read any more, so that the page itself cannot break. */
export function writeBroken(c: Context<Edge>, status: 500 | 503): Response {
  return writeFailure(c, NOTHING_READ, status);
}

const NOTHING_READ: Around = {
  network: null,
  terms: null,
  feeRule: null,
  week: null,
  basket: { products: 0, total: cents(0) },
  person: null,
};

function writeFailure(
  c: Context<Edge>,
  around: Around,
  status: ReturnType<typeof statusOf>,
  reason?: Reason,
): Response {
  const t = wordsOf(c);
  const title = reason?.title ?? t.lost.failureTitle;
  const children = <Failure t={t} requestId={c.var.requestId} {...reason} />;
  return writePage(c, around, { title, path: c.req.path, children }, status);
}
