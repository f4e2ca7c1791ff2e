import { Hono } from "hono";
import * as v from "valibot";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { pageOf } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { ChoiceBody, memberId, proposalId } from "./http-choices.ts";
import { listBallots, listObjections } from "./roll-call.ts";

const one = v.object({ id: proposalId });

const Rolled = v.object({
  number: v.number(),
  tracker: v.string(),
  member: memberId,
  by: memberId,
  nth: v.number(),
  choice: ChoiceBody,
  castAt: instantMs,
  paper: v.nullable(v.number()),
  digest: v.string(),
});

const Raised = v.object({
  tracker: v.string(),
  member: memberId,
  by: memberId,
  reason: v.string(),
  raisedAt: instantMs,
  state: v.picklist(["standing", "taken-back"]),
});

/** What members read of an open vote. */
export const rollCalls = new Hono<Edge>()
  .get(
    "/:id/ballots",
    endpoint({
      summary: "Who voted what in the last call, once it is closed; nothing of a secret vote",
      area: "ballots",
      answers: { 200: pageOf(Rolled) },
      refusals: ["not-signed-in", "not-allowed", "not-found", "invalid-input", "roll-call-later"],
    }),
    validated("param", one),
    validated("query", v.strictObject(rowPageQuery)),
    async (c) => {
      const asked = askedRows(c.req.valid("query"));
      return show(c, await listBallots(c.var.request, c.req.valid("param").id, asked));
    },
  )
  .get(
    "/:id/objections",
    endpoint({
      summary: "Objections in a vote by consent, while it runs and after; those taken back too",
      area: "ballots",
      answers: { 200: pageOf(Raised) },
      refusals: ["not-signed-in", "not-allowed", "not-found", "invalid-input"],
    }),
    validated("param", one),
    async (c) => show(c, await listObjections(c.var.request, c.req.valid("param").id)),
  );
