import { Hono } from "hono";
import * as v from "valibot";
import { civilDate, instant } from "#domain/kernel/instant.ts";
import type { BooksAt } from "#domain/ledger/journal.ts";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { civilDay, identifier, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { showAccounts, showPostings, showTrialBalance } from "./actions.ts";
import { EXPORT_CURSOR, exportCursor, exportJournal } from "./export-journal.ts";

const type = v.picklist(["asset", "liability", "equity", "income", "expense", "memo"]);
const wholeCents = v.pipe(v.number(), v.safeInteger());

const Class = v.object({
  name: v.string(),
  type,
  accounts: v.number(),
  debitCents: wholeCents,
  creditCents: wholeCents,
  balanceCents: wholeCents,
});
const TrialBalance = v.object({
  classes: v.array(Class),
  debitCents: wholeCents,
  creditCents: wholeCents,
  sumCents: wholeCents,
});
const Account = v.object({ code: v.string(), type, balanceCents: wholeCents });

const Leg = v.union([
  v.tuple([v.string(), wholeCents]),
  v.tuple([v.string(), wholeCents, wholeCents]),
]);
const Posting = v.object({
  id: v.number(),
  ref: v.string(),
  kind: v.string(),
  businessDate: v.string(),
  postedAt: instantMs,
  actor: v.string(),
  cycleId: v.nullable(v.string()),
  orderId: v.nullable(v.string()),
  resolves: v.nullable(v.string()),
  reverses: v.nullable(v.string()),
  rules: v.record(v.string(), v.number()),
  legs: v.array(Leg),
  digest: v.string(),
});
const Seal = v.object({
  chain: v.picklist(["ledger", "rules"]),
  number: v.number(),
  from: v.number(),
  to: v.number(),
  root: v.string(),
  previous: v.string(),
  sealedAt: instantMs,
  digest: v.string(),
});

const PostingQuery = v.pipe(
  v.strictObject({
    ...rowPageQuery,
    cycle: v.optional(identifier),
    order: v.optional(identifier),
    account: v.optional(words(120)),
    kind: v.optional(words(40)),
    from: v.optional(v.pipe(civilDay, v.transform(civilDate))),
    to: v.optional(v.pipe(civilDay, v.transform(civilDate))),
  }),
  v.check(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    "a period begins before it ends",
  ),
);
/** A day on the calendar of Rome, or milliseconds since 1970. */
const BooksQuery = v.strictObject({
  at: v.optional(v.union([civilDay, v.pipe(v.string(), v.regex(/^\d{1,13}$/, "no instant"))])),
});

function booksAt(at: string | undefined): BooksAt {
  if (at === undefined) return { kind: "now" };
  if (/^\d+$/.test(at)) return { kind: "instant", at: instant(Number(at)) };
  return { kind: "day", day: civilDate(at) };
}

const ExportQuery = v.strictObject({
  after: v.optional(v.pipe(v.string(), v.regex(EXPORT_CURSOR, "the next of a part"))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d{0,2}|1000)$/, "1 to 1000")), "500"),
});

const refusals = ["not-signed-in", "not-allowed", "invalid-input"] as const;

export const ledger = new Hono<Edge>()
  .get(
    "/trial-balance",
    endpoint({
      summary: "Every class of accounts with its balance, now or at a moment; they add up to 0",
      area: "ledger",
      answers: { 200: TrialBalance },
      refusals,
    }),
    validated("query", BooksQuery),
    async (c) => show(c, await showTrialBalance(c.var.request, booksAt(c.req.valid("query").at))),
  )
  .get(
    "/accounts",
    endpoint({
      summary: "Accounts with their balances, debit positive",
      area: "ledger",
      answers: { 200: pageOf(Account) },
      refusals,
    }),
    validated("query", PageQuery),
    async (c) => show(c, await showAccounts(c.var.request, askedPage(c.req.valid("query")))),
  )
  .get(
    "/transactions",
    endpoint({
      summary: "Postings as they were written, those that fit everything that is asked",
      area: "ledger",
      answers: { 200: pageOf(Posting) },
      refusals,
    }),
    validated("query", PostingQuery),
    async (c) => {
      const { cycle = null, order = null, account = null, ...asked } = c.req.valid("query");
      const { kind = null, from = null, to = null, ...page } = asked;
      const filter = { cycle, order, account, kind, from, to };
      return show(c, await showPostings(c.var.request, filter, askedRows(page)));
    },
  )
  .get(
    "/export",
    endpoint({
      summary: "A part of the journal with its seals, for `npm run verify`",
      area: "ledger",
      answers: {
        200: v.object({
          kind: v.literal("journal"),
          upTo: v.number(),
          transactions: v.array(Posting),
          seals: v.array(Seal),
          accounts: v.array(Account),
          next: v.nullable(v.string()),
        }),
      },
      refusals,
    }),
    validated("query", ExportQuery),
    async (c) => {
      const { after, limit } = c.req.valid("query");
      return show(c, await exportJournal(c.var.request, exportCursor(after), Number(limit)));
    },
  );
