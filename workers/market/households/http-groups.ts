import { Hono } from "hono";
import * as v from "valibot";
import type { GroupId, HouseholdId, PickupPointId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { identifier, idOf, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { foundGroup, handOverGroup, listGroups } from "./group-actions.ts";

const GroupBody = v.strictObject({ name: words(120), pickupPointId: idOf<PickupPointId>() });
const CoordinatorBody = v.strictObject({ householdId: idOf<HouseholdId>() });

const Group = v.object({
  id: identifier,
  name: v.string(),
  pickupPointId: identifier,
  createdAt: instantMs,
});

const writing = [
  "not-signed-in",
  "not-allowed",
  "not-found",
  "invalid-input",
  "key-missing",
  "key-reused",
] as const;

export const groups = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The solidarity purchasing groups of the network",
      area: "groups",
      answers: { 200: pageOf(Group) },
      refusals: ["invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listGroups(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Founds a group, with the point where it meets",
      area: "groups",
      answers: { 201: Group },
      refusals: [...writing, "name-taken"],
    }),
    validated("json", GroupBody),
    async (c) => answer(c, await foundGroup(c.var.request, c.req.valid("json"))),
  )
  .put(
    "/:id/coordinator",
    endpoint({
      summary: "Hands a group's coordination to one of its households",
      area: "groups",
      answers: { 200: v.object({ groupId: identifier, householdId: identifier }) },
      refusals: [...writing, "not-in-group"],
    }),
    validated("param", v.object({ id: idOf<GroupId>() })),
    validated("json", CoordinatorBody),
    async (c) => {
      const { householdId } = c.req.valid("json");
      const command = { groupId: c.req.valid("param").id, householdId };
      return answer(c, await handOverGroup(c.var.request, command));
    },
  );
