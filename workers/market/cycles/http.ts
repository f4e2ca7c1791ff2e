import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, EnterpriseId, GroupId } from "#domain/kernel/ids.ts";
import { civilDate, instant } from "#domain/kernel/instant.ts";
import { LEFT_OUT_REASONS } from "#domain/orders/left-out.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { civilDay, count, idOf, identifier, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listCycles, rescheduleCycle, shareCycle, showCycle } from "./actions.ts";
import { planCycle } from "./plan-cycle.ts";
import { publishCycle } from "./publication.ts";

const area = "cycles";
const times = {
  opensAt: v.pipe(instantMs, v.transform(instant)),
  closesAt: v.pipe(instantMs, v.transform(instant)),
  deliveryDay: v.pipe(civilDay, v.transform(civilDate)),
};
const CycleBody = v.strictObject({
  code: words(40),
  hubId: idOf<EnterpriseId>(),
  ...times,
  copyOf: v.optional(v.nullable(idOf<CycleId>()), null),
});
const RescheduleBody = v.strictObject({
  opensAt: v.optional(times.opensAt),
  closesAt: v.optional(times.closesAt),
  deliveryDay: v.optional(times.deliveryDay),
  reason: v.optional(words(400, 0), ""),
});
const CycleParam = v.object({ cycle: idOf<CycleId>() });
const GroupParam = v.object({ cycle: idOf<CycleId>(), group: idOf<GroupId>() });

const states = [
  "draft",
  "announced",
  "open",
  "closed",
  "completing",
  "allocated",
  "sent",
  "receiving",
  "delivered",
  "settled",
  "cancelled",
] as const;

const LeftOut = v.object({
  variantId: identifier,
  productName: v.string(),
  label: v.string(),
  enterpriseId: identifier,
  reason: v.picklist(LEFT_OUT_REASONS),
});
const cycle = {
  id: identifier,
  code: v.string(),
  hubId: identifier,
  opensAt: instantMs,
  closesAt: instantMs,
  deliveryDay: v.string(),
  state: v.picklist(states),
  version: count,
  createdAt: instantMs,
  groups: v.array(identifier),
  orders: count,
  lines: count,
  offers: count,
  copiedFrom: v.nullable(identifier),
};
const Cycle = v.object(cycle);
const Planned = v.object({
  ...cycle,
  copy: v.nullable(v.object({ offers: count, leftOut: v.array(LeftOut) })),
});
const Published = v.object({
  id: identifier,
  state: v.picklist(states),
  version: count,
  by: v.string(),
  leftOut: v.array(LeftOut),
});
const manageRefusals = [
  "not-signed-in",
  "not-allowed",
  "not-found",
  "cycle-state",
  "cycle-times",
  "changed-meanwhile",
  "invalid-input",
  "key-missing",
  "key-reused",
] as const;

export const cycles = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The cycles, newest first, each in the state that it is in now",
      area,
      answers: { 200: pageOf(Cycle) },
      refusals: ["invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listCycles(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Plans a cycle of a hub, as a draft; a copy says what it leaves out, and why",
      area,
      answers: { 201: Planned },
      refusals: [...manageRefusals, "cycle-code-taken", "cycle-without-offers"],
    }),
    validated("json", CycleBody),
    async (c) => answer(c, await planCycle(c.var.request, c.req.valid("json"))),
  )
  .get(
    "/:cycle",
    endpoint({
      summary: "One cycle",
      area,
      answers: { 200: Cycle },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", CycleParam),
    async (c) => show(c, await showCycle(c.var.request, c.req.valid("param").cycle)),
  )
  .patch(
    "/:cycle",
    endpoint({
      summary: "Moves the times of a cycle that has not closed",
      area,
      answers: { 200: Cycle },
      refusals: manageRefusals,
    }),
    validated("param", CycleParam),
    validated("json", RescheduleBody),
    async (c) => {
      const moved = { cycleId: c.req.valid("param").cycle, ...c.req.valid("json") };
      return answer(c, await rescheduleCycle(c.var.request, moved));
    },
  )
  .post(
    "/:cycle/publication",
    endpoint({
      summary: "Publishes a cycle: what its hub may offer now is frozen, and what not is said",
      area,
      answers: { 201: Published },
      refusals: [...manageRefusals, "cycle-without-offers"],
    }),
    validated("param", CycleParam),
    async (c) => answer(c, await publishCycle(c.var.request, c.req.valid("param").cycle)),
  )
  .put(
    "/:cycle/groups/:group",
    endpoint({
      summary: "Lets a group share the cycle",
      area,
      answers: { 200: v.object({ groups: v.array(identifier) }) },
      refusals: manageRefusals,
    }),
    validated("param", GroupParam),
    async (c) => {
      const { cycle: cycleId, group: groupId } = c.req.valid("param");
      return answer(c, await shareCycle(c.var.request, { cycleId, groupId }));
    },
  );
