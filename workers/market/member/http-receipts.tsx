import type { Context } from "hono";
import { Hono } from "hono";
import { TRACKER } from "#domain/governance/ballots/ballot.ts";
import { VerifyPage } from "#frontend/member/verify.tsx";
import { VoteReceipt } from "#frontend/member/vote-receipt.tsx";
import type { Edge } from "#market/edge/env.ts";
import { RECOUNT } from "#market/shop/http-assets.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { numberOf } from "./http-proposals.tsx";
import { readAround } from "./reads.ts";
import { readReceipt } from "./read-receipt.ts";

/** A receipt by its tracker, for whoever has it. */
export const receiptPages = new Hono<Edge>().get("/:number/ricevuta/:tracker", (c) =>
  showReceipt(c),
);

/** What anybody checks without trusting anybody. */
export const verifyPage = new Hono<Edge>().get("/", (c) => showVerify(c));

interface Receipt {
  readonly tracker: string;
  readonly digest: string | null;
  /** It was given just now. */
  readonly isFresh?: boolean;
}

/** Where a receipt is checked. */
export function receiptAddress(number: number, { tracker, digest, isFresh }: Receipt): string {
  const asked = [
    ...(digest === null ? [] : [`impronta=${digest}`]),
    ...(isFresh === true ? ["nuova=1"] : []),
  ];
  const search = asked.length === 0 ? "" : `?${asked.join("&")}`;
  return `/proposte/${number}/ricevuta/${tracker}${search}`;
}

const DIGEST = /^[0-9a-f]{64}$/;

async function showReceipt(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const number = numberOf(c);
  const tracker = (c.req.param("tracker") ?? "").toLowerCase();
  if (number === null || !TRACKER.test(tracker)) return writeLost(c);
  const read = await readReceipt(c.var.request, { number, tracker });
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, proposal, found, isReplaced, isCounted, mayVoteAgain } = read.value;
  const asked = c.req.query("impronta") ?? "";
  const digest = DIGEST.test(asked) ? asked : null;
  const isFresh = c.req.query("nuova") === "1" && found !== null;
  const known = found?.digest ?? digest;
  const facts = {
    number,
    title: proposal.text.title,
    isSecret: (found?.secrecy ?? "secret") === "secret",
    tracker,
    digest: known,
    href: new URL(c.req.url).origin + receiptAddress(number, { tracker, digest: known }),
    isFresh,
    found:
      found === null
        ? null
        : {
            seal: found.seal?.number ?? null,
            isCounted,
            isSame: digest === null ? null : digest === found.digest,
            isReplaced,
          },
    mayVoteAgain: isFresh && mayVoteAgain,
  };
  return writePage(c, around, {
    title: t.votes.receipt.title,
    path: receiptAddress(number, { tracker, digest: null }),
    side: "vote",
    isPersonal: true,
    children: <VoteReceipt t={t} facts={facts} />,
  });
}

/** A receipt as it was pasted: an address, or the proposal's number and the tracker. */
function pasted(text: string): string | null {
  const digest = /\b[0-9a-f]{64}\b/.exec(text)?.[0] ?? null;
  const rest = digest === null ? text : text.replace(digest, " ");
  const inAddress = /proposte\/(\d{1,9})\/ricevuta\/([0-9a-z]{26})/i.exec(rest);
  const [, number, tracker] = inAddress ?? /^\D*(\d{1,9})\b(.*)$/s.exec(rest) ?? [];
  const letters = (tracker ?? "").toLowerCase().replaceAll(/[^0-9a-z]/g, "");
  if (number === undefined || !TRACKER.test(letters)) return null;
  return receiptAddress(Number(number), { tracker: letters, digest });
}

async function showVerify(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const asked = (c.req.query("ricevuta") ?? "").trim().slice(0, 400);
  const address = asked === "" ? null : pasted(asked);
  if (address !== null) return c.redirect(address, 303);
  const errors = asked === "" ? [] : [{ field: "ricevuta", message: t.votes.verify.unreadable }];
  const around = await readAround(c.var.request);
  const facts = { typed: asked, errors, worker: RECOUNT };
  const page = {
    title: t.votes.verify.title,
    description: t.votes.verify.description,
    path: "/verifica",
    side: "vote" as const,
    refused: errors.length > 0,
    children: <VerifyPage t={t} facts={facts} />,
  };
  return writePage(c, around, page, errors.length > 0 ? 422 : 200);
}
