import type { CallResult } from "#domain/governance/ballots/call-result.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import type { CallRecord, Proposal, TallyRecord } from "#domain/governance/proposal/proposal.ts";
import { proposalState } from "#domain/governance/proposal/proposal-state.ts";
import { DAY, type Instant, later } from "#domain/kernel/instant.ts";
import type {
  OptionFacts,
  OwnVote,
  ProposalHead,
  ProposalRowFacts,
  ProposalTimes,
  Turnout,
} from "#frontend/member/proposal-facts.ts";
import { fewestFor, numberOf } from "#frontend/member/result-words.ts";
import type { ProposalsView, ProposalView } from "./read-proposals.ts";

type RunningVote = ProposalsView["running"][number];
type OwnVoter = ProposalView["voters"][number];

/** What every page says of a proposal. */
export function headOf(proposal: Proposal, now: Instant): ProposalHead {
  const { number, subject, text, policy, row, call, endorsements } = proposal;
  return {
    number,
    title: text.title,
    subject,
    state: proposalState(row, now),
    times: timesOf(proposal, now),
    passes: row.tally?.passes ?? null,
    call: row.notice === null ? 1 : (call?.round ?? 1),
    endorsements: { given: endorsements, needed: policy.policy.endorsements },
  };
}

function timesOf(
  { row, call, policy, endorsedAt, executedAt, challenged }: Proposal,
  now: Instant,
): ProposalTimes {
  const { times } = policy.policy;
  const noticed = row.notice === null ? null : call;
  const challengeUntil = challenged.open > 0 ? null : (row.tally?.challengeUntil ?? null);
  const discussed = endorsedAt === null ? now : later(endorsedAt, times.discussion * DAY);
  return {
    discussedUntil: discussed > now ? discussed : null,
    opensAt: noticed?.opensAt ?? null,
    closesAt: noticed === null ? null : closeOf(noticed),
    challengeUntil,
    effectiveAt: executedAt ?? row.queue?.from ?? (noticed === null ? null : expected(noticed)),
    endedAt: row.ended?.at ?? null,
  };
}

/** From when its changes hold, if it passes and nobody challenges it; null where it has none. */
function expected(call: CallRecord): Instant | null {
  if (call.timelockDays === null) return null;
  const days = call.policy.policy.times.challenge + call.timelockDays;
  return later(closeOf(call), days * DAY);
}

export function closeOf({ extendedTo, closesAt }: CallRecord): Instant {
  return extendedTo ?? closesAt;
}

/** The count as it was written, and published. */
export function resultOf({ result }: Pick<TallyRecord, "result">): CallResult {
  return JSON.parse(result) as CallResult;
}

/** How many came: of a count by their votes, while the vote runs by their heads. */
export function turnoutOf(
  { row, call, tally }: Pick<Proposal, "row" | "call" | "tally">,
  voted: number,
): Turnout | null {
  if (row.notice === null || call === null) return null;
  if (tally !== null) {
    const { present, electorate, quorum, hasQuorum } = resultOf(tally);
    return {
      present: numberOf(present.votes),
      electorate: numberOf(electorate.votes),
      quorum: quorum === null ? null : fewestFor(quorum, present.votes),
      isReached: hasQuorum,
    };
  }
  const { policy } = call.policy;
  const asked = (policy.calls[call.round - 1] ?? policy.calls[0]).quorum;
  const quorum = quorumOf(asked, call.eligibleCount);
  const isByHeads = policy.votes.kind === "heads" || policy.votes.kind === "colleges";
  return {
    present: voted,
    electorate: call.eligibleCount,
    quorum: quorum === null || isByHeads ? quorum : "weighed",
    isReached: quorum !== null && voted >= quorum,
  };
}

/** The fewest heads that are a quorum; null where none is asked for. */
function quorumOf(quorum: MajorityRule["quorum"], eligible: number): number | null {
  if (quorum === null || quorum.share.num === 0n) return null;
  const { num, den } = quorum.share;
  const exact = num * BigInt(eligible);
  const whole = exact / den;
  const isWhole = exact % den === 0n;
  return Number(isWhole && !quorum.isStrict ? whole : whole + 1n);
}

/** A proposal in the list, with what its vote is to whoever reads. */
export function rowFacts(
  proposal: Proposal,
  running: RunningVote | undefined,
  now: Instant,
): ProposalRowFacts {
  const head = headOf(proposal, now);
  const isShown = running !== undefined || proposal.tally !== null;
  return {
    ...head,
    turnout: isShown ? turnoutOf(proposal, running?.voted ?? 0) : null,
    own: running === undefined ? null : ownOf(running),
  };
}

function ownOf({ toCast, cast, reason }: RunningVote): OwnVote | null {
  if (toCast > 0) return { kind: "to-cast", members: toCast };
  if (cast > 0) return { kind: "cast" };
  return reason === "" ? null : { kind: "not-eligible", reason };
}

/** What a vote is to whoever reads, by the members they may vote for. */
export function ownVote(voters: readonly OwnVoter[]): OwnVote | null {
  const eligible = voters.filter(({ reason }) => reason === "");
  const waiting = eligible.filter(({ hasVoted }) => !hasVoted);
  if (waiting.length > 0) return { kind: "to-cast", members: waiting.length };
  if (eligible.length > 0) return { kind: "cast" };
  const reason = voters[0]?.reason ?? "";
  return reason === "" ? null : { kind: "not-eligible", reason };
}

export function optionsOf({ text }: Pick<Proposal, "text">): readonly OptionFacts[] {
  return text.options.map(({ code, title, detail, costCents: cost }) => {
    return { code, title, detail, cost };
  });
}
