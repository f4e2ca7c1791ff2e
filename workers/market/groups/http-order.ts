import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, GroupId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import {
  civilDay,
  count,
  identifier,
  idOf,
  instantMs,
  minuteOfDay,
  quantityMilli,
  sumCents,
} from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { remindMissing, showGroupOrder, showGroupSheet } from "./order-actions.ts";

const area = "groups";
const milli = v.pipe(v.number(), v.safeInteger());
const said = v.nullable(v.string());
const Param = v.object({ id: idOf<GroupId>() });
const Query = v.strictObject({ cycle: v.optional(v.pipe(v.string(), v.maxLength(60))) });

const Line = v.object({
  orderId: identifier,
  offerId: identifier,
  status: v.string(),
  wantedMilli: quantityMilli,
  toleranceMilli: quantityMilli,
  allocatedMilli: v.nullable(milli),
  deliveredMilli: v.nullable(milli),
  actualGrams: v.nullable(count),
  estimatedCents: sumCents,
  finalCents: v.nullable(sumCents),
});

const Group = v.object({
  id: identifier,
  name: v.string(),
  households: count,
  coordinatorName: said,
  pickup: v.object({
    id: identifier,
    name: v.string(),
    street: v.string(),
    slots: v.array(v.object({ fromMinute: minuteOfDay, toMinute: minuteOfDay })),
  }),
});

const Cycle = v.object({
  id: identifier,
  code: v.string(),
  state: v.string(),
  opensAt: instantMs,
  closesAt: instantMs,
  deliveryDay: civilDay,
  groups: v.array(v.object({ id: identifier, name: v.string() })),
});

const GroupOrder = v.object({
  group: Group,
  cycle: v.nullable(Cycle),
  orderedHouseholds: count,
  names: v.array(v.string()),
  boxes: v.array(
    v.object({
      offerId: identifier,
      productName: v.string(),
      producerName: v.string(),
      boxUnits: count,
      demandMilli: milli,
      toleranceMilli: milli,
      oursMilli: milli,
      fullBoxes: count,
      missingMilli: milli,
      isCompleted: v.boolean(),
    }),
  ),
  minimums: v.array(
    v.object({
      enterpriseId: identifier,
      producerName: v.string(),
      minimumCents: sumCents,
      orderedCents: sumCents,
    }),
  ),
  own: v.array(
    v.object({
      householdId: identifier,
      orderId: v.nullable(identifier),
      estimatedCents: v.nullable(sumCents),
      lines: v.array(Line),
    }),
  ),
});

const Share = v.object({
  offerId: identifier,
  groupId: v.nullable(identifier),
  groupName: said,
  wantedMilli: milli,
  toleranceMilli: milli,
});

const GroupSheet = v.object({
  cycleId: v.nullable(identifier),
  isSquare: v.boolean(),
  estimatedCents: sumCents,
  products: v.array(
    v.object({
      offerId: identifier,
      productName: v.string(),
      households: count,
      wantedMilli: milli,
      toleranceMilli: milli,
      nowMilli: milli,
      isSquare: v.boolean(),
      shares: v.array(Share),
    }),
  ),
  households: v.array(
    v.object({
      householdId: v.nullable(identifier),
      name: said,
      orderId: identifier,
      lines: v.array(Line),
      estimatedCents: sumCents,
      isSquare: v.boolean(),
    }),
  ),
  missing: v.array(v.object({ householdId: identifier, name: said })),
  short: v.array(
    v.object({ offerId: identifier, productName: v.string(), leftMilli: v.nullable(milli) }),
  ),
  reminder: v.nullable(v.object({ sentAt: instantMs, households: count })),
});

const reading = ["not-signed-in", "not-found", "invalid-input"] as const;

/** What a group orders together, and what whoever coordinates it does about it. */
export const groupOrders = new Hono<Edge>()
  .get(
    "/:id/order",
    endpoint({
      summary: "The order of a group in a cycle: boxes, minimums, one's own part",
      area,
      answers: { 200: GroupOrder },
      refusals: reading,
    }),
    validated("param", Param),
    validated("query", Query),
    async (c) => {
      const which = { groupId: c.req.valid("param").id, code: c.req.valid("query").cycle ?? null };
      return show(c, await showGroupOrder(c.var.request, which));
    },
  )
  .get(
    "/:id/sheet",
    endpoint({
      summary: "Who of a group ordered what, counted twice; who is missing; what is short",
      area,
      answers: { 200: GroupSheet },
      refusals: [...reading, "not-allowed"],
    }),
    validated("param", Param),
    validated("query", Query),
    async (c) => {
      const which = { groupId: c.req.valid("param").id, code: c.req.valid("query").cycle ?? null };
      return show(c, await showGroupSheet(c.var.request, which));
    },
  )
  .post(
    "/:id/reminders",
    endpoint({
      summary: "Reminds, once a cycle, the households that have not ordered",
      area,
      answers: {
        201: v.object({ groupId: identifier, cycleId: identifier, households: count }),
      },
      refusals: [
        ...WRITING,
        "not-found",
        "cycle-not-for-group",
        "cycle-not-open",
        "cycle-closed",
        "reminder-sent",
        "nobody-missing",
      ],
    }),
    validated("param", Param),
    validated("json", v.strictObject({ cycleId: idOf<CycleId>() })),
    async (c) => {
      const command = { groupId: c.req.valid("param").id, ...c.req.valid("json") };
      return answer(c, await remindMissing(c.var.request, command));
    },
  );
