import { Hono } from "hono";
import * as v from "valibot";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { executeProposal } from "./execute-proposal.ts";
import { Version } from "./http.ts";

const Executed = v.object({ executedAt: instantMs, versions: v.array(Version) });

/** What a passed proposal does to the rules. */
export const execution = new Hono<Edge>().post(
  "/:id/execution",
  endpoint({
    summary: "Writes the changes of rules of a passed proposal, once its timelock is over",
    area: "proposals",
    answers: { 200: Executed, 201: Executed },
    refusals: [
      "not-signed-in",
      "not-allowed",
      "not-found",
      "proposal-not-executable",
      "rule-changed",
      "rule-out-of-bounds",
      "rule-not-a-choice",
      "below-legal-floor",
      "action-misfit",
      "action-of-another-policy",
      "proposal-misfit",
      "policy-impossible",
      "changed-meanwhile",
      "key-missing",
      "key-reused",
    ],
  }),
  validated("param", v.object({ id: idOf<ProposalId>() })),
  async (c) => answer(c, await executeProposal(c.var.request, c.req.valid("param").id)),
);
