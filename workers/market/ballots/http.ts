import { Hono } from "hono";
import * as v from "valibot";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { castBallot } from "./cast-open.ts";
import { castSecretBallot } from "./cast-secret.ts";
import {
  callNumber,
  CASTING_REFUSALS,
  ChoiceBody,
  memberId,
  proposalId,
  tracker,
} from "./http-choices.ts";
import { showReceipt } from "./receipts.ts";

const CASTING = {
  callNumber,
  /** Whose vote it is. */
  memberId,
  /** Who puts it in, where that is the holder of the member's proxy. */
  byMemberId: v.optional(memberId),
  choice: ChoiceBody,
};

const Receipt = v.object({ tracker: v.string(), digest: v.string() });

const SealOfBox = v.object({
  number: v.number(),
  root: v.string(),
  digest: v.string(),
  sealedAt: instantMs,
});

const ReceiptAnswer = v.variant("state", [
  v.object({ state: v.literal("unknown") }),
  v.object({
    state: v.picklist(["included", "sealed"]),
    secrecy: v.picklist(["open", "secret"]),
    callNumber: v.number(),
    digest: v.string(),
    seal: v.nullable(SealOfBox),
    choice: v.nullable(ChoiceBody),
    castAt: v.nullable(instantMs),
  }),
]);

const one = v.object({ id: proposalId });

export const ballots = new Hono<Edge>()
  .post(
    "/:id/ballots",
    endpoint({
      summary: "Casts an open ballot, for oneself or by a proxy, and gives its receipt",
      area: "ballots",
      answers: {
        201: v.object({
          ...Receipt.entries,
          callNumber,
          memberId,
          byMemberId: memberId,
          nth: v.number(),
          choice: ChoiceBody,
          castAt: instantMs,
          closesAt: instantMs,
        }),
      },
      refusals: [...CASTING_REFUSALS, "ballot-cast-by-other"],
    }),
    validated("param", one),
    validated("json", v.strictObject(CASTING)),
    async (c) => {
      const body = c.req.valid("json");
      const byMemberId = body.byMemberId ?? body.memberId;
      const command = { ...body, byMemberId, proposalId: c.req.valid("param").id };
      return answer(c, await castBallot(c.var.request, command));
    },
  )
  .post(
    "/:id/secret-ballots",
    endpoint({
      summary: "Uses a secret vote: what is signed is the right to vote, never the choice",
      area: "ballots",
      answers: { 201: v.object({ counted: v.literal(true), receipt: v.nullable(Receipt) }) },
      refusals: [...CASTING_REFUSALS, "tracker-taken", "tracker-in-key"],
    }),
    validated("param", one),
    validated("json", v.strictObject({ ...CASTING, tracker })),
    async (c) => {
      const body = c.req.valid("json");
      const byMemberId = body.byMemberId ?? body.memberId;
      const command = { ...body, byMemberId, proposalId: c.req.valid("param").id };
      return answer(c, await castSecretBallot(c.var.request, command));
    },
  )
  .get(
    "/:id/receipts/:tracker",
    endpoint({
      summary: "Whether a ballot is in the box, and under which seal; never what a secret one says",
      area: "ballots",
      answers: { 200: ReceiptAnswer },
      refusals: ["invalid-input"],
    }),
    validated("param", v.object({ id: proposalId, tracker })),
    async (c) => {
      const { id, ...asked } = c.req.valid("param");
      return show(c, await showReceipt(c.var.request, { proposalId: id, ...asked }));
    },
  );
