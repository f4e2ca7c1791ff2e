import { Hono } from "hono";
import * as v from "valibot";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { rowPageQuery } from "#market/edge/row-paging.ts";
import { count, identifier, instantMs, sumCents } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { CHAIN_CURSOR, chainCursor, exportEntries, exportMovements } from "./export-chains.ts";

const Entry = v.object({
  id: count,
  memberId: identifier,
  number: count,
  kind: v.string(),
  ground: v.string(),
  detail: v.string(),
  at: instantMs,
  actor: v.string(),
  digest: v.string(),
});
const Movement = v.object({
  id: count,
  memberId: identifier,
  number: count,
  kind: v.string(),
  shares: v.number(),
  subscribed: sumCents,
  paid: sumCents,
  contributed: sumCents,
  owed: sumCents,
  plan: v.string(),
  txRef: v.string(),
  at: instantMs,
  actor: v.string(),
  digest: v.string(),
});
const Seal = v.object({
  chain: v.picklist(["members", "shares"]),
  number: count,
  from: count,
  to: count,
  root: v.string(),
  previous: v.string(),
  sealedAt: instantMs,
  digest: v.string(),
});
const next = v.nullable(v.string());
const PartQuery = v.strictObject({
  after: v.optional(v.pipe(v.string(), v.regex(CHAIN_CURSOR, "the next of a part"))),
  limit: rowPageQuery.limit,
});
const refusals = ["not-signed-in", "not-allowed", "invalid-input"] as const;

/** The chains of the members' book, for whoever checks them. */
export const memberExports = new Hono<Edge>()
  .get(
    "/entries/export",
    endpoint({
      summary: "A part of the book’s entries with their seals, for `npm run verify`",
      area: "members",
      answers: {
        200: v.object({
          kind: v.literal("members"),
          upTo: count,
          entries: v.array(Entry),
          seals: v.array(Seal),
          next,
        }),
      },
      refusals,
    }),
    validated("query", PartQuery),
    async (c) => {
      const { after, limit } = c.req.valid("query");
      return show(c, await exportEntries(c.var.request, chainCursor(after), Number(limit)));
    },
  )
  .get(
    "/shares/export",
    endpoint({
      summary: "A part of the movements of shares with their seals, for `npm run verify`",
      area: "members",
      answers: {
        200: v.object({
          kind: v.literal("shares"),
          upTo: count,
          movements: v.array(Movement),
          seals: v.array(Seal),
          next,
        }),
      },
      refusals,
    }),
    validated("query", PartQuery),
    async (c) => {
      const { after, limit } = c.req.valid("query");
      return show(c, await exportMovements(c.var.request, chainCursor(after), Number(limit)));
    },
  );
