import type { Policy } from "#domain/governance/policy/policy.ts";
import { DAY, type Instant, later } from "#domain/kernel/instant.ts";
import type { Notice, ProposalRow, Queue, Tally } from "./proposal-state.ts";

/** A call as it was noticed, and as a late quorum extended it. */
export interface NoticedCall extends Notice {
  readonly number: number;
  /** The first or the second call of the policy. */
  readonly round: 1 | 2;
  readonly textVersion: number;
  /** Days from the end of the challenge to the effect of the changes of rules; null without any. */
  readonly timelockDays: number | null;
}

/** What became of the challenges of a count. */
export interface Challenged {
  /** How many stand open. */
  readonly open: number;
  /** When one was upheld; null where none was. */
  readonly upheldAt: Instant | null;
  /** When the last one was dismissed; null where none was. */
  readonly dismissedAt: Instant | null;
}

export const UNCHALLENGED: Challenged = { open: 0, upheldAt: null, dismissedAt: null };

/** What is written down of a proposal, with its last text and its last call. */
export interface ProposalDeeds {
  readonly submittedAt: Instant | null;
  readonly endorsedAt: Instant | null;
  readonly executedAt: Instant | null;
  readonly ended: ProposalRow["ended"];
  readonly textVersion: number;
  readonly call: NoticedCall | null;
  readonly tally: Tally | null;
  readonly challenged: Challenged;
}

/** No challenge ends before it is decided: a day in the year 9000. */
const UNTIL_DECIDED = 221_845_392_000_000 as Instant;

/**
 * What the state of a proposal is computed from (`proposalState`).
 *
 * - A call whose text was amended after its notice is none: there has to be another notice.
 * - A challenge that stands open keeps the result from taking effect, also beyond its time.
 * - A challenge that is upheld annuls the call, until there is another one.
 * - What passed and changes rules is queued for its timelock, from the end of the challenge on.
 */
export function rowOf(
  deeds: ProposalDeeds,
  policy: Pick<Policy, "calls"> & { readonly times: Pick<Policy["times"], "grace"> },
): ProposalRow {
  const { submittedAt, endorsedAt, executedAt, challenged } = deeds;
  const call = deeds.call?.textVersion === deeds.textVersion ? deeds.call : null;
  const tally =
    call === null || deeds.tally === null ? null : challengedTally(deeds.tally, challenged);
  const annulled =
    call === null || challenged.upheldAt === null
      ? null
      : ({ how: "annulled", at: challenged.upheldAt } as const);
  return {
    submittedAt,
    endorsedAt,
    notice: call,
    tally,
    hasSecondCall: call?.round === 1 && policy.calls.length === 2,
    queue: queueOf({ call, tally, executedAt, isOpen: challenged.open > 0 }, policy.times.grace),
    ended: deeds.ended ?? annulled,
  };
}

function challengedTally(tally: Tally, { open, dismissedAt }: Challenged): Tally {
  if (open > 0) return { ...tally, challengeUntil: UNTIL_DECIDED };
  const isLater = dismissedAt !== null && dismissedAt > tally.challengeUntil;
  return isLater ? { ...tally, challengeUntil: dismissedAt } : tally;
}

function queueOf(
  {
    call,
    tally,
    executedAt,
    isOpen,
  }: {
    readonly call: NoticedCall | null;
    readonly tally: Tally | null;
    readonly executedAt: Instant | null;
    readonly isOpen: boolean;
  },
  graceDays: number,
): Queue | null {
  const days = call?.timelockDays ?? null;
  if (days === null || tally === null || !tally.passes || isOpen) return null;
  const from = later(tally.challengeUntil, days * DAY);
  return { from, until: later(from, graceDays * DAY), executedAt };
}
