import { type Instant, later } from "#domain/kernel/instant.ts";

/** Where a proposal is on its way. */
export type ProposalState =
  | "draft"
  | "endorsing"
  | "discussion"
  | "noticed"
  | "open"
  | "extended"
  | "closed"
  | "challenge"
  | "no-quorum"
  | "rejected"
  | "passed"
  | "queued"
  | "executed"
  | "withdrawn"
  | "superseded"
  | "vetoed"
  | "expired"
  | "annulled";

/** What was written down of a proposal: deeds and their instants; null where it was not done. */
export interface ProposalRow {
  /** Put before the members, to be endorsed. */
  readonly submittedAt: Instant | null;
  /** When the last endorsement that was needed came. */
  readonly endorsedAt: Instant | null;
  /** The notice of the call that counts: text and electorate are frozen. */
  readonly notice: Notice | null;
  /** The count of that call. */
  readonly tally: Tally | null;
  /** Whether another call of the same text is foreseen after this one. */
  readonly hasSecondCall: boolean;
  /** The rule changes it makes take effect; null where it changes none. */
  readonly queue: Queue | null;
  readonly ended: Ended | null;
}

export interface Notice {
  readonly noticedAt: Instant;
  readonly opensAt: Instant;
  /** The first closing; `extendedTo` is the second, where the quorum came late. */
  readonly closesAt: Instant;
  readonly extendedTo: Instant | null;
}

export interface Tally {
  readonly hasQuorum: boolean;
  readonly passes: boolean;
  /** Until when the result may be challenged. */
  readonly challengeUntil: Instant;
}

export interface Queue {
  /** From when it may be executed, and from when it may no longer. */
  readonly from: Instant;
  readonly until: Instant;
  readonly executedAt: Instant | null;
}

/** What takes a proposal off its way, whatever the clock says. */
export interface Ended {
  readonly how: "withdrawn" | "superseded" | "vetoed" | "annulled";
  readonly at: Instant;
}

/**
 * The state of a proposal at an instant: a function of what was written and of the clock, so that a
 * job that runs late can delay a letter but never let a late ballot in. Each period begins with its
 * first instant and ends before its last: at `closesAt` the vote is closed.
 */
export function proposalState(row: ProposalRow, now: Instant): ProposalState {
  if (row.ended !== null && row.ended.at <= now) return row.ended.how;
  if (row.notice !== null) return stateSinceNotice(row, row.notice, now);
  if (row.endorsedAt !== null) return "discussion";
  return row.submittedAt === null ? "draft" : "endorsing";
}

function stateSinceNotice(row: ProposalRow, notice: Notice, now: Instant): ProposalState {
  if (now < notice.opensAt) return "noticed";
  if (now < notice.closesAt) return "open";
  if (notice.extendedTo !== null && now < notice.extendedTo) return "extended";
  return row.tally === null ? "closed" : stateSinceTally(row, row.tally, now);
}

function stateSinceTally(row: ProposalRow, tally: Tally, now: Instant): ProposalState {
  if (row.queue !== null && row.queue.executedAt !== null) return "executed";
  if (now < tally.challengeUntil) return "challenge";
  if (!tally.hasQuorum) return row.hasSecondCall ? "no-quorum" : "rejected";
  if (!tally.passes) return "rejected";
  if (row.queue === null) return "passed";
  return now < row.queue.until ? "queued" : "expired";
}

/** Whether a ballot may be cast now: never before the opening, never at the closing (I5). */
export function takesBallots(row: ProposalRow, now: Instant): boolean {
  const state = proposalState(row, now);
  return state === "open" || state === "extended";
}

/** Whether what passed may take effect now. */
export function mayExecute(row: ProposalRow, now: Instant): boolean {
  return proposalState(row, now) === "queued" && row.queue !== null && row.queue.from <= now;
}

/**
 * When a vote closes after all: a quorum that was reached within the last so many milliseconds
 * gives everybody as many more, once, so that nobody can bring it about at the last minute.
 * @param quorumAt when the quorum was first reached; null where it is not
 * @returns null where nothing is extended
 */
export function extensionOf(
  closesAt: Instant,
  quorumAt: Instant | null,
  length: number,
): Instant | null {
  if (quorumAt === null || length === 0 || quorumAt >= closesAt) return null;
  return closesAt - quorumAt <= length ? later(closesAt, length) : null;
}
