import {
  type BookLine,
  type ElectorateRow,
  freezeElectorate,
} from "#domain/governance/electorate/freeze-electorate.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { policyAt, type PolicyVersion } from "#domain/governance/policy/policy-text.ts";
import type { CallRefusal } from "#domain/governance/refusals.ts";
import { digestOf, type Digest } from "#domain/kernel/digest.ts";
import { DAY, HOUR, type Instant, later, toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type ChangeGround, checkWritten, type TextRefusal, timelockOf } from "./check-changes.ts";
import { mayBeDone } from "./may-be-done.ts";
import type { CallRecord, PolicyUsed, Proposal } from "./proposal.ts";
import type { ProposalState } from "./proposal-state.ts";

/** How long after the earliest day a vote may open: what was noticed is to be remembered. */
const MOST_DAYS_LATER = 90;

/** What a notice is decided on. */
export interface NoticeGround extends ChangeGround {
  readonly policies: readonly PolicyVersion[];
  readonly book: readonly BookLine[];
}

/** When a vote is to open; null as soon as the policy allows; and who calls it. */
export interface AskedNotice {
  readonly opensAt: Instant | null;
  readonly by: string;
  /** Of the key that is to sign the tokens of a blind vote; it is made once one is needed. */
  readonly tokenKey?: string;
}

export type NewCall = Omit<CallRecord, "quorumAt" | "extendedTo">;

export interface DecidedNotice {
  readonly call: NewCall;
  readonly rows: readonly ElectorateRow[];
}

/**
 * Puts a proposal to the vote: text, options, times and electorate are frozen. The first call is
 * under the policy as it is in force now, once it was discussed for its days; the second under the
 * same version, when the first had no quorum. What was annulled is called anew.
 */
export function decideNotice(
  proposal: Proposal,
  ground: NoticeGround,
  asked: AskedNotice,
  now: Instant,
): Outcome<DecidedNotice, CallRefusal | TextRefusal> {
  const state = mayBeDone("notice", proposal.row, now);
  if (!state.ok) return state;
  const { round, used } = calledAs(proposal, state.value, ground, now);
  const { policy } = used;
  const discussed = later(proposal.endorsedAt ?? now, policy.times.discussion * DAY);
  if (now < discussed) return refuse({ code: "discussion-not-over", until: discussed });
  const written = checkWritten(proposal.text, proposal, policy, ground);
  if (!written.ok) return written;
  const opening = openingOf(asked.opensAt, round === 1 ? policy.times.notice : null, used, now);
  if (!opening.ok) return opening;
  const electorate = freezeElectorate(ground.book, policy, toRome(opening.value).date);
  if (!electorate.ok) return electorate;
  const { rows, root, eligible } = electorate.value;
  const keyed = keyedFor(policy, asked);
  if (keyed === null) return refuse({ code: "token-key-needed" });
  const said = {
    number: (proposal.call?.number ?? 0) + 1,
    round,
    policy: used,
    textVersion: proposal.text.version,
    textDigest: proposal.text.digest,
    electorateRoot: root,
    electorateCount: rows.length,
    eligibleCount: eligible,
    ...keyed,
    mayRevote: policy.mayRevote,
    noticedAt: now,
    noticedBy: asked.by,
    opensAt: opening.value,
    closesAt: later(opening.value, policy.times.open * DAY),
    timelockDays: timelockOf(proposal.text.actions, policy, ground.rules),
  };
  return accept({ call: { ...said, digest: callDigest(proposal.id, said) }, rows });
}

/** How secret a vote is, with the key of a blind one; null where that is missing. */
function keyedFor(
  { secrecy }: Pick<Policy, "secrecy">,
  { tokenKey }: AskedNotice,
): Pick<NewCall, "secrecy" | "tokenKey"> | null {
  if (secrecy !== "blind") return { secrecy };
  return tokenKey === undefined ? null : { secrecy, tokenKey };
}

/** What the notice publishes is sealed by: all that it says. */
function callDigest(
  proposalId: string,
  call: Omit<CallRecord, "quorumAt" | "extendedTo" | "digest">,
): Digest {
  const { policy, ...said } = call;
  const { code } = policy.policy;
  return digestOf({ proposal: proposalId, policy: code, policyVersion: policy.version, ...said });
}

function calledAs(
  { call, policy }: Proposal,
  state: ProposalState,
  { policies }: NoticeGround,
  now: Instant,
): { readonly round: 1 | 2; readonly used: PolicyUsed } {
  if (state === "no-quorum" && call !== null) return { round: 2, used: call.policy };
  if (state === "annulled" && call?.round === 2) return { round: 2, used: call.policy };
  return { round: 1, used: policyAt(policies, policy.policy.code, now) ?? policy };
}

/** @param noticeDays null at a second call, which waits for less: the text was read already */
function openingOf(
  asked: Instant | null,
  noticeDays: number | null,
  { policy }: PolicyUsed,
  now: Instant,
): Outcome<Instant, CallRefusal> {
  const days = noticeDays ?? policy.times.beforeSecondCall;
  const earliest = later(now, Math.max(days * DAY, HOUR));
  if (asked !== null && asked < earliest) return refuse({ code: "notice-too-short", earliest });
  const latest = later(earliest, MOST_DAYS_LATER * DAY);
  if (asked !== null && asked > latest) return refuse({ code: "notice-too-long", latest });
  return accept(asked ?? earliest);
}
