import { Hono } from "hono";
import * as v from "valibot";
import type { ChallengeId, ProposalId, ProxyId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { identifier, idOf } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { challengeResult, decideChallenge } from "./challenge.ts";
import { Challenge, Elector, member, Proxy, reason } from "./http-schemas.ts";
import { giveProxy, listProxies, revokeProxy } from "./proxies.ts";
import { listChallenges, listElectorate } from "./read.ts";

const area = "votes";
const At = v.strictObject({ id: idOf<ProposalId>() });
const AtProxy = v.strictObject({ ...At.entries, proxy: idOf<ProxyId>() });
const AtChallenge = v.strictObject({ ...At.entries, challenge: idOf<ChallengeId>() });
const Made = v.object({ id: identifier });
const READING = ["not-signed-in", "not-allowed", "not-found", "invalid-input"] as const;
const SPEAKING = [...WRITING, "not-found", "member-suspended", "proposal-not-now"] as const;
const decision = v.picklist(["upheld", "dismissed"]);

export const calls = new Hono<Edge>()
  .get(
    "/:id/electorate",
    endpoint({
      summary: "Who may vote in the last call, and who may not and why; for members",
      area,
      answers: { 200: pageOf(Elector) },
      refusals: READING,
    }),
    validated("param", At),
    validated("query", PageQuery),
    async (c) => {
      const asked = askedPage(c.req.valid("query"));
      return show(c, await listElectorate(c.var.request, c.req.valid("param").id, asked));
    },
  )
  .get(
    "/:id/proxies",
    endpoint({
      summary: "Proxies of the last call: one's own; all of them for supervisors and auditors",
      area,
      answers: { 200: v.object({ items: v.array(Proxy) }) },
      refusals: READING,
    }),
    validated("param", At),
    async (c) => {
      const read = await listProxies(c.var.request, c.req.valid("param").id);
      return show(c, read.ok ? { ok: true, value: { items: read.value } } : read);
    },
  )
  .post(
    "/:id/proxies",
    endpoint({
      summary: "Lets another member vote in one's place",
      area,
      answers: { 201: Made },
      refusals: [
        ...SPEAKING,
        "proxy-not-foreseen",
        "proxy-not-eligible",
        "proxy-excluded",
        "proxy-given-already",
        "proxy-chained",
        "proxy-too-many",
      ],
    }),
    validated("param", At),
    validated("json", v.strictObject({ giverId: member, holderId: member })),
    async (c) => {
      const command = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await giveProxy(c.var.request, command));
    },
  )
  .delete(
    "/:id/proxies/:proxy",
    endpoint({
      summary: "Takes a proxy back that was not used",
      area,
      answers: { 200: Made },
      refusals: [...SPEAKING, "proxy-revoked-already", "proxy-used"],
    }),
    validated("param", AtProxy),
    async (c) => {
      const { id, proxy: proxyId } = c.req.valid("param");
      return answer(c, await revokeProxy(c.var.request, { id, proxyId }));
    },
  )
  .get(
    "/:id/challenges",
    endpoint({
      summary: "What members say against the result, and what became of it; for members",
      area,
      answers: { 200: pageOf(Challenge) },
      refusals: READING,
    }),
    validated("param", At),
    async (c) => show(c, await listChallenges(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/challenges",
    endpoint({
      summary: "Says that a vote did not go as it must; its result waits until that is decided",
      area,
      answers: { 201: Made },
      refusals: [...SPEAKING, "challenge-over"],
    }),
    validated("param", At),
    validated("json", v.strictObject({ memberId: member, reason })),
    async (c) => {
      const command = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await challengeResult(c.var.request, command));
    },
  )
  .post(
    "/:id/challenges/:challenge/decision",
    endpoint({
      summary: "Upholds a challenge, which annuls the vote, or dismisses it; supervisors do",
      area,
      answers: { 200: v.object({ id: identifier, decision }) },
      refusals: [...WRITING, "not-found", "proposal-not-now", "challenge-decided"],
    }),
    validated("param", AtChallenge),
    validated("json", v.strictObject({ decision, reason })),
    async (c) => {
      const { id, challenge: challengeId } = c.req.valid("param");
      const command = { id, challengeId, ...c.req.valid("json") };
      return answer(c, await decideChallenge(c.var.request, command));
    },
  );
