import { Hono } from "hono";
import * as v from "valibot";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { count, identifier, microdegrees, minuteOfDay, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import {
  addDeliveryWindow,
  listDeliveryWindows,
  listPickupPoints,
  openPickupPoint,
} from "./actions.ts";

const minutes = { fromMinute: minuteOfDay, toMinute: minuteOfDay };
const backwards = "ends before it begins";

const place = {
  name: words(120),
  street: words(200),
  latMicrodegrees: microdegrees(90),
  lonMicrodegrees: microdegrees(180),
  capacityOrders: v.optional(v.nullable(v.pipe(count, v.minValue(1), v.maxValue(100_000))), null),
};

const PickupPointBody = v.pipe(
  v.strictObject({ ...place, ...minutes }),
  v.check((slot) => slot.fromMinute < slot.toMinute, backwards),
);
const WindowBody = v.pipe(
  v.strictObject(minutes),
  v.check((slot) => slot.fromMinute < slot.toMinute, backwards),
);

const Slot = v.object({ id: identifier, ...minutes });
const PickupPoint = v.object({
  id: identifier,
  ...place,
  capacityOrders: v.nullable(count),
  slots: v.array(Slot),
});

export const pickupPoints = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The places where crates are handed out, and when",
      area: "places",
      answers: { 200: pageOf(PickupPoint) },
      refusals: ["invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listPickupPoints(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Opens a place where crates are handed out",
      area: "places",
      answers: { 201: PickupPoint },
      refusals: [...WRITING, "name-taken"],
    }),
    validated("json", PickupPointBody),
    async (c) => {
      const { fromMinute, toMinute, ...told } = c.req.valid("json");
      const command = { ...told, opening: { fromMinute, toMinute } };
      return answer(c, await openPickupPoint(c.var.request, command));
    },
  );

export const deliveryWindows = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The times at which crates are brought home",
      area: "places",
      answers: { 200: pageOf(Slot) },
      refusals: ["invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listDeliveryWindows(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Adds a time at which crates are brought home",
      area: "places",
      answers: { 201: Slot },
      refusals: [...WRITING, "slot-taken"],
    }),
    validated("json", WindowBody),
    async (c) => answer(c, await addDeliveryWindow(c.var.request, c.req.valid("json"))),
  );
