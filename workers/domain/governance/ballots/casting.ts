import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import type { Policy, Secrecy } from "#domain/governance/policy/policy.ts";
import type { CallRecord, Proposal } from "#domain/governance/proposal/proposal.ts";
import { takesBallots } from "#domain/governance/proposal/proposal-state.ts";
import { HOUR, type Instant, later } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Box } from "./ballot.ts";
import { type Choice, checkChoice, isBlank } from "./choice.ts";
import type { BallotRefusal } from "./refusals.ts";
import { type BlindToken, isTokenOf } from "./token.ts";

/** Somebody who comes with a ballot. */
export interface Voter {
  /** Whose vote it is. */
  readonly member: string;
  /** Who puts it in: the member, or who holds their proxy. */
  readonly by: string;
  /** The member's row in the electorate; null where they were not in the book at the notice. */
  readonly elector: Pick<ElectorateRow, "reason"> | null;
  /** Whether the member's proxy stands with them. */
  readonly holdsProxy: boolean;
}

export type CalledProposal = Pick<Proposal, "row" | "text"> & { readonly call: CallRecord };

/**
 * Whether a ballot goes into this box now: the vote runs, it is cast the way the policy says, the
 * member may vote, and whoever brings it may do so for them.
 * @returns the choice as it is kept
 */
export function admitBallot(
  called: CalledProposal,
  { voter, choice, way }: { voter: Voter; choice: Choice; way: Secrecy },
  now: Instant,
): Outcome<Choice, BallotRefusal> {
  const admitted = admitVoter(called, { voter, way }, now);
  return admitted.ok ? fitChoice(called, choice) : admitted;
}

/** Whether somebody may vote now, whatever they vote: a token is given for that alone. */
export function admitVoter(
  called: CalledProposal,
  { voter, way }: { voter: Voter; way: Secrecy },
  now: Instant,
): Outcome<true, BallotRefusal> {
  const runs = takesVotes(called, way, now);
  if (!runs.ok) return runs;
  const { elector, member, by, holdsProxy } = voter;
  if (elector === null) return refuse({ code: "not-in-electorate", why: "not-in-the-book" });
  if (elector.reason !== "") return refuse({ code: "not-in-electorate", why: elector.reason });
  return member === by || holdsProxy ? accept(true) : refuse({ code: "proxy-missing" });
}

/**
 * Whether a ballot of nobody goes into this box now: the key of the call signed its token, and that
 * is all that is known of who may vote.
 * @returns the choice as it is kept
 */
export function admitBlind(
  called: CalledProposal,
  ballot: Box & { readonly tracker: string; readonly token: BlindToken; readonly choice: Choice },
  now: Instant,
): Outcome<Choice, BallotRefusal> {
  const runs = takesVotes(called, "blind", now);
  if (!runs.ok) return runs;
  const { tokenKey } = called.call;
  const isSigned = tokenKey !== undefined && isTokenOf(tokenKey, ballot, ballot);
  return isSigned ? fitChoice(called, ballot.choice) : refuse({ code: "token-not-signed" });
}

/** Whether votes are cast now, and in this way. */
function takesVotes(
  { row, call }: CalledProposal,
  way: Secrecy,
  now: Instant,
): Outcome<true, BallotRefusal> {
  if (!takesBallots(row, now)) {
    return now < call.opensAt && row.ended === null
      ? refuse({ code: "vote-not-open", opensAt: call.opensAt })
      : refuse({ code: "vote-closed", closedAt: closeOf(call) });
  }
  if (call.secrecy !== way) return refuse({ code: "vote-cast-otherwise", secrecy: call.secrecy });
  return accept(true);
}

function fitChoice({ text, call }: CalledProposal, choice: Choice): Outcome<Choice, BallotRefusal> {
  const options = text.options.map(({ code }) => code);
  return checkChoice(call.policy.policy.method, options, choice);
}

/** When a call closes, as far as is known. */
export function closeOf(call: Pick<CallRecord, "closesAt" | "extendedTo">): Instant {
  return call.extendedTo ?? call.closesAt;
}

/** A ballot of the same member that is in the box already. */
export interface EarlierBallot {
  readonly by: string;
  readonly nth: number;
  readonly choice: Choice;
}

/**
 * The number of a ballot among those of its hand. Votes are changed where the policy says so, and
 * an objection may always be taken back; whoever came first stays, unless the member's own ballot
 * beats their proxy's.
 */
export function nextOfHand(
  earlier: readonly EarlierBallot[],
  { member, by }: Pick<Voter, "member" | "by">,
  { mayRevote, ownBeatsProxy }: { readonly mayRevote: boolean; readonly ownBeatsProxy: boolean },
): Outcome<number, BallotRefusal> {
  const own = earlier.filter((ballot) => ballot.by === by);
  const last = own.toSorted((one, other) => other.nth - one.nth)[0];
  const isObjection = last !== undefined && "reason" in last.choice;
  if (last !== undefined && !mayRevote && !isObjection) {
    return refuse({ code: "ballot-cast-already" });
  }
  const isOthers = earlier.some((ballot) => ballot.by !== by);
  if (isOthers && !(by === member && ownBeatsProxy)) {
    return refuse({ code: "ballot-cast-by-other" });
  }
  return accept((last?.nth ?? 0) + 1);
}

/** What the ballot that brings the quorum has to prove, and what it then brings about. */
export interface LateQuorum {
  readonly share: Policy["calls"][0]["threshold"]["share"];
  readonly isStrict: boolean;
  /** Of those present, or of those whose ballots are not blank. */
  readonly of: "present" | "cast";
  readonly extendedTo: Instant;
}

/**
 * What to look for with a ballot in the last hours: one that brings the quorum now extends the vote
 * for everybody, once.
 * @returns null where this ballot cannot extend anything
 */
export function lateQuorumOf(call: CallRecord, choice: Choice, now: Instant): LateQuorum | null {
  const { policy } = call.policy;
  const length = policy.times.extensionHours * HOUR;
  const isLate = length > 0 && now < call.closesAt && call.closesAt - now <= length;
  const { quorum } = policy.calls[call.round - 1] ?? policy.calls[0];
  if (!isLate || quorum === null || call.quorumAt !== null) return null;
  if (quorum.of === "cast" && isBlank(choice)) return null;
  const { share, isStrict, of } = quorum;
  return { share, isStrict, of, extendedTo: later(call.closesAt, length) };
}

/**
 * The class that a secret ballot carries: none, unless the policy counts by class. What it is not
 * counted by, it does not tell.
 */
export function classCarried(policy: Policy, elector: Pick<ElectorateRow, "class">): string {
  return policy.votes.kind === "colleges" ? elector.class : "";
}
