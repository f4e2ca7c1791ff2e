import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { mayBeDone } from "#domain/governance/proposal/may-be-done.ts";
import type { ChallengeRefusal, ProposalRefusal } from "#domain/governance/refusals.ts";
import type { ChallengeId, ProposalId } from "#domain/kernel/ids.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import {
  CHALLENGE_DECIDED,
  CHALLENGE_OVER,
  challengesOf,
  decideChallenge as decided,
  insertChallenge,
} from "#store/challenges.ts";
import { proposalBy } from "#store/proposals.ts";
import { actingLoader, speaksFor, visible } from "./ground.ts";

type Refusal = AccessRefusal | ProposalRefusal | ChallengeRefusal;

export interface ChallengeCommand {
  readonly id: ProposalId;
  readonly memberId: string;
  readonly reason: string;
}

/** Says that a vote did not go as it must: until that is decided, its result waits. */
export function challengeResult(request: Request, { id, memberId, reason }: ChallengeCommand) {
  const challengeId = request.ports.ids.next<ChallengeId>();
  return perform(request, {
    load: () => ({ proposal: proposalBy(id), acting: actingLoader(request) }),
    decide: (known, principal): Outcome<Plan<{ id: ChallengeId }>, Refusal> => {
      const allowed = allow(principal, "results.challenge");
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const member = speaksFor(known.acting, memberId);
      if (!member.ok) return member;
      const { now: raisedAt } = request.ports;
      const { row, call, tally } = proposal.value;
      const until = tally?.challengeUntil;
      if (until !== undefined && raisedAt >= until && call !== null) {
        return refuse({ code: "challenge-over", until });
      }
      const may = mayBeDone("challenge", row, raisedAt);
      if (!may.ok) return may;
      invariant(call !== null, "what was counted was called");
      const box = { proposalId: id, callNumber: call.number };
      const raised = { id: challengeId, memberId: member.value.memberId, reason, raisedAt };
      const statements = [insertChallenge(box, raised)];
      return accept({ status: 201, value: { id: challengeId }, statements });
    },
    guards: { [CHALLENGE_OVER]: "decide-again" },
  });
}

export interface DecideChallenge {
  readonly id: ProposalId;
  readonly challengeId: ChallengeId;
  readonly decision: "upheld" | "dismissed";
  readonly reason: string;
}

export interface DecidedChallenge {
  readonly id: ChallengeId;
  readonly decision: DecideChallenge["decision"];
}

/** Upholds a challenge, which annuls the vote, or dismisses it; supervisors do, with the reason. */
export function decideChallenge(request: Request, command: DecideChallenge) {
  const { id, challengeId, decision, reason: decisionReason } = command;
  return perform(request, {
    load: () => ({ proposal: proposalBy(id), challenges: challengesOf(id) }),
    decide: (known, principal): Outcome<Plan<DecidedChallenge>, Refusal> => {
      const allowed = allow(principal, "challenges.decide");
      if (!allowed.ok) return allowed;
      const challenge = known.challenges.find((one) => one.id === challengeId);
      if (known.proposal === null || challenge === undefined) {
        return refuse({ code: "not-found", what: "challenge" });
      }
      if (challenge.decision !== null) return refuse({ code: "challenge-decided" });
      const { now: decidedAt } = request.ports;
      const may = mayBeDone("decide-challenge", known.proposal.row, decidedAt);
      if (!may.ok) return may;
      const how = { decision, decidedAt, decidedBy: actorName(principal), decisionReason };
      const statements = [decided(challengeId, how)];
      return accept({ value: { id: challengeId, decision }, statements });
    },
    guards: { [CHALLENGE_DECIDED]: { code: "challenge-decided" } },
  });
}
