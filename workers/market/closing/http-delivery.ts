import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, EnterpriseId, LineId, OfferId, OrderId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { grams, milli } from "#domain/kernel/quantity.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, idOf, priceCents, quantityMilli, weightGrams } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { handOut, payLater } from "./hand-out.ts";
import { noteArrivals, noteShortage } from "./receive.ts";
import { Arrived, Changed, HandedOut, LinesNow } from "./http-schemas.ts";
import { declareDelivery, noteWeights } from "./weigh.ts";

const area = "delivery";
const CycleParam = v.object({ cycle: idOf<CycleId>() });
const OrderParam = v.object({ order: idOf<OrderId>() });
const ArrivalsBody = v.strictObject({
  enterpriseIds: v.pipe(v.array(idOf<EnterpriseId>()), v.minLength(1), v.maxLength(200)),
});
const ShortageBody = v.strictObject({
  offerId: idOf<OfferId>(),
  missingMilli: v.pipe(quantityMilli, v.transform(milli)),
});
const WeightsBody = v.strictObject({
  weights: v.pipe(
    v.array(
      v.strictObject({ lineId: idOf<LineId>(), grams: v.pipe(weightGrams, v.transform(grams)) }),
    ),
    v.minLength(1),
    v.maxLength(200),
  ),
});
const cash = v.pipe(priceCents, v.minValue(1), v.transform(cents));
const HandOutBody = v.strictObject({
  returnedContainers: v.optional(v.pipe(count, v.maxValue(1000)), 0),
  returnedDepositCents: v.optional(v.pipe(priceCents, v.transform(cents)), 0),
  paidCents: v.optional(v.nullable(cash), null),
});
const PaymentBody = v.strictObject({ paidCents: cash });
const moneyRefusals = ["not-paid-at-pickup", "order-paid", "due-differs"] as const;
const refusals = [
  "not-signed-in",
  "not-allowed",
  "not-found",
  "cycle-state",
  "changed-meanwhile",
  "invalid-input",
  "key-missing",
  "key-reused",
] as const;

/** Delivery day of a cycle. */
export const deliveryDay = new Hono<Edge>()
  .post(
    "/:cycle/arrivals",
    endpoint({
      summary: "Notes whose goods have arrived",
      area,
      answers: { 200: Arrived },
      refusals,
    }),
    validated("param", CycleParam),
    validated("json", ArrivalsBody),
    async (c) => {
      const command = { cycleId: c.req.valid("param").cycle, ...c.req.valid("json") };
      return answer(c, await noteArrivals(c.var.request, command));
    },
  )
  .post(
    "/:cycle/shortages",
    endpoint({
      summary: "Notes how much of an offer is missing, all in all; latest orders lose first",
      area,
      answers: { 200: LinesNow },
      refusals: [...refusals, "shortage-not-whole"],
    }),
    validated("param", CycleParam),
    validated("json", ShortageBody),
    async (c) => {
      const command = { cycleId: c.req.valid("param").cycle, ...c.req.valid("json") };
      return answer(c, await noteShortage(c.var.request, command));
    },
  )
  .post(
    "/:cycle/weights",
    endpoint({
      summary: "Notes what lines of variable weight weigh; the last weight counts",
      area,
      answers: { 200: LinesNow },
      refusals: [...refusals, "line-not-weighed", "line-twice", "order-settled"],
    }),
    validated("param", CycleParam),
    validated("json", WeightsBody),
    async (c) => {
      const command = { cycleId: c.req.valid("param").cycle, ...c.req.valid("json") };
      return answer(c, await noteWeights(c.var.request, command));
    },
  )
  .post(
    "/:cycle/delivery",
    endpoint({
      summary: "Declares the cycle delivered: every line is final",
      area,
      answers: { 200: Changed },
      refusals,
    }),
    validated("param", CycleParam),
    async (c) => answer(c, await declareDelivery(c.var.request, c.req.valid("param").cycle)),
  );

/** The counter. */
export const counter = new Hono<Edge>()
  .post(
    "/:order/hand-out",
    endpoint({
      summary: "Hands an order's crates over, takes empties back, and cash where it is due",
      area,
      answers: { 200: HandedOut },
      refusals: [...refusals, ...moneyRefusals, "order-handed-out", "deposit-too-high"],
    }),
    validated("param", OrderParam),
    validated("json", HandOutBody),
    async (c) => {
      const command = { orderId: c.req.valid("param").order, ...c.req.valid("json") };
      return answer(c, await handOut(c.var.request, command));
    },
  )
  .post(
    "/:order/pickup-payment",
    endpoint({
      summary: "Takes the cash of an order that pays at pickup, or whose card did not pay, once",
      area,
      answers: { 200: HandedOut },
      refusals: [...refusals, ...moneyRefusals],
    }),
    validated("param", OrderParam),
    validated("json", PaymentBody),
    async (c) => {
      const command = { orderId: c.req.valid("param").order, ...c.req.valid("json") };
      return answer(c, await payLater(c.var.request, command));
    },
  );
