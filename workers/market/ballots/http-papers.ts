import { Hono } from "hono";
import * as v from "valibot";
import { answer } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { validated } from "#market/edge/validated.ts";
import { enterPapers, enterSecretPapers } from "./enter-papers.ts";
import { callNumber, CASTING_REFUSALS, ChoiceBody, memberId, proposalId } from "./http-choices.ts";

const MOST_PAPERS = 200;
const list = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(v.array(schema), v.minLength(1), v.maxLength(MOST_PAPERS));

const Entered = v.object({
  number: v.number(),
  papers: v.number(),
  receipts: v.array(v.object({ memberId, tracker: v.string(), digest: v.string() })),
});

const one = v.object({ id: proposalId });

/** Papers of a sitting, entered by two scrutineers under two passkeys. */
export const ballotPapers = new Hono<Edge>()
  .post(
    "/:id/papers",
    endpoint({
      summary: "Enters papers of an open vote, as two scrutineers sign them",
      area: "ballots",
      answers: { 201: Entered },
      refusals: [...CASTING_REFUSALS, "papers-of-voters"],
    }),
    validated("param", one),
    validated(
      "json",
      v.strictObject({
        callNumber,
        papers: list(v.strictObject({ memberId, choice: ChoiceBody })),
      }),
    ),
    async (c) => {
      const command = { ...c.req.valid("json"), proposalId: c.req.valid("param").id };
      return answer(c, await enterPapers(c.var.request, command));
    },
  )
  .post(
    "/:id/secret-papers",
    endpoint({
      summary: "Enters papers of a secret vote: who wrote one, and apart from them what they say",
      area: "ballots",
      answers: { 201: Entered },
      refusals: [
        ...CASTING_REFUSALS,
        "papers-of-voters",
        "papers-too-few",
        "papers-uneven",
        "papers-unsorted",
        "papers-unlike",
        "token-key-needed",
      ],
    }),
    validated("param", one),
    validated(
      "json",
      v.strictObject({ callNumber, memberIds: list(memberId), choices: list(ChoiceBody) }),
    ),
    async (c) => {
      const command = { ...c.req.valid("json"), proposalId: c.req.valid("param").id };
      return answer(c, await enterSecretPapers(c.var.request, command));
    },
  );
