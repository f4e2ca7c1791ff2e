import { type ShownTally, shownTally } from "#domain/governance/ballots/few-ballots.ts";
import type { CallRecord, Proposal, TallyRecord } from "#domain/governance/proposal/proposal.ts";
import { type ProposalState, proposalState } from "#domain/governance/proposal/proposal-state.ts";
import type { Instant } from "#domain/kernel/instant.ts";

/** A proposal as the API tells it; a list leaves body, changes and options empty. */
export interface ProposalView extends Pick<
  Proposal,
  | "id"
  | "number"
  | "authorId"
  | "subject"
  | "budgetCents"
  | "amendmentId"
  | "createdAt"
  | "submittedAt"
  | "endorsedAt"
  | "executedAt"
  | "endorsements"
  | "text"
> {
  readonly state: ProposalState;
  readonly policy: { readonly code: string; readonly version: number };
  /** How many endorsements its policy asks for. */
  readonly endorsementsNeeded: number;
  readonly ended: Pick<
    NonNullable<Proposal["ended"]>,
    "how" | "at" | "reason" | "supersededBy"
  > | null;
  readonly call: CallView | null;
  readonly tally: TallyView | null;
  /** When its changes of rules may take effect, and from when no longer; null without any. */
  readonly queue: { readonly from: Instant; readonly until: Instant } | null;
}

export interface CallView extends Pick<
  CallRecord,
  | "number"
  | "round"
  | "textVersion"
  | "textDigest"
  | "electorateRoot"
  | "electorateCount"
  | "eligibleCount"
  | "secrecy"
  | "tokenKey"
  | "mayRevote"
  | "noticedAt"
  | "opensAt"
  | "closesAt"
  | "extendedTo"
  | "timelockDays"
  | "digest"
> {
  readonly policy: { readonly code: string; readonly version: number };
  /** The text was amended since its notice: there has to be another one. */
  readonly isVoid: boolean;
}

export interface TallyView extends Pick<
  ShownTally,
  | "hasQuorum"
  | "passes"
  | "result"
  | "resultDigest"
  | "ballotsRoot"
  | "ballotsCount"
  | "isDecidedByLot"
  | "talliedAt"
> {
  /** Until when it may be challenged; null while a challenge stands open. */
  readonly challengeUntil: Instant | null;
  readonly openChallenges: number;
  readonly annulledAt: Instant | null;
}

/** What everybody may know of a proposal, as it stands now. */
export function proposalView(proposal: Proposal, now: Instant): ProposalView {
  const { policy, row, ended, call, tally, ...said } = proposal;
  const { challenged: _, ...facts } = said;
  return {
    ...facts,
    state: proposalState(row, now),
    policy: { code: policy.policy.code, version: policy.version },
    endorsementsNeeded: policy.policy.endorsements,
    ended: ended === null ? null : withoutActor(ended),
    call: call === null ? null : callView(call, proposal.text.version),
    tally: tally === null || call === null ? null : tallyView(tally, call, proposal),
    queue: row.queue === null ? null : { from: row.queue.from, until: row.queue.until },
  };
}

function withoutActor({ how, at, reason, supersededBy }: NonNullable<Proposal["ended"]>) {
  return { how, at, reason, supersededBy };
}

function callView(call: CallRecord, lastText: number): CallView {
  const { policy, noticedBy: _by, quorumAt: _at, ...said } = call;
  return {
    ...said,
    policy: { code: policy.policy.code, version: policy.version },
    isVoid: call.textVersion !== lastText,
  };
}

function tallyView(
  tally: TallyRecord,
  { secrecy }: CallRecord,
  { row, challenged }: Proposal,
): TallyView {
  const until = row.tally?.challengeUntil ?? tally.challengeUntil;
  return {
    ...shownTally(tally, secrecy),
    challengeUntil: challenged.open > 0 ? null : until,
    openChallenges: challenged.open,
    annulledAt: challenged.upheldAt,
  };
}
