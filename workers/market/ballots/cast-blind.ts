import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { receiptDigest } from "#domain/governance/ballots/ballot.ts";
import {
  admitBlind,
  type CalledProposal,
  classCarried,
  lateQuorumOf,
} from "#domain/governance/ballots/casting.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import type { BlindToken } from "#domain/governance/ballots/token.ts";
import { digestOf } from "#domain/kernel/digest.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { anyElector, shownToken, TOKENS_EXCEEDED } from "#store/blind-tokens.ts";
import {
  extendIfQuorate,
  MARK_TAKEN,
  putSecret,
  TRACKER_TAKEN,
  VOTE_NOT_OPEN,
} from "#store/casting.ts";
import { proposalBy } from "#store/proposals.ts";
import type { Loaded } from "#store/statement.ts";
import type { Counted, SecretReceipt } from "./cast-secret.ts";

/** A ballot of nobody: what lets it in is its token. */
export interface CastBlindBallot {
  readonly proposalId: ProposalId;
  readonly callNumber: number;
  readonly tracker: string;
  readonly token: BlindToken;
  readonly choice: Choice;
}

type Refusal = AccessRefusal | BallotRefusal;

/**
 * Casts a blind ballot. The token is its own actor: whoever else the request may say it comes from
 * is not looked at. Receipt and ballot are two rows without a time that do not know of each other,
 * and nothing of either is remembered with the request.
 */
export async function castBlindBallot(request: Request, command: CastBlindBallot) {
  const { tracker, token } = command;
  const reply = await cast(asToken(request, command), command);
  if (!reply.ok) return reply;
  const digest = receiptDigest(command, { tracker, token });
  const receipt = reply.isRepeat ? null : { tracker, digest };
  return { ...reply, value: { ...reply.value, receipt } satisfies SecretReceipt };
}

/** The request without its sender: its actor is made with the network's secret, and is nobody. */
function asToken(
  { ports, key, device, askerOf, seen }: Request,
  { proposalId, callNumber, tracker }: CastBlindBallot,
): Request {
  const box = { proposal: proposalId, call: callNumber };
  return {
    ports,
    key,
    device,
    askerOf,
    credentials: { bearer: null, session: null, orderLink: null, basket: null, isSetup: false },
    actor: `ballot:${ports.ids.derived("blind ballot", proposalId, `${callNumber}`, tracker)}`,
    requestHash: digestOf({ use: "token", ...box }),
    assertion: null,
    seen,
  };
}

function cast(request: Request, command: CastBlindBallot) {
  return perform(request, {
    load: () => loadersOf(command),
    decide: (known, principal): Outcome<Plan<Counted>, Refusal> => {
      // A key that tells the tracker would stay in op_log beside the hour.
      if (request.key.includes(command.tracker)) return refuse({ code: "tracker-in-key" });
      const allowed = allow(principal, "blind-ballots.cast");
      if (!allowed.ok) return allowed;
      const call = known.proposal?.call ?? null;
      if (known.proposal === null || call?.number !== command.callNumber) {
        return refuse({ code: "not-found", what: "call" });
      }
      const called = { row: known.proposal.row, text: known.proposal.text, call };
      const admitted = admitBlind(called, command, request.ports.now);
      if (!admitted.ok) return admitted;
      if (known.token.isUsed) return refuse({ code: "token-used" });
      // More tokens than members who were given one: whoever signed it gave it to nobody.
      if (!known.token.isOneLeft) return refuse({ code: "token-not-signed" });
      return accept(planOf(request, { ...command, choice: admitted.value }, { called, known }));
    },
    guards: {
      [VOTE_NOT_OPEN]: "decide-again",
      [MARK_TAKEN]: "decide-again",
      [TRACKER_TAKEN]: "decide-again",
      [TOKENS_EXCEEDED]: "decide-again",
    },
  });
}

function loadersOf({ proposalId, callNumber, tracker }: CastBlindBallot) {
  const box = { proposalId, callNumber };
  return {
    proposal: proposalBy(proposalId),
    elector: anyElector(box),
    token: shownToken(box, tracker),
  };
}

type Known = Loaded<ReturnType<typeof loadersOf>>;

function planOf(
  { ports: { ids, now } }: Request,
  { proposalId, callNumber, tracker, token, choice }: CastBlindBallot,
  { called, known }: { readonly called: CalledProposal; readonly known: Known },
): Plan<Counted> {
  const box = { proposalId, callNumber };
  const { call } = called;
  const { elector } = known;
  invariant(elector !== null, "somebody may vote");
  const { basis, weight } = elector;
  const mark = ids.secret().slice(0, tracker.length);
  const of = classCarried(call.policy.policy, elector);
  const late = lateQuorumOf(call, choice, now);
  return {
    status: 201,
    value: { counted: true },
    statements: [
      ...putSecret(box, { mark, class: of, basis, weight, choice }, { tracker, token }),
      ...(late === null ? [] : [extendIfQuorate(box, null, late, now)]),
    ],
  };
}
