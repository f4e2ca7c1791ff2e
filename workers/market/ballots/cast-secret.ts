import type { AccessRefusal } from "#domain/access/refusals.ts";
import { receiptDigest } from "#domain/governance/ballots/ballot.ts";
import {
  admitBallot,
  type CalledProposal,
  classCarried,
  lateQuorumOf,
} from "#domain/governance/ballots/casting.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import {
  CAST_ALREADY,
  extendIfQuorate,
  hasVoted,
  MARK_TAKEN,
  putSecret,
  TRACKER_TAKEN,
  useVote,
} from "#store/casting.ts";
import type { Loaded } from "#store/statement.ts";
import { callToVote, castingLoaders, LOOK_AGAIN } from "./call-to-vote.ts";
import type { CastBallot } from "./cast-open.ts";
import { asRightToVote } from "./right-to-vote.ts";

export interface CastSecretBallot extends CastBallot {
  /** 128 random bits made in the browser. */
  readonly tracker: string;
}

/** What is remembered of a secret cast: that it was counted. */
export interface Counted {
  readonly counted: true;
}

/** What whoever cast it hears. The receipt is made from what they sent, and kept nowhere. */
export interface SecretReceipt extends Counted {
  /** Null when the request is a repeat: then the receipt's page says what is in the box. */
  readonly receipt: { readonly tracker: string; readonly digest: Digest } | null;
}

type Refusal = AccessRefusal | BallotRefusal;

/**
 * Uses a member's secret vote: that it is used, a receipt and the ballot are written together, in
 * three rows that do not know of each other and carry no time. The passkey signs the right to vote
 * and never the choice.
 */
export async function castSecretBallot(request: Request, command: CastSecretBallot) {
  const { proposalId, callNumber, tracker } = command;
  const right = asRightToVote(request, command);
  const reply = await cast(right, command);
  if (!reply.ok) return reply;
  const digest = receiptDigest({ proposalId, callNumber }, { tracker });
  const receipt = reply.isRepeat ? null : { tracker, digest };
  return { ...reply, value: { ...reply.value, receipt } satisfies SecretReceipt };
}

function cast(request: Request, command: CastSecretBallot) {
  return perform(request, {
    load: () => loadersOf(command),
    decide: (known, principal): Outcome<Plan<Counted>, Refusal> => {
      // A key that tells the tracker would stand in op_log beside its sender.
      if (request.key.includes(command.tracker)) return refuse({ code: "tracker-in-key" });
      const called = callToVote(principal, known, command.callNumber);
      if (!called.ok) return called;
      const admitted = admit(command, { called: called.value, known }, request.ports.now);
      if (!admitted.ok) return admitted;
      return accept(planOf(request, { command, ...admitted.value }, called.value));
    },
    guards: {
      ...LOOK_AGAIN,
      [MARK_TAKEN]: "decide-again",
      [CAST_ALREADY]: { code: "ballot-cast-already" },
      [TRACKER_TAKEN]: { code: "tracker-taken" },
    },
  });
}

function loadersOf({ proposalId, callNumber, memberId, byMemberId }: CastSecretBallot) {
  const box = { proposalId, callNumber };
  return { ...castingLoaders(box, memberId, byMemberId), isUsed: hasVoted(box, memberId) };
}

type Known = Loaded<ReturnType<typeof loadersOf>>;

interface Admitted {
  readonly choice: Choice;
  readonly elector: ElectorateRow;
}

function admit(
  { memberId, byMemberId, choice }: CastSecretBallot,
  { called, known }: { readonly called: CalledProposal; readonly known: Known },
  now: Instant,
): Outcome<Admitted, BallotRefusal> {
  const { electors, holdsProxy, isUsed } = known;
  const elector = electors[0] ?? null;
  const voter = { member: memberId, by: byMemberId, elector, holdsProxy };
  const admitted = admitBallot(called, { voter, choice, way: "detached" }, now);
  if (!admitted.ok) return admitted;
  if (isUsed || elector === null) return refuse({ code: "ballot-cast-already" });
  return accept({ choice: admitted.value, elector });
}

/** Three rows that do not know of each other: the mark is drawn here, and told to nobody. */
function planOf(
  { ports: { ids, now } }: Request,
  { command, choice, elector }: Admitted & { readonly command: CastSecretBallot },
  { call }: CalledProposal,
): Plan<Counted> {
  const { proposalId, callNumber, memberId, tracker } = command;
  const box = { proposalId, callNumber };
  const { basis, weight } = elector;
  const mark = ids.secret().slice(0, tracker.length);
  const of = classCarried(call.policy.policy, elector);
  const late = lateQuorumOf(call, choice, now);
  return {
    status: 201,
    value: { counted: true },
    statements: [
      useVote(box, memberId),
      ...putSecret(box, { mark, class: of, basis, weight, choice }, { tracker }),
      ...(late === null ? [] : [extendIfQuorate(box, memberId, late, now)]),
    ],
  };
}
