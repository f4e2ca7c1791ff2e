import { allow } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { admitBallot, type CalledProposal } from "#domain/governance/ballots/casting.ts";
import type { Receipt } from "#domain/governance/ballots/ballot.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import { checkPaperVoters, checkSecretPapers } from "#domain/governance/ballots/papers.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import type { Secrecy } from "#domain/governance/policy/policy.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { CallRefusal } from "#domain/governance/refusals.ts";
import type { MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import {
  BALLOTS_CHANGED,
  CAST_ALREADY,
  CAST_BY_OTHER,
  MARK_TAKEN,
  TRACKER_TAKEN,
} from "#store/casting.ts";
import type { Box } from "#store/calls.ts";
import { electorsAmong } from "#store/electorate.ts";
import { nextBatch, PAPERS_CHANGED, votersAmong } from "#store/papers.ts";
import { proposalBy } from "#store/proposals.ts";
import { LOOK_AGAIN } from "./call-to-vote.ts";
import { paperTokens } from "./paper-tokens.ts";
import { type EnteredPapers, openPlan, type Scrutineers, secretPlan } from "./paper-plans.ts";

/** Papers of an open vote, each with its member. */
export interface EnterPapers {
  readonly proposalId: ProposalId;
  readonly callNumber: number;
  readonly papers: readonly { readonly memberId: MemberId; readonly choice: Choice }[];
}

/** Papers of a secret vote, and apart from them the members who wrote one. */
export interface EnterSecretPapers {
  readonly proposalId: ProposalId;
  readonly callNumber: number;
  readonly memberIds: readonly MemberId[];
  readonly choices: readonly Choice[];
}

type Refusal = AccessRefusal | BallotRefusal;
type TokenKeyNeeded = Extract<CallRefusal, { readonly code: "token-key-needed" }>;

/** Enters papers of an open vote: two scrutineers sign the same list. */
export function enterPapers(request: Request, command: EnterPapers) {
  const { papers } = command;
  const memberIds = papers.map(({ memberId }) => memberId);
  return perform(request, {
    load: () => loadersOf(command, memberIds),
    decide: (known, principal): Outcome<Plan<EnteredPapers>, Refusal> => {
      const two = scrutineers(principal);
      if (!two.ok) return two;
      const called = calledOf(known.proposal, command.callNumber);
      if (!called.ok) return called;
      const voters = checkPaperVoters(memberIds, known.electors, known.used);
      if (!voters.ok) return voters;
      const choices = papers.map(({ choice }) => choice);
      const fit = fitAll(choices, { called: called.value, way: "open" }, request.ports.now);
      if (!fit.ok) return fit;
      const batch = { ...two.value, number: known.number, papers: papers.length };
      return accept(
        openPlan(request, { box: command, batch, memberIds, choices: fit.value }, called.value),
      );
    },
    guards: GUARDS,
  });
}

/**
 * Enters papers of a secret vote: the two lists are apart, each in an order of its own. Those of a
 * blind one are given tokens, once nothing else speaks against them.
 */
export async function enterSecretPapers(request: Request, command: EnterSecretPapers) {
  const reply = await enterSecretly(request, command, null);
  const isKeyless = !reply.ok && reply.refusal.code === "token-key-needed";
  if (!isKeyless) return reply;
  const tokens = await paperTokens(request.ports, command, command.choices.length);
  return enterSecretly(request, command, tokens);
}

function enterSecretly(
  request: Request,
  command: EnterSecretPapers,
  tokens: readonly Receipt[] | null,
) {
  const { memberIds } = command;
  return perform(request, {
    load: () => loadersOf(command, memberIds),
    decide: (known, principal): Outcome<Plan<EnteredPapers>, Refusal | TokenKeyNeeded> => {
      const two = scrutineers(principal);
      if (!two.ok) return two;
      const called = calledOf(known.proposal, command.callNumber);
      if (!called.ok) return called;
      const voters = checkPaperVoters(memberIds, known.electors, known.used);
      if (!voters.ok) return voters;
      const isBlind = called.value.call.secrecy === "blind";
      const asked = { called: called.value, way: isBlind ? "blind" : "detached" } as const;
      const fit = fitAll(command.choices, asked, request.ports.now);
      if (!fit.ok) return fit;
      const { policy } = called.value.call.policy;
      const like = checkSecretPapers(fit.value, voters.value, policy.votes.kind === "colleges");
      if (!like.ok) return like;
      if (isBlind && tokens === null) return refuse({ code: "token-key-needed" });
      const batch = { ...two.value, number: known.number, papers: memberIds.length };
      const papers = { box: command, batch, memberIds, choices: fit.value, tokens };
      return accept(secretPlan(request, { ...papers, like: like.value }, called.value));
    },
    guards: GUARDS,
  });
}

const GUARDS = {
  ...LOOK_AGAIN,
  [BALLOTS_CHANGED]: "decide-again",
  [PAPERS_CHANGED]: "decide-again",
  [MARK_TAKEN]: "decide-again",
  [TRACKER_TAKEN]: "decide-again",
  [CAST_ALREADY]: "decide-again",
  [CAST_BY_OTHER]: "decide-again",
} as const;

function loadersOf({ proposalId, callNumber }: Box, memberIds: readonly MemberId[]) {
  const box = { proposalId, callNumber };
  return {
    proposal: proposalBy(proposalId),
    electors: electorsAmong(box, memberIds),
    used: votersAmong(box, memberIds),
    number: nextBatch(box),
  };
}

/** Papers are entered by two, also where there is one officer only. */
function scrutineers(principal: Principal): Outcome<Scrutineers, AccessRefusal> {
  const act = "ballots.enter-papers";
  const allowed = allow(principal, act);
  if (!allowed.ok) return allowed;
  const { proof } = principal;
  if (proof === null || proof.secondedBy === null) {
    return refuse({ code: "second-person-needed", act });
  }
  return accept({ enteredBy: proof.personId, secondedBy: proof.secondedBy });
}

function calledOf(
  proposal: Proposal | null,
  callNumber: number,
): Outcome<CalledProposal, AccessRefusal> {
  const call = proposal?.call ?? null;
  return proposal === null || call?.number !== callNumber
    ? refuse({ code: "not-found", what: "call" })
    : accept({ row: proposal.row, text: proposal.text, call });
}

/** Whether each paper is one that this vote takes now; whose they are is asked elsewhere. */
function fitAll(
  choices: readonly Choice[],
  { called, way }: { readonly called: CalledProposal; readonly way: Secrecy },
  now: Instant,
): Outcome<readonly Choice[], BallotRefusal> {
  const voter = { member: "", by: "", elector: { reason: "" }, holdsProxy: false } as const;
  const fit: Choice[] = [];
  for (const choice of choices) {
    const admitted = admitBallot(called, { voter, choice, way }, now);
    if (!admitted.ok) return admitted;
    fit.push(admitted.value);
  }
  return accept(fit);
}
