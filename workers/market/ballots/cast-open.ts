import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ballotDigest } from "#domain/governance/ballots/ballot.ts";
import {
  admitBallot,
  type CalledProposal,
  closeOf,
  type EarlierBallot,
  lateQuorumOf,
  nextOfHand,
} from "#domain/governance/ballots/casting.ts";
import { type Choice, isBlank } from "#domain/governance/ballots/choice.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import {
  BALLOTS_CHANGED,
  CAST_ALREADY,
  CAST_BY_OTHER,
  earlierBallots,
  extendIfQuorate,
  putOpen,
} from "#store/casting.ts";
import type { Loaded } from "#store/statement.ts";
import { callToVote, castingLoaders, LOOK_AGAIN } from "./call-to-vote.ts";

export interface CastBallot {
  readonly proposalId: ProposalId;
  readonly callNumber: number;
  /** Whose vote it is. */
  readonly memberId: MemberId;
  /** Who puts it in: the member, or who holds their proxy. */
  readonly byMemberId: MemberId;
  readonly choice: Choice;
}

/** The receipt of an open ballot, with what it says: it is no secret. */
export interface OpenReceipt {
  readonly tracker: string;
  readonly digest: Digest;
  readonly callNumber: number;
  readonly memberId: MemberId;
  readonly byMemberId: MemberId;
  readonly nth: number;
  readonly choice: Choice;
  readonly castAt: Instant;
  /** When the vote closes as it stands. */
  readonly closesAt: Instant;
}

type Refusal = AccessRefusal | BallotRefusal;

/** Characters of a tracker. */
const TRACKER_LENGTH = 26;

/**
 * Casts an open ballot under a passkey that signs this very ballot, for oneself or for a member
 * whose proxy one holds. The receipt comes at once; the seal follows within a minute.
 */
export function castBallot(request: Request, command: CastBallot) {
  return perform(request, {
    load: () => loadersOf(command),
    decide: (known, principal): Outcome<Plan<OpenReceipt>, Refusal> => {
      const called = callToVote(principal, known, command.callNumber);
      if (!called.ok) return called;
      const admitted = admit(command, { called: called.value, known }, request.ports.now);
      if (!admitted.ok) return admitted;
      return accept(planOf(request, { command, ...admitted.value }, called.value));
    },
    guards: {
      ...LOOK_AGAIN,
      [BALLOTS_CHANGED]: "decide-again",
      [CAST_ALREADY]: { code: "ballot-cast-already" },
      [CAST_BY_OTHER]: { code: "ballot-cast-by-other" },
    },
  });
}

function loadersOf({ proposalId, callNumber, memberId, byMemberId }: CastBallot) {
  const box = { proposalId, callNumber };
  const earlier = earlierBallots(box, memberId);
  return { ...castingLoaders(box, memberId, byMemberId), earlier };
}

type Known = Loaded<ReturnType<typeof loadersOf>>;

/** What goes into the box, and what was there of the same member. */
interface Admitted {
  readonly choice: Choice;
  readonly nth: number;
  readonly earlier: readonly EarlierBallot[];
}

function admit(
  { memberId, byMemberId, choice }: CastBallot,
  { called, known }: { readonly called: CalledProposal; readonly known: Known },
  now: Instant,
): Outcome<Admitted, BallotRefusal> {
  const { electors, holdsProxy, earlier } = known;
  const voter = { member: memberId, by: byMemberId, elector: electors[0] ?? null, holdsProxy };
  const admitted = admitBallot(called, { voter, choice, way: "open" }, now);
  if (!admitted.ok) return admitted;
  const { mayRevote, policy } = called.call;
  const { ownBeatsProxy } = policy.policy;
  const nth = nextOfHand(earlier, voter, { mayRevote, ownBeatsProxy });
  return nth.ok ? accept({ choice: admitted.value, nth: nth.value, earlier }) : nth;
}

function planOf(
  request: Request,
  { command, choice, nth, earlier }: Admitted & { readonly command: CastBallot },
  { call }: CalledProposal,
): Plan<OpenReceipt> {
  const { proposalId, callNumber, memberId, byMemberId } = command;
  const { now } = request.ports;
  const box = { proposalId, callNumber };
  const tracker = trackerOf(request);
  const ballot = { tracker, member: memberId, by: byMemberId, nth, choice };
  const casting = { castAt: now, paper: null };
  const late = lateQuorumOf(call, choice, now);
  const isBrought = late !== null && !isThere(earlier, late.of);
  const digest = ballotDigest(box, ballot, casting);
  const said = { tracker, digest, callNumber, memberId, byMemberId, nth, choice };
  return {
    status: 201,
    value: { ...said, castAt: now, closesAt: closeOf(call) },
    statements: [
      putOpen(box, ballot, casting),
      ...(isBrought ? [extendIfQuorate(box, memberId, late, now)] : []),
    ],
  };
}

/** The same for the same request, so that a repeat gets the same receipt. */
function trackerOf({ actor, key, ports: { ids } }: Request): string {
  return ids.derived("ballot", actor, key).slice(0, TRACKER_LENGTH);
}

/** Whether the member is counted for the quorum already, so that this ballot brings nobody. */
function isThere(earlier: readonly { readonly choice: Choice }[], of: "present" | "cast"): boolean {
  return earlier.some(({ choice }) => of === "present" || !isBlank(choice));
}
