import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, EnterpriseId, GroupId } from "#domain/kernel/ids.ts";
import { civilDate, instant } from "#domain/kernel/instant.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { civilDay, count, idOf, identifier, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listCycles, planCycle, rescheduleCycle, shareCycle, showCycle } from "./actions.ts";
import { publishCycle } from "./publication.ts";

const area = "cycles";
const times = {
  opensAt: v.pipe(instantMs, v.transform(instant)),
  closesAt: v.pipe(instantMs, v.transform(instant)),
  deliveryDay: v.pipe(civilDay, v.transform(civilDate)),
};
const CycleBody = v.strictObject({ code: words(40), hubId: idOf<EnterpriseId>(), ...times });
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

const Cycle = v.object({
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
});
const Changed = v.object({
  id: identifier,
  state: v.picklist(states),
  version: count,
  by: v.string(),
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
      summary: "Plans a cycle of a hub, as a draft",
      area,
      answers: { 201: Cycle },
      refusals: [...manageRefusals, "cycle-code-taken"],
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
      summary: "Publishes a cycle: what its hub lists now is frozen as its offers",
      area,
      answers: { 201: Changed },
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
