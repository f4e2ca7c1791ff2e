import { Hono } from "hono";
import * as v from "valibot";
import { type CycleId, id } from "#domain/kernel/ids.ts";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { showCycleBooks } from "./actions.ts";

const wholeCents = v.pipe(v.number(), v.safeInteger());

const Vat = v.object({
  rate: v.number(),
  grossCents: wholeCents,
  vatCents: wholeCents,
  netCents: wholeCents,
});

const Books = v.object({
  collectedCents: wholeCents,
  goodsCents: wholeCents,
  deliveryIncomeCents: wholeCents,
  depositsCents: wholeCents,
  walletDebitedCents: wholeCents,
  cardChargedCents: wholeCents,
  cardCapturedCents: wholeCents,
  dueCollectedCents: wholeCents,
  refundedCents: wholeCents,
  atPickupCents: wholeCents,
  paidAtPickupCents: wholeCents,
  networkFeeCents: wholeCents,
  payableCents: wholeCents,
  unsettledSalesCents: wholeCents,
  producers: v.array(
    v.object({
      enterpriseId: identifier,
      goodsCents: wholeCents,
      networkFeeCents: wholeCents,
      payableCents: wholeCents,
      vat: v.array(Vat),
    }),
  ),
  vat: v.array(Vat),
});

/** The books of a cycle, under its own address. */
export const cycleBooks = new Hono<Edge>().get(
  "/:id/books",
  endpoint({
    summary: "What a cycle came to: who was charged, who is owed, which VAT is within",
    area: "ledger",
    answers: { 200: Books },
    refusals: ["not-signed-in", "not-allowed", "not-found"],
  }),
  validated("param", v.object({ id: identifier })),
  async (c) => show(c, await showCycleBooks(c.var.request, id<CycleId>(c.req.valid("param").id))),
);
