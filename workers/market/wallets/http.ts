import { Hono } from "hono";
import * as v from "valibot";
import { type HouseholdId, id } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { amountCents, identifier, instantMs, sumCents, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { enterIntoWallet, showStatement, showWallet } from "./actions.ts";

const Household = v.object({ id: identifier });
const note = words(300);
const source = v.picklist(["bank", "cash"]);

const EntryBody = v.variant("kind", [
  v.strictObject({
    kind: v.literal("opening"),
    amountCents: v.pipe(amountCents, v.notValue(0)),
    source: v.optional(v.literal("opening"), "opening"),
    note: v.optional(v.nullable(note), null),
  }),
  v.strictObject({
    kind: v.literal("top-up"),
    amountCents: v.pipe(amountCents, v.minValue(1)),
    source: v.optional(source, "bank"),
    note: v.optional(v.nullable(note), null),
  }),
  // What is corrected is the account that was wrong; the reason is not a matter of choice.
  v.strictObject({
    kind: v.literal("correction"),
    amountCents: v.pipe(amountCents, v.notValue(0)),
    source: v.optional(v.picklist(["bank", "cash", "opening"]), "bank"),
    note,
  }),
]);

const Wallet = v.object({
  balanceCents: sumCents,
  heldCents: sumCents,
  availableCents: sumCents,
  floorCents: v.nullable(amountCents),
});

const Movement = v.object({
  id: v.number(),
  kind: v.string(),
  at: instantMs,
  day: v.string(),
  cycleId: v.nullable(identifier),
  orderId: v.nullable(identifier),
  amountCents,
  heldCents: sumCents,
  balanceCents: sumCents,
  note: v.nullable(v.string()),
});

export const wallets = new Hono<Edge>()
  .get(
    "/:id/wallet",
    endpoint({
      summary: "What a household has, what of it is promised, and how far it may go",
      area: "wallets",
      answers: { 200: Wallet },
      refusals: ["not-signed-in", "not-found"],
    }),
    validated("param", Household),
    async (c) => show(c, await showWallet(c.var.request, id<HouseholdId>(c.req.valid("param").id))),
  )
  .get(
    "/:id/wallet/statement",
    endpoint({
      summary: "The postings of a wallet, newest first, each with the balance after it",
      area: "wallets",
      answers: { 200: v.object({ items: v.array(Movement), next: v.nullable(v.string()) }) },
      refusals: ["not-signed-in", "not-found"],
    }),
    validated("param", Household),
    validated("query", v.strictObject(rowPageQuery)),
    async (c) => {
      const page = askedRows(c.req.valid("query"));
      const household = id<HouseholdId>(c.req.valid("param").id);
      return show(c, await showStatement(c.var.request, household, page));
    },
  )
  .post(
    "/:id/wallet/entries",
    endpoint({
      summary: "Posts a top-up, an opening balance or a correction",
      area: "wallets",
      answers: { 201: v.object({ ref: v.string(), balanceCents: sumCents }) },
      refusals: [
        "not-signed-in",
        "not-allowed",
        "not-found",
        "invalid-input",
        "key-missing",
        "key-reused",
      ],
    }),
    validated("param", Household),
    validated("json", EntryBody),
    async (c) => {
      const body = c.req.valid("json");
      const household = id<HouseholdId>(c.req.valid("param").id);
      const command = { ...body, household, amountCents: cents(body.amountCents) };
      return answer(c, await enterIntoWallet(c.var.request, command));
    },
  );
