import { Hono } from "hono";
import * as v from "valibot";
import type { OrderId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { count, idOf, identifier, instantMs, pageQuery, priceCents } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listDues, listFailed, payOtherwise, retryEffect } from "./actions.ts";

const area = "payments";
const topics = v.picklist(["payment-capture", "payment-release", "payment-refund", "plan"]);
const Failed = v.object({
  id: count,
  topic: topics,
  attempts: count,
  createdAt: instantMs,
  failedAt: v.nullable(instantMs),
  reason: v.string(),
  orderId: v.nullable(identifier),
  orderCode: v.nullable(v.string()),
  amountCents: v.nullable(count),
  dueNumber: v.nullable(count),
  refusedRefund: v.nullable(identifier),
});
const TriedAgain = v.object({ id: count, topic: topics, dueAt: instantMs });
const Due = v.object({
  orderId: identifier,
  orderCode: v.string(),
  amountCents: count,
  reason: v.string(),
  since: instantMs,
  effectId: v.nullable(count),
});
const DueQuery = v.strictObject({
  ...pageQuery,
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}-[0-9a-z]{26}$/, "the next of a page"))),
});
const source = v.picklist(["cash", "bank"]);
const PaymentBody = v.strictObject({
  paidCents: v.pipe(priceCents, v.minValue(1), v.transform(cents)),
  source,
});
const DuePaid = v.object({ orderId: identifier, paidCents: count, source });
const EffectParam = v.object({
  effect: v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/, "the number of an after-effect")),
});
const RowQuery = v.strictObject(rowPageQuery);
const reading = ["not-signed-in", "not-allowed", "invalid-input"] as const;
const acting = [...reading, "not-found", "changed-meanwhile", "key-missing", "key-reused"] as const;

/** What was to be sent after a fact, and failed for good. */
export const afterEffects = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "What was to follow and failed for good: captures, releases, refunds, plans",
      area,
      answers: { 200: pageOf(Failed) },
      refusals: reading,
    }),
    validated("query", RowQuery),
    async (c) => show(c, await listFailed(c.var.request, askedRows(c.req.valid("query")))),
  )
  .post(
    "/:effect/attempts",
    endpoint({
      summary: "Tries again what failed; a card that refused is asked anew",
      area,
      answers: { 200: TriedAgain },
      refusals: [...acting, "effect-not-failed"],
    }),
    validated("param", EffectParam),
    async (c) => answer(c, await retryEffect(c.var.request, Number(c.req.valid("param").effect))),
  );

/** What cards did not pay. */
export const dues = new Hono<Edge>().get(
  "/",
  endpoint({
    summary: "What is owed because a card did not pay it, the oldest first",
    area,
    answers: { 200: pageOf(Due) },
    refusals: reading,
  }),
  validated("query", DueQuery),
  async (c) => show(c, await listDues(c.var.request, askedPage(c.req.valid("query")))),
);

/** A due of an order, under the order's own address. */
export const duePayments = new Hono<Edge>().post(
  "/:order/due-payment",
  endpoint({
    summary: "Notes that what the card did not pay was paid in cash or by transfer, once",
    area,
    answers: { 200: DuePaid },
    refusals: [...acting, "nothing-due", "due-differs"],
  }),
  validated("param", v.object({ order: idOf<OrderId>() })),
  validated("json", PaymentBody),
  async (c) => {
    const command = { orderId: c.req.valid("param").order, ...c.req.valid("json") };
    return answer(c, await payOtherwise(c.var.request, command));
  },
);
