import { Hono } from "hono";
import * as v from "valibot";
import { BLIND_HEX, PREFIX_HEX } from "#domain/governance/ballots/token.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { validated } from "#market/edge/validated.ts";
import { castBlindBallot } from "./cast-blind.ts";
import { giveToken } from "./give-token.ts";
import {
  callNumber,
  CASTING_REFUSALS,
  ChoiceBody,
  memberId,
  proposalId,
  tracker,
} from "./http-choices.ts";

const blindHex = v.pipe(v.string(), v.regex(BLIND_HEX, "no 2048 bits"));

const TokenBody = v.strictObject({
  callNumber,
  memberId,
  byMemberId: v.optional(memberId),
  /** A tracker, prepared and blinded as in RFC 9474 with the key of the call. */
  blinded: blindHex,
});

const BallotBody = v.strictObject({
  callNumber,
  tracker,
  token: v.strictObject({
    prefix: v.pipe(v.string(), v.regex(PREFIX_HEX, "no 256 bits")),
    signature: blindHex,
  }),
  choice: ChoiceBody,
});

const Receipt = v.object({ tracker: v.string(), digest: v.string() });
const one = v.object({ id: proposalId });

export const blindBallots = new Hono<Edge>()
  .post(
    "/:id/blind-tokens",
    endpoint({
      summary: "Gives the token of a member's blind vote, once: a signature of what it cannot read",
      area: "ballots",
      answers: { 201: v.object({ given: v.literal(true), signature: v.string() }) },
      refusals: [
        ...CASTING_REFUSALS.filter((code) => code !== "choice-unfit"),
        "token-misfit",
        "token-given-already",
      ],
    }),
    validated("param", one),
    validated("json", TokenBody),
    async (c) => {
      const body = c.req.valid("json");
      const byMemberId = body.byMemberId ?? body.memberId;
      const command = { ...body, byMemberId, proposalId: c.req.valid("param").id };
      return answer(c, await giveToken(c.var.request, command));
    },
  )
  .post(
    "/:id/blind-ballots",
    endpoint({
      summary: "Casts a blind ballot: its token lets it in, and it says nothing of whose it is",
      area: "ballots",
      answers: { 201: v.object({ counted: v.literal(true), receipt: v.nullable(Receipt) }) },
      refusals: [
        ...WRITING,
        "not-found",
        "choice-unfit",
        "vote-not-open",
        "vote-closed",
        "vote-cast-otherwise",
        "token-not-signed",
        "token-used",
        "tracker-in-key",
        "changed-meanwhile",
      ],
    }),
    validated("param", one),
    validated("json", BallotBody),
    async (c) => {
      const command = { ...c.req.valid("json"), proposalId: c.req.valid("param").id };
      return answer(c, await castBlindBallot(c.var.request, command));
    },
  );
