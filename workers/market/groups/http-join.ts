import { Hono } from "hono";
import * as v from "valibot";
import type { GroupId, GroupRequestId, HouseholdId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier, idOf, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import {
  answerRequest,
  askToJoin,
  leaveGroup,
  listWaiting,
  withdrawRequest,
} from "./join-actions.ts";

const area = "groups";
const Group = v.object({ id: idOf<GroupId>() });
const OneRequest = v.object({ id: idOf<GroupId>(), request: idOf<GroupRequestId>() });
const Changed = v.object({ id: identifier, groupId: identifier, householdId: identifier });
const Waiting = v.object({
  id: identifier,
  groupId: identifier,
  householdId: identifier,
  householdName: v.nullable(v.string()),
  askedAt: instantMs,
});
const AnswerBody = v.strictObject({
  isAccepted: v.boolean(),
  reason: v.optional(v.nullable(words(300)), null),
});
const writing = [...WRITING, "not-found"] as const;

/** How a household comes into a group, and leaves it. */
export const groupJoining = new Hono<Edge>()
  .get(
    "/:id/requests",
    endpoint({
      summary: "Households that wait for a group's answer",
      area,
      answers: { 200: v.object({ items: v.array(Waiting) }) },
      refusals: ["not-signed-in", "not-found", "invalid-input"],
    }),
    validated("param", Group),
    async (c) => show(c, await listWaiting(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/requests",
    endpoint({
      summary: "Asks for a household to come into a group",
      area,
      answers: { 201: Changed },
      refusals: [...writing, "group-taken", "group-asked"],
    }),
    validated("param", Group),
    validated("json", v.strictObject({ householdId: idOf<HouseholdId>() })),
    async (c) => {
      const { householdId } = c.req.valid("json");
      const joining = { groupId: c.req.valid("param").id, householdId };
      return answer(c, await askToJoin(c.var.request, joining));
    },
  )
  .put(
    "/:id/requests/:request/answer",
    endpoint({
      summary: "Lets a household in, or says why not",
      area,
      answers: { 200: Changed },
      refusals: [...writing, "group-request-ended", "group-taken"],
    }),
    validated("param", OneRequest),
    validated("json", AnswerBody),
    async (c) => {
      const { id: groupId, request: requestId } = c.req.valid("param");
      const command = { groupId, requestId, ...c.req.valid("json") };
      return answer(c, await answerRequest(c.var.request, command));
    },
  )
  .delete(
    "/:id/requests/:request",
    endpoint({
      summary: "Takes a request back",
      area,
      answers: { 200: Changed },
      refusals: [...writing, "group-request-ended"],
    }),
    validated("param", OneRequest),
    async (c) => {
      const { id: groupId, request: requestId } = c.req.valid("param");
      return answer(c, await withdrawRequest(c.var.request, { groupId, requestId }));
    },
  )
  .delete(
    "/:id/households/:household",
    endpoint({
      summary: "A household leaves its group",
      area,
      answers: { 200: v.object({ groupId: identifier, householdId: identifier }) },
      refusals: [...writing, "not-in-group", "group-coordinator-stays", "group-order-open"],
    }),
    validated("param", v.object({ id: idOf<GroupId>(), household: idOf<HouseholdId>() })),
    async (c) => {
      const { id: groupId, household: householdId } = c.req.valid("param");
      return answer(c, await leaveGroup(c.var.request, { groupId, householdId }));
    },
  );
