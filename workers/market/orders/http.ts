import { Hono } from "hono";
import * as v from "valibot";
import {
  type CycleId,
  type HouseholdId,
  id,
  type LineId,
  type OfferId,
  type OrderId,
} from "#domain/kernel/ids.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { changeOrder } from "./change-order.ts";
import { placeOrder } from "./place-order.ts";
import { readOrder } from "./read-order.ts";
import {
  AddLineBody,
  Changed,
  Order,
  OrderBody,
  Placed,
  SetLineBody,
  type WishBody,
} from "./http-schemas.ts";

const area = "orders";
const OrderParam = v.object({ order: identifier });
const LineParam = v.object({ order: identifier, line: identifier });
const changeRefusals = [
  "not-found",
  "not-allowed",
  "order-cancelled",
  "cycle-not-open",
  "cycle-closed",
  "wallet-floor",
  "changed-meanwhile",
  "key-missing",
  "key-reused",
] as const;
const quantityRefusals = [
  "quantity-not-in-steps",
  "offer-withdrawn",
  "short-stock",
  "payment-declined",
  "invalid-input",
] as const;

export const orders = new Hono<Edge>()
  .post(
    "/",
    endpoint({
      summary:
        "Places an order of the lines given, or of what is in the basket: for a household, or " +
        "for a guest, who gets a link to it. A guest's X-Basket-Token, chosen freely, is what " +
        "makes the same Idempotency-Key the same order",
      area,
      answers: { 201: Placed },
      refusals: [
        ...changeRefusals,
        ...quantityRefusals,
        "not-signed-in",
        "cycle-not-for-group",
        "offer-unknown",
        "wallet-missing",
        "order-empty",
        "order-exists",
        "place-unknown",
        "slot-full",
        "place-full",
        "address-missing",
        "contact-missing",
      ],
    }),
    validated("json", OrderBody),
    async (c) => answer(c, await placeOrder(c.var.request, toCommand(c.req.valid("json")))),
  )
  .get(
    "/:order",
    endpoint({
      summary: "An order, with its lines and sums",
      area,
      answers: { 200: Order },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", OrderParam),
    async (c) => show(c, await readOrder(c.var.request, id<OrderId>(c.req.valid("param").order))),
  )
  .post(
    "/:order/lines",
    endpoint({
      summary: "Adds a line to an order that is still open",
      area,
      answers: { 200: Changed },
      refusals: [...changeRefusals, ...quantityRefusals, "offer-unknown"],
    }),
    validated("param", OrderParam),
    validated("json", AddLineBody),
    async (c) => {
      const { card, ...wish } = c.req.valid("json");
      const change = { kind: "add" as const, wish: toWish(wish), card };
      const orderId = id<OrderId>(c.req.valid("param").order);
      return answer(c, await changeOrder(c.var.request, orderId, change));
    },
  )
  .put(
    "/:order/lines/:line",
    endpoint({
      summary: "Sets what a line wants; the line keeps its place in the queue",
      area,
      answers: { 200: Changed },
      refusals: [...changeRefusals, ...quantityRefusals, "line-unknown"],
    }),
    validated("param", LineParam),
    validated("json", SetLineBody),
    async (c) => {
      const { order, line } = c.req.valid("param");
      const { wantedMilli, toleranceMilli, card } = c.req.valid("json");
      const quantity = { wanted: milli(wantedMilli), tolerance: milli(toleranceMilli) };
      const change = { kind: "set" as const, lineId: id<LineId>(line), ...quantity, card };
      return answer(c, await changeOrder(c.var.request, id<OrderId>(order), change));
    },
  )
  .delete(
    "/:order/lines/:line",
    endpoint({
      summary: "Withdraws a line; withdrawing the last one cancels the order",
      area,
      answers: { 200: Changed },
      refusals: [...changeRefusals, "line-unknown"],
    }),
    validated("param", LineParam),
    async (c) => {
      const { order, line } = c.req.valid("param");
      const change = { kind: "withdraw" as const, lineId: id<LineId>(line) };
      return answer(c, await changeOrder(c.var.request, id<OrderId>(order), change));
    },
  )
  .post(
    "/:order/cancellation",
    endpoint({
      summary: "Cancels an order that is still open",
      area,
      answers: { 200: Changed },
      refusals: changeRefusals,
    }),
    validated("param", OrderParam),
    async (c) => {
      const orderId = id<OrderId>(c.req.valid("param").order);
      return answer(c, await changeOrder(c.var.request, orderId, { kind: "cancel" }));
    },
  );

function toWish(wish: v.InferOutput<typeof WishBody>) {
  return {
    offerId: id<OfferId>(wish.offerId),
    wanted: milli(wish.wantedMilli),
    tolerance: milli(wish.toleranceMilli),
  };
}

function toCommand(body: v.InferOutput<typeof OrderBody>) {
  const { lines, cycleId, householdId, ...rest } = body;
  return {
    ...rest,
    cycleId: id<CycleId>(cycleId),
    householdId: householdId === null ? null : id<HouseholdId>(householdId),
    wishes: lines === null ? null : lines.map(toWish),
  };
}
