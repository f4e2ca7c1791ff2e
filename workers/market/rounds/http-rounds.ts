import { Hono } from "hono";
import * as v from "valibot";
import { FAILURES } from "#domain/delivery/rounds/round-event.ts";
import type { CycleId, ShiftId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listEvents, noteEvent } from "./events.ts";
import { planRounds } from "./plan-rounds.ts";

const KINDS = ["done", "failed", "loaded", "late", "out"] as const;
const subject = v.pipe(v.string(), v.regex(/^(order|producer):[0-9a-hjkmnp-tv-z]{26}$/));
const EventBody = v.pipe(
  v.strictObject({
    kind: v.picklist(KINDS),
    shiftId: idOf<ShiftId>(),
    subject: v.optional(v.nullable(subject), null),
    minutes: v.optional(v.nullable(v.pipe(count, v.minValue(1), v.maxValue(600))), null),
    reason: v.optional(v.nullable(v.picklist(FAILURES)), null),
  }),
  v.check(
    ({ kind, subject: of }) => ["done", "failed"].includes(kind) === (of !== null),
    "a stop is named where one was run, and nowhere else",
  ),
  v.check(
    ({ kind, minutes }) => (kind === "late") === (minutes !== null),
    "minutes are said of who is late, and of nobody else",
  ),
  v.check(
    ({ kind, reason }) => (kind === "failed") === (reason !== null),
    "a reason is said of what was in vain, and of nothing else",
  ),
);
const event = {
  number: count,
  kind: v.picklist(KINDS),
  shiftId: identifier,
  subject: v.nullable(v.string()),
  minutes: v.nullable(count),
  reason: v.nullable(v.picklist(FAILURES)),
};
const Noted = v.object({ ...event, problemId: v.nullable(identifier) });
const Events = v.object({
  items: v.array(v.object({ ...event, at: instantMs, actor: v.string() })),
});
const Asked = v.object({ problemId: identifier, number: count, stops: count, leftOut: count });
const CyclePath = v.strictObject({ cycle: idOf<CycleId>() });

export const roundsApi = new Hono<Edge>()
  .post(
    "/:cycle/rounds",
    endpoint({
      summary: "Asks the planner for the rounds of a cycle, or for new ones",
      area: "rounds",
      answers: { 201: Asked },
      refusals: [
        ...WRITING,
        "not-found",
        "changed-meanwhile",
        "rounds-too-early",
        "rounds-over",
        "rounds-without-hub",
        "rounds-without-shift",
        "rounds-without-stops",
      ],
    }),
    validated("param", CyclePath),
    async (c) => answer(c, await planRounds(c.var.request, c.req.valid("param").cycle)),
  )
  .get(
    "/:cycle/round-events",
    endpoint({
      summary: "What was told of a cycle's rounds on the day",
      area: "rounds",
      answers: { 200: Events },
      refusals: ["not-signed-in", "not-allowed", "invalid-input", "not-found"],
    }),
    validated("param", CyclePath),
    async (c) => show(c, await listEvents(c.var.request, c.req.valid("param").cycle)),
  )
  .post(
    "/:cycle/round-events",
    endpoint({
      summary: "Tells what happened on a round: done, in vain, loaded again, late, or no more",
      area: "rounds",
      answers: { 201: Noted },
      refusals: [
        ...WRITING,
        "not-found",
        "changed-meanwhile",
        "round-stop-told",
        "round-stop-unknown",
      ],
    }),
    validated("param", CyclePath),
    validated("json", EventBody),
    async (c) => {
      const { cycle } = c.req.valid("param");
      const { subject: of, ...told } = c.req.valid("json");
      const subjects = of === null ? [] : [of];
      return answer(c, await noteEvent(c.var.request, cycle, { ...told, subjects }));
    },
  );
