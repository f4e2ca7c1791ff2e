import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, SlotId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, identifier, idOf } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { limitSlot, listSlotRooms } from "./slots.ts";

const orders = v.pipe(count, v.minValue(1), v.maxValue(100_000));
const CapacityBody = v.strictObject({ capacityOrders: v.nullable(orders) });
const Capacity = v.object({ slotId: identifier, capacityOrders: v.nullable(orders) });
const Rooms = v.object({
  items: v.array(v.object({ slotId: identifier, capacityOrders: orders, leftOrders: count })),
});
const SlotPath = v.strictObject({ slot: idOf<SlotId>() });
const CyclePath = v.strictObject({ cycle: idOf<CycleId>() });

export const slots = new Hono<Edge>().put(
  "/:slot/capacity",
  endpoint({
    summary: "Says how many orders of a cycle a slot takes",
    area: "places",
    answers: { 200: Capacity },
    refusals: [...WRITING, "not-found"],
  }),
  validated("param", SlotPath),
  validated("json", CapacityBody),
  async (c) => {
    const command = { slotId: c.req.valid("param").slot, ...c.req.valid("json") };
    return answer(c, await limitSlot(c.var.request, command));
  },
);

export const cycleSlots = new Hono<Edge>().get(
  "/:cycle/slots",
  endpoint({
    summary: "What the slots that are limited still take in a cycle",
    area: "places",
    answers: { 200: Rooms },
    refusals: ["invalid-input", "not-found"],
  }),
  validated("param", CyclePath),
  async (c) => show(c, await listSlotRooms(c.var.request, c.req.valid("param").cycle)),
);
