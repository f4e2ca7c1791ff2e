import type { Context } from "hono";
import { Hono } from "hono";
import { TRACKER } from "#domain/governance/ballots/ballot.ts";
import { type Choice, SCORE_SCALE } from "#domain/governance/ballots/choice.ts";
import { proposalState } from "#domain/governance/proposal/proposal-state.ts";
import { id, isId, type MemberId, type ProposalId } from "#domain/kernel/ids.ts";
import { Ballot } from "#frontend/member/ballot.tsx";
import { choiceWords } from "#frontend/member/choice-words.ts";
import { isVoting } from "#frontend/member/proposal-words.ts";
import type { BallotFacts } from "#frontend/member/vote-facts.ts";
import { VoteReceipt } from "#frontend/member/vote-receipt.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import { castBallot } from "#market/ballots/cast-open.ts";
import { castSecretBallot } from "#market/ballots/cast-secret.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { choiceOf, methodNamed } from "#frontend/ui/typed-choice.ts";
import { closeOf, optionsOf } from "./http-proposal-facts.ts";
import { numberOf } from "./http-proposals.tsx";
import { type BallotView, readBallot } from "./read-ballot.ts";
import { receiptAddress } from "./http-receipts.tsx";

/** The ballot of a proposal: chosen here, signed on the page that follows. */
export const ballotPages = new Hono<Edge>()
  .get("/:number/voto", (c) => showBallot(c))
  .post("/:number/voto", (c) => cast(c));

/** What the form of a ballot sent; the rest of what it needs the form brings along. */
interface SentBallot {
  readonly proposalId: ProposalId;
  readonly callNumber: number;
  readonly memberId: MemberId;
  readonly byMemberId: MemberId;
  readonly tracker: string;
  readonly choice: Choice;
}

async function cast(c: Context<Edge>): Promise<Response> {
  const form = new URLSearchParams(c.var.bodyText);
  const t = wordsOf(c);
  const method = methodNamed(form.get("method"));
  const [memberId = "", byMemberId = memberId] = (form.get("member") ?? "").split(".");
  const proposalId = form.get("proposal") ?? "";
  if (method === undefined || !isId(proposalId)) return writeLost(c);
  if (!isId(memberId) || !isId(byMemberId)) {
    return showBallot(c, [{ field: "member", message: t.votes.ballot.chooseFor }]);
  }
  const choice = choiceOf(method, form);
  if (!choice.ok) {
    const { code, field } = choice.refusal;
    return showBallot(c, [{ field, message: t.votes.ballot[code] }]);
  }
  const sent: SentBallot = {
    proposalId: id<ProposalId>(proposalId),
    callNumber: Number(form.get("call")),
    memberId: id<MemberId>(memberId),
    byMemberId: id<MemberId>(byMemberId),
    tracker: form.get("tracker") ?? "",
    choice: choice.value,
  };
  return form.has("tracker") ? castSecretly(c, sent) : castOpenly(c, sent);
}

async function castOpenly(c: Context<Edge>, sent: SentBallot): Promise<Response> {
  const { tracker: _, ...command } = sent;
  const reply = await castBallot(c.var.request, command);
  if (!reply.ok) return answerRefused(c, reply.refusal, sent);
  const { tracker, digest } = reply.value;
  return c.redirect(receiptAddress(numberOf(c) ?? 0, { tracker, digest, isFresh: true }), 303);
}

/** The receipt of a secret ballot is shown once, in the answer: no address leads to it and back. */
async function castSecretly(c: Context<Edge>, sent: SentBallot): Promise<Response> {
  if (!TRACKER.test(sent.tracker)) {
    return showBallot(c, [{ field: "choice", message: wordsOf(c).votes.ballot.needsScript }]);
  }
  const reply = await castSecretBallot(c.var.request, sent);
  if (!reply.ok) return answerRefused(c, reply.refusal, sent);
  const number = numberOf(c) ?? 0;
  const read = await readBallot(c.var.request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, proposal, voters } = read.value;
  const { receipt } = reply.value;
  if (receipt === null) return c.redirect(`/proposte/${number}?fatto=1`, 303);
  const t = wordsOf(c);
  const { origin } = new URL(c.req.url);
  const facts = {
    number,
    title: proposal.text.title,
    isSecret: true,
    ...receipt,
    href: origin + receiptAddress(number, receipt),
    isFresh: true,
    found: null,
    mayVoteAgain: voters.some(({ reason, hasVoted }) => reason === "" && !hasVoted),
  };
  const page = {
    title: t.votes.receipt.title,
    path: `/proposte/${number}/voto`,
    side: "vote" as const,
    isPersonal: true,
    children: <VoteReceipt t={t} facts={facts} />,
  };
  return writePage(c, around, page, 201);
}

async function answerRefused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  sent: SentBallot,
): Promise<Response> {
  const t = wordsOf(c);
  if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
    return writeNotFor(c, refusal);
  }
  if (!needsPasskey(refusal)) {
    return showBallot(c, [{ field: "choice", message: reasonOf(t, refusal) }]);
  }
  const number = numberOf(c) ?? 0;
  const read = await readBallot(c.var.request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, proposal, voters } = read.value;
  const say = t.votes.ballot;
  const name = voters.find(({ memberId }) => memberId === sent.memberId)?.name ?? "";
  const isSecret = proposal.call?.secrecy !== "open";
  const words = choiceWords(t, sent.choice, optionsOf(proposal));
  const sentences = [
    say.sign(number, proposal.text.title),
    say.signFor(name),
    isSecret ? say.signSecret : say.signChoice(words),
  ];
  return writeToSign(c, around, refusal, { sentences, back: `/proposte/${number}/voto` });
}

async function showBallot(c: Context<Edge>, errors: readonly FieldError[] = []): Promise<Response> {
  const t = wordsOf(c);
  const number = numberOf(c);
  if (number === null) return writeLost(c);
  const read = await readBallot(c.var.request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around } = read.value;
  const facts = ballotFacts(c, read.value, errors);
  // Whoever has nothing to cast reads why on the proposal's page.
  if (facts === null) return c.redirect(`/proposte/${number}`, 303);
  const page = {
    title: t.votes.ballot.title,
    path: `/proposte/${number}/voto`,
    side: "vote" as const,
    refused: errors.length > 0,
    isPersonal: true,
    children: <Ballot t={t} facts={facts} />,
  };
  return writePage(c, around, page, errors.length > 0 ? 422 : 200);
}

function ballotFacts(
  c: Context<Edge>,
  { proposal, voters }: BallotView,
  errors: readonly FieldError[],
): BallotFacts | null {
  const { now, ids } = c.var.request.ports;
  const { call, text, number, budgetCents } = proposal;
  if (call === null || !isVoting(proposalState(proposal.row, now))) return null;
  const eligible = voters.filter(({ reason }) => reason === "");
  const waiting = eligible.filter(({ hasVoted }) => !hasVoted);
  const isAgain = waiting.length === 0 && call.mayRevote;
  // Whoever has the token of a blind vote has voted, and has still to cast the ballot.
  const isBlind = call.secrecy === "blind";
  const castFor = isAgain || isBlind ? eligible : waiting;
  if (castFor.length === 0) return null;
  return {
    id: proposal.id,
    call: call.number,
    number,
    title: text.title,
    method: call.policy.policy.method,
    secrecy: call.secrecy,
    tokenKey: call.tokenKey ?? "",
    given: eligible.filter(({ hasVoted }) => hasVoted).map(({ memberId }) => memberId),
    closesAt: closeOf(call),
    options: optionsOf(proposal),
    budget: budgetCents,
    scale: SCORE_SCALE,
    castFor: castFor.map(({ memberId, by, name, isByProxy }) => {
      return { value: `${memberId}.${by}`, name, isByProxy };
    }),
    isAgain,
    mayRevote: call.mayRevote,
    typed: typedIn(c.var.bodyText),
    errors,
    key: ids.next(),
  };
}

function typedIn(body: string): BallotFacts["typed"] {
  const form = new URLSearchParams(body);
  return Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)]));
}
