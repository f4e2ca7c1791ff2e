import { Hono } from "hono";
import * as v from "valibot";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { instant as asInstant } from "#domain/kernel/instant.ts";
import { LIST_PARTS } from "#domain/governance/proposal/proposal.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { pageOf } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { draftProposal, submitProposal, writeText } from "./draft.ts";
import { supersedeProposal, vetoProposal, withdrawProposal } from "./end.ts";
import { DraftBody, Noticed, Proposal, reason, Text, TextBody } from "./http-schemas.ts";
import { noticeVote } from "./notice.ts";
import { listDrafts, listProposals, listTexts, showProposal } from "./read.ts";

const area = "proposals";
const At = v.strictObject({ id: idOf<ProposalId>() });
const Step = v.object({ id: identifier, version: v.number() });
const Ended = v.object({ id: identifier, how: v.string() });
const ReasonBody = v.strictObject({ reason });
const WRITES = [...WRITING, "not-found", "not-the-author", "proposal-not-now"] as const;
/** What may be wrong with a text. */
const TEXTS = [
  "member-suspended",
  "policy-unknown",
  "proposal-misfit",
  "policy-impossible",
  "below-legal-floor",
  "rule-unknown",
  "rule-out-of-bounds",
  "rule-not-a-choice",
  "rule-changed",
  "action-misfit",
  "action-of-another-policy",
  "text-changed",
] as const;

const ListQuery = v.strictObject({
  ...rowPageQuery,
  part: v.optional(v.picklist(LIST_PARTS), "all"),
});

export const proposals = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Proposals that were put before the members, newest first, without their bodies",
      area,
      answers: { 200: pageOf(Proposal) },
      refusals: ["invalid-input"],
    }),
    validated("query", ListQuery),
    async (c) => {
      const { part, ...page } = c.req.valid("query");
      const { after, limit } = askedRows(page);
      const asked = { after: after === null ? null : String(after), limit };
      return show(c, await listProposals(c.var.request, part, asked));
    },
  )
  .get(
    "/drafts",
    endpoint({
      summary: "One's own drafts",
      area,
      answers: { 200: pageOf(Proposal) },
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => show(c, await listDrafts(c.var.request)),
  )
  .post(
    "/",
    endpoint({
      summary: "Begins a proposal: a draft that its author alone finds",
      area,
      answers: { 201: v.object({ id: identifier, number: v.number() }) },
      refusals: [...WRITING, "not-found", ...TEXTS],
    }),
    validated("json", DraftBody),
    async (c) => {
      const { memberId, policy, subject, budgetCents, ...text } = c.req.valid("json");
      const command = { memberId, policy, subject, budgetCents, text };
      return answer(c, await draftProposal(c.var.request, command));
    },
  )
  .get(
    "/:id",
    endpoint({
      summary: "A proposal with its text, its last call and that call's count",
      area,
      answers: { 200: Proposal },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", At),
    async (c) => show(c, await showProposal(c.var.request, c.req.valid("param").id)),
  )
  .get(
    "/:id/texts",
    endpoint({
      summary: "Every version of its text, the first one first",
      area,
      answers: { 200: pageOf(Text) },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", At),
    async (c) => show(c, await listTexts(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/texts",
    endpoint({
      summary: "Another version of the text, by its author; after a notice there is another one",
      area,
      answers: { 201: Step },
      refusals: [...WRITES, ...TEXTS],
    }),
    validated("param", At),
    validated("json", TextBody),
    async (c) => {
      const { follows, ...text } = c.req.valid("json");
      const { id } = c.req.valid("param");
      return answer(c, await writeText(c.var.request, id, { follows, text }));
    },
  )
  .post(
    "/:id/submission",
    endpoint({
      summary: "Puts a draft before the members",
      area,
      answers: { 200: Step },
      refusals: [...WRITES, ...TEXTS],
    }),
    validated("param", At),
    async (c) => answer(c, await submitProposal(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/calls",
    endpoint({
      summary: "Calls the vote: text, options, times and electorate are frozen and published",
      area,
      answers: { 201: Noticed },
      refusals: [
        ...WRITING,
        "not-found",
        "proposal-not-now",
        "discussion-not-over",
        "notice-too-short",
        "notice-too-long",
        "nobody-may-vote",
        "weights-not-shared",
        "weights-not-alike",
        "token-key-needed",
        ...TEXTS,
      ],
    }),
    validated("param", At),
    validated("json", v.strictObject({ opensAt: v.optional(v.nullable(instant()), null) })),
    async (c) => {
      const command = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await noticeVote(c.var.request, command));
    },
  )
  .post(
    "/:id/withdrawal",
    endpoint({
      summary: "Takes back what is not being voted on yet; its author does",
      area,
      answers: { 200: Ended },
      refusals: WRITES,
    }),
    validated("param", At),
    validated("json", ReasonBody),
    async (c) => {
      const command = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await withdrawProposal(c.var.request, command));
    },
  )
  .post(
    "/:id/supersession",
    endpoint({
      summary: "Replaces a proposal of one's own by another that is on its way",
      area,
      answers: { 200: Ended },
      refusals: WRITES,
    }),
    validated("param", At),
    validated("json", v.strictObject({ reason, by: idOf<ProposalId>() })),
    async (c) => {
      const command = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await supersedeProposal(c.var.request, command));
    },
  )
  .post(
    "/:id/veto",
    endpoint({
      summary: "Stops what the law or the statute does not allow, with the reason",
      area,
      answers: { 200: Ended },
      refusals: [...WRITING, "not-found", "proposal-not-now"],
    }),
    validated("param", At),
    validated("json", ReasonBody),
    async (c) => {
      const command = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await vetoProposal(c.var.request, command));
    },
  );

/** An instant of a body. */
function instant() {
  return v.pipe(instantMs, v.transform(asInstant));
}
