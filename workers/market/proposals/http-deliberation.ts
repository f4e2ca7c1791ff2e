import { Hono } from "hono";
import * as v from "valibot";
import type { AmendmentId, CommentId, ProposalId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { identifier, idOf, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { decideAmendment, proposeAmendment } from "./amend.ts";
import { commentOn, endorseProposal, hideComment } from "./discuss.ts";
import {
  Amendment,
  AmendmentBody,
  Comment,
  Endorser,
  member,
  reason,
  stance,
} from "./http-schemas.ts";
import { listAmendments, listComments, listEndorsers } from "./read.ts";

const area = "proposals";
const At = v.strictObject({ id: idOf<ProposalId>() });
const AtComment = v.strictObject({ ...At.entries, comment: idOf<CommentId>() });
const AtAmendment = v.strictObject({ ...At.entries, amendment: idOf<AmendmentId>() });
const Made = v.object({ id: identifier });
const READING = ["not-signed-in", "not-allowed", "not-found", "invalid-input"] as const;
const SPEAKING = [...WRITING, "not-found", "member-suspended", "proposal-not-now"] as const;
const TEXTS = [
  "proposal-misfit",
  "policy-impossible",
  "below-legal-floor",
  "rule-unknown",
  "rule-out-of-bounds",
  "rule-not-a-choice",
  "rule-changed",
  "action-misfit",
  "action-of-another-policy",
  "amendment-outdated",
] as const;

const CommentBody = v.strictObject({
  memberId: member,
  answersId: v.optional(v.nullable(idOf<CommentId>()), null),
  stance: v.optional(stance, "neither"),
  words: words(4000),
});
const DecisionBody = v.strictObject({
  decision: v.picklist(["accepted", "rejected", "put-to-vote"]),
  reason,
});
const Decided = v.object({
  id: identifier,
  decision: v.string(),
  version: v.number(),
  proposal: v.nullable(v.object({ id: identifier, number: v.number() })),
});

export const deliberation = new Hono<Edge>()
  .get(
    "/:id/endorsements",
    endpoint({
      summary: "Who put their name to an idea; for members",
      area,
      answers: { 200: pageOf(Endorser) },
      refusals: READING,
    }),
    validated("param", At),
    async (c) => show(c, await listEndorsers(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/endorsements",
    endpoint({
      summary: "Puts a member's name to an idea",
      area,
      answers: {
        201: v.object({ id: identifier, memberId: identifier, endorsements: v.number() }),
      },
      refusals: [...SPEAKING, "endorsed-already", "endorsement-own"],
    }),
    validated("param", At),
    validated("json", v.strictObject({ memberId: member })),
    async (c) => {
      const { memberId } = c.req.valid("json");
      return answer(c, await endorseProposal(c.var.request, c.req.valid("param").id, memberId));
    },
  )
  .get(
    "/:id/comments",
    endpoint({
      summary: "What members said of it, as they said it; for members",
      area,
      answers: { 200: pageOf(Comment) },
      refusals: READING,
    }),
    validated("param", At),
    validated("query", PageQuery),
    async (c) => {
      const asked = askedPage(c.req.valid("query"));
      return show(c, await listComments(c.var.request, c.req.valid("param").id, asked));
    },
  )
  .post(
    "/:id/comments",
    endpoint({
      summary: "Says something for or against it, or answers what somebody said",
      area,
      answers: { 201: Made },
      refusals: SPEAKING,
    }),
    validated("param", At),
    validated("json", CommentBody),
    async (c) =>
      answer(c, await commentOn(c.var.request, c.req.valid("param").id, c.req.valid("json"))),
  )
  .post(
    "/:id/comments/:comment/hiding",
    endpoint({
      summary: "Hides what must not be read, with the reason; supervisors do",
      area,
      answers: { 200: Made },
      refusals: [...WRITING, "not-found", "comment-hidden"],
    }),
    validated("param", AtComment),
    validated("json", v.strictObject({ reason })),
    async (c) => {
      const { id, comment: commentId } = c.req.valid("param");
      const command = { id, commentId, ...c.req.valid("json") };
      return answer(c, await hideComment(c.var.request, command));
    },
  )
  .get(
    "/:id/amendments",
    endpoint({
      summary: "Other texts that members proposed for it; for members",
      area,
      answers: { 200: pageOf(Amendment) },
      refusals: READING,
    }),
    validated("param", At),
    async (c) => show(c, await listAmendments(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/amendments",
    endpoint({
      summary: "Proposes another text for it",
      area,
      answers: { 201: Made },
      refusals: [...SPEAKING, ...TEXTS],
    }),
    validated("param", At),
    validated("json", AmendmentBody),
    async (c) => {
      const { memberId, follows, reason: why, ...text } = c.req.valid("json");
      const command = { memberId, follows, reason: why, text };
      return answer(c, await proposeAmendment(c.var.request, c.req.valid("param").id, command));
    },
  )
  .post(
    "/:id/amendments/:amendment/decision",
    endpoint({
      summary: "The author takes an amendment, leaves it, or lets the members choose",
      area,
      answers: { 200: Decided },
      refusals: [...SPEAKING, ...TEXTS, "not-the-author", "amendment-decided"],
    }),
    validated("param", AtAmendment),
    validated("json", DecisionBody),
    async (c) => {
      const { id, amendment: amendmentId } = c.req.valid("param");
      const command = { id, amendmentId, ...c.req.valid("json") };
      return answer(c, await decideAmendment(c.var.request, command));
    },
  );
