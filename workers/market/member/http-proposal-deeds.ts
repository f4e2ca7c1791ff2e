import type { Context } from "hono";
import { Hono } from "hono";
import {
  type AmendmentId,
  type ChallengeId,
  id,
  isId,
  type ProposalId,
  type ProxyId,
} from "#domain/kernel/ids.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Edge, Request } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { decideAmendment, proposeAmendment } from "#market/proposals/amend.ts";
import { challengeResult, decideChallenge } from "#market/proposals/challenge.ts";
import { commentOn, endorseProposal } from "#market/proposals/discuss.ts";
import { submitProposal } from "#market/proposals/draft.ts";
import { vetoProposal, withdrawProposal } from "#market/proposals/end.ts";
import { noticeVote } from "#market/proposals/notice.ts";
import { giveProxy, revokeProxy } from "#market/proposals/proxies.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { answerRefused, type CameBack, numberOf, showProposal } from "./http-proposals.tsx";
import { readProposal } from "./read-proposals.ts";

/** The forms of a proposal's page. */
export const proposalDeeds = new Hono<Edge>()
  .post("/:number/presentazione", (c) =>
    deed(c, { said: "submit" }, (sent) => submitProposal(sent.request, sent.proposal)),
  )
  .post("/:number/adesioni", (c) =>
    deed(c, {}, ({ request, proposal, member }) => endorseProposal(request, proposal, member)),
  )
  .post("/:number/convocazione", (c) =>
    deed(c, { said: "notice" }, ({ request, proposal }) =>
      noticeVote(request, { id: proposal, opensAt: null }),
    ),
  )
  .post("/:number/ritiro", (c) =>
    reasoned(c, "withdraw", ({ request, proposal, reason }) =>
      withdrawProposal(request, { id: proposal, reason }),
    ),
  )
  .post("/:number/fermo", (c) =>
    reasoned(c, "veto", ({ request, proposal, reason }) =>
      vetoProposal(request, { id: proposal, reason }),
    ),
  )
  .post("/:number/contestazioni", (c) =>
    reasoned(c, "challenge", ({ request, proposal, member, reason }) =>
      challengeResult(request, { id: proposal, memberId: member, reason }),
    ),
  )
  .post("/:number/contestazioni/:challenge", (c) => answerChallenge(c))
  .post("/:number/argomenti", (c) => comment(c))
  .post("/:number/emendamenti", (c) => amend(c))
  .post("/:number/emendamenti/:amendment", (c) => answerAmendment(c))
  .post("/:number/deleghe", (c) =>
    deed(c, { said: "giveProxy", field: "holder" }, ({ request, proposal, member, of }) =>
      giveProxy(request, { id: proposal, giverId: member, holderId: of("holder") }),
    ),
  )
  .post("/:number/deleghe/ritiro", (c) => takeBackProxy(c));

/** What a form sent, read once. */
interface Sent {
  readonly request: Request;
  readonly proposal: ProposalId;
  readonly member: string;
  readonly of: (name: string) => string;
}

type Reply = Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: AnyRefusal }>;

interface Told {
  /** What is signed, where it is. */
  readonly said?: keyof Texts["proposals"]["signs"] &
    (
      | "submit"
      | "notice"
      | "withdraw"
      | "veto"
      | "challenge"
      | "answerChallenge"
      | "giveProxy"
      | "revokeProxy"
    );
  readonly reason?: string;
  /** The box that a refusal points at. */
  readonly field?: string;
}

function sentOf(c: Context<Edge>): Sent | null {
  const form = new URLSearchParams(c.var.bodyText);
  const of = (name: string) => form.get(name)?.trim() ?? "";
  const proposal = of("proposal");
  if (!isId(proposal) || numberOf(c) === null) return null;
  return { request: c.var.request, proposal: id<ProposalId>(proposal), member: of("member"), of };
}

/** Does what a form asks, and shows the proposal again. */
async function deed(
  c: Context<Edge>,
  { said, reason, field = "content" }: Told,
  run: (sent: Sent) => Reply,
): Promise<Response> {
  const sent = sentOf(c);
  if (sent === null) return writeLost(c);
  const reply = await run(sent);
  if (reply.ok) return c.redirect(`/proposte/${numberOf(c)}?fatto=1`, 303);
  const say = wordsOf(c).proposals.signs;
  const sentences = [
    said === undefined ? say.other : say[said],
    ...(reason === undefined ? [] : [say.reason(reason)]),
  ];
  return answerRefused(c, reply.refusal, { sentences, field });
}

/** The page again, with the box that is missing something. */
function incomplete(c: Context<Edge>, field: string, message: string): Promise<Response> {
  const typed = Object.fromEntries(new URLSearchParams(c.var.bodyText));
  const back: CameBack = { typed, errors: [{ field, message }] };
  return showProposal(c, back);
}

/** As long as a reason is written down. */
const LONGEST_REASON = 2000;

async function reasoned(
  c: Context<Edge>,
  kind: "withdraw" | "veto" | "challenge",
  run: (sent: Sent & { readonly reason: string }) => Reply,
): Promise<Response> {
  const field = `${kind}-reason`;
  const reason = sentOf(c)?.of(field) ?? "";
  if (reason === "" || reason.length > LONGEST_REASON) {
    return incomplete(c, field, wordsOf(c).proposals.deeds.reasonMissing);
  }
  return deed(c, { said: kind, reason, field }, (sent) => run({ ...sent, reason }));
}

const STANCES = ["for", "against", "neither"] as const;
const LONGEST_COMMENT = 4000;

function comment(c: Context<Edge>): Promise<Response> {
  const words = sentOf(c)?.of("comment") ?? "";
  if (words === "" || words.length > LONGEST_COMMENT) {
    return incomplete(c, "comment", wordsOf(c).proposals.deeds.textMissing);
  }
  return deed(c, { field: "comment" }, ({ request, proposal, member, of }) => {
    const stance = STANCES.find((one) => one === of("stance")) ?? "neither";
    return commentOn(request, proposal, { memberId: member, answersId: null, stance, words });
  });
}

const LONGEST_TEXT = 20_000;
const NO_TEXT = { title: "", actions: [], options: [] } as const;

/** Another text under the same title; changes of rules and options stay as they are. */
async function amend(c: Context<Edge>): Promise<Response> {
  const say = wordsOf(c).proposals.deeds;
  const sent = sentOf(c);
  const number = numberOf(c);
  if (sent === null || number === null) return writeLost(c);
  const [body, reason] = [sent.of("text"), sent.of("reason")];
  if (body === "" || body.length > LONGEST_TEXT) return incomplete(c, "text", say.textMissing);
  if (reason === "" || reason.length > LONGEST_REASON) {
    return incomplete(c, "reason", say.reasonMissing);
  }
  const read = await readProposal(c.var.request, number);
  // Whoever may not is told so by the deed, whether it is there or not.
  const { title, actions, options } = read.ok ? read.value.proposal.text : NO_TEXT;
  return deed(c, { field: "text" }, ({ request, proposal, member }) =>
    proposeAmendment(request, proposal, {
      memberId: member,
      follows: Number(sent.of("version")),
      text: { title, body, actions, options },
      reason,
    }),
  );
}

const ANSWERS = ["accepted", "rejected", "put-to-vote"] as const;

function answerAmendment(c: Context<Edge>): Promise<Response> | Response {
  const asked = c.req.param("amendment") ?? "";
  if (!isId(asked)) return writeLost(c);
  const sent = sentOf(c);
  const decision = ANSWERS.find((one) => one === sent?.of("answer"));
  const reason = sent?.of("reason") ?? "";
  if (decision === undefined || reason === "") {
    return incomplete(c, `why-${asked}`, wordsOf(c).proposals.deeds.reasonMissing);
  }
  return deed(c, { field: `why-${asked}` }, ({ request, proposal }) =>
    decideAmendment(request, {
      id: proposal,
      amendmentId: id<AmendmentId>(asked),
      decision,
      reason,
    }),
  );
}

function answerChallenge(c: Context<Edge>): Promise<Response> | Response {
  const asked = c.req.param("challenge") ?? "";
  if (!isId(asked)) return writeLost(c);
  const sent = sentOf(c);
  const decision = (["upheld", "dismissed"] as const).find((one) => one === sent?.of("answer"));
  const reason = sent?.of("reason") ?? "";
  if (decision === undefined || reason === "") {
    return incomplete(c, `why-${asked}`, wordsOf(c).proposals.deeds.reasonMissing);
  }
  const told = { said: "answerChallenge", reason, field: `why-${asked}` } as const;
  return deed(c, told, ({ request, proposal }) =>
    decideChallenge(request, {
      id: proposal,
      challengeId: id<ChallengeId>(asked),
      decision,
      reason,
    }),
  );
}

function takeBackProxy(c: Context<Edge>): Promise<Response> | Response {
  const asked = sentOf(c)?.of("proxy") ?? "";
  if (!isId(asked)) return writeLost(c);
  return deed(c, { said: "revokeProxy" }, ({ request, proposal }) =>
    revokeProxy(request, { id: proposal, proxyId: id<ProxyId>(asked) }),
  );
}
