import { Hono } from "hono";
import * as v from "valibot";
import { WAYS_TO_ATTEND } from "#domain/governance/assembly/attendance.ts";
import type { AssemblyId, MemberId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, idOf, identifier, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { closeAssembly, constituteAssembly, recordArrival, recordDeparture } from "./hold.ts";

const area = "assemblies";
const param = v.object({ assembly: idOf<AssemblyId>() });
const doing = [...WRITING, "not-found", "assembly-elsewhere"] as const;

/** How many take part, of how many who may, and how many are needed. */
export const turnout = { present: count, electorate: count, needed: count };
const Arrived = v.object({ memberId: identifier, ...turnout });

/** Somebody who took part. */
export const presentMember = v.object({
  memberId: identifier,
  name: v.string(),
  how: v.picklist(WAYS_TO_ATTEND),
  holderId: v.nullable(identifier),
  nth: count,
  arrivedAt: instantMs,
  leftAt: v.nullable(instantMs),
  takesPart: v.boolean(),
});

/** Who comes and goes, and whether they are enough. */
export const presences = new Hono<Edge>()
  .post(
    "/:assembly/presences",
    endpoint({
      summary: "Writes down who takes part from now on: there, from afar, or by proxy",
      area,
      answers: { 201: Arrived },
      refusals: [
        ...doing,
        "not-of-the-assembly",
        "present-already",
        "holder-not-there",
        "proxy-not-eligible",
        "proxy-excluded",
        "proxy-chained",
        "proxy-given-already",
        "proxy-too-many",
        "changed-meanwhile",
      ],
    }),
    validated("param", param),
    validated(
      "json",
      v.strictObject({
        memberId: idOf<MemberId>(),
        how: v.picklist(WAYS_TO_ATTEND),
        holderId: v.optional(v.nullable(idOf<MemberId>()), null),
      }),
    ),
    async (c) => {
      const { assembly } = c.req.valid("param");
      return answer(c, await recordArrival(c.var.request, assembly, c.req.valid("json")));
    },
  )
  .post(
    "/:assembly/departures",
    endpoint({
      summary: "Writes down who leaves, and with them those for whom they stood",
      area,
      answers: { 200: Arrived },
      refusals: [...doing, "not-of-the-assembly"],
    }),
    validated("param", param),
    validated("json", v.strictObject({ memberId: idOf<MemberId>() })),
    async (c) => {
      const { assembly } = c.req.valid("param");
      const { memberId } = c.req.valid("json");
      return answer(c, await recordDeparture(c.var.request, assembly, memberId));
    },
  )
  .post(
    "/:assembly/constitution",
    endpoint({
      summary: "Finds the assembly valid with those who take part now",
      area,
      answers: { 200: v.object(turnout) },
      refusals: [...doing, "not-of-the-assembly", "too-few-present", "assembly-changed"],
    }),
    validated("param", param),
    validated("json", v.strictObject({ chairId: idOf<MemberId>(), secretaryId: idOf<MemberId>() })),
    async (c) => {
      const { assembly } = c.req.valid("param");
      return answer(c, await constituteAssembly(c.var.request, assembly, c.req.valid("json")));
    },
  )
  .post(
    "/:assembly/closing",
    endpoint({
      summary: "Ends an assembly that was held",
      area,
      answers: { 200: v.object({ id: identifier, number: count }) },
      refusals: [...doing, "assembly-changed"],
    }),
    validated("param", param),
    async (c) => answer(c, await closeAssembly(c.var.request, c.req.valid("param").assembly)),
  );
