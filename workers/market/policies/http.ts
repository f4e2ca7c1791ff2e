import { Hono } from "hono";
import * as v from "valibot";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { instantMs } from "#market/edge/schemas.ts";
import { listPolicies } from "./actions.ts";

/** A fraction as a text: "1/2". */
const share = v.string();
const days = v.number();

const Votes = v.variant("kind", [
  v.object({ kind: v.literal("heads") }),
  v.object({ kind: v.literal("exchange") }),
  v.object({ kind: v.literal("legal-persons"), most: v.number() }),
  v.object({
    kind: v.literal("colleges"),
    colleges: v.array(v.object({ code: v.string(), weight: share })),
    empty: v.picklist(["lost", "redistribute"]),
  }),
]);

const Policy = v.object({
  code: v.string(),
  electors: v.picklist(["members", "board"]),
  method: v.string(),
  seats: v.number(),
  calls: v.array(
    v.object({
      quorum: v.nullable(v.object({ share, of: v.string(), isStrict: v.boolean() })),
      threshold: v.object({ share, base: v.string(), isStrict: v.boolean() }),
    }),
  ),
  votes: Votes,
  daysEnrolled: days,
  mostProxies: v.number(),
  secrecy: v.picklist(["open", "detached", "blind"]),
  mayRevote: v.boolean(),
  ownBeatsProxy: v.boolean(),
  endorsements: v.number(),
  times: v.object({
    discussion: days,
    notice: days,
    open: days,
    extensionHours: v.number(),
    beforeSecondCall: days,
    challenge: days,
    timelock: days,
    grace: days,
  }),
});

const Version = v.object({
  policy: Policy,
  version: v.number(),
  isInForce: v.boolean(),
  effectiveAt: instantMs,
  decidedAt: instantMs,
  reason: v.string(),
  digest: v.string(),
});

export const policies = new Hono<Edge>().get(
  "/",
  endpoint({
    summary: "How things are decided: every version of every policy, by code",
    area: "votes",
    answers: { 200: v.object({ items: v.array(Version) }) },
    refusals: [],
  }),
  async (c) => show(c, await listPolicies(c.var.request)),
);
