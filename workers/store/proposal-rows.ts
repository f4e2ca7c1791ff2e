import type {
  CallRecord,
  EndedProposal,
  Proposal,
  TallyRecord,
} from "#domain/governance/proposal/proposal.ts";
import type { ProposalOption, ProposalSubject } from "#domain/governance/proposal/proposal-text.ts";
import { rowOf } from "#domain/governance/proposal/standing.ts";
import type { Secrecy } from "#domain/governance/policy/policy.ts";
import type { RuleAction } from "#domain/governance/rule-actions.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { AmendmentId, MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Row } from "#ports/database.ts";
import {
  type Cells,
  instantAt,
  instantOrNull,
  integer,
  integerOrNull,
  text,
  textOrNull,
} from "./cells.ts";
import { policyOf } from "./policies.ts";

/** What of the text a list does not show; whoever reads one proposal reads all of it. */
const WHOLE = "v.body, v.actions, v.options";
const SHORT = "'', '[]', '[]'";

const columns = (said: string) => `p.id, p.number, p.author_id, p.subject, p.budget_cents,
    p.amendment_id, p.created_at, p.submitted_at, p.endorsed_at, p.executed_at,
    p.ended_how, p.ended_at, p.ended_by, p.ended_reason, p.superseded_by,
    p.policy_version, own.policy, v.version, v.title, ${said}, v.digest, v.written_at,
    (SELECT count(*) FROM endorsement e WHERE e.proposal_id = p.id),
    c.number, c.round, c.policy_version, used.policy, c.text_version, c.text_digest,
    c.electorate_root, c.electorate_count, c.eligible_count, c.secrecy, c.may_revote,
    c.noticed_at, c.noticed_by, c.opens_at, c.closes_at, c.timelock_days, c.digest, c.quorum_at,
    c.extended_to, t.has_quorum, t.passes, t.result, t.result_digest, t.ballots_root,
    t.ballots_count, t.decided_by_lot, t.tallied_at, t.challenge_until,
    (SELECT count(*) FROM challenge o WHERE o.proposal_id = p.id AND o.call_number = c.number
      AND o.decision IS NULL),
    (SELECT min(o.decided_at) FROM challenge o WHERE o.proposal_id = p.id
      AND o.call_number = c.number AND o.decision = 'upheld'),
    (SELECT max(o.decided_at) FROM challenge o WHERE o.proposal_id = p.id
      AND o.call_number = c.number AND o.decision = 'dismissed'), c.token_key`;

const FROM = `FROM proposal p
    JOIN policy_version own ON own.code = p.policy_code AND own.version = p.policy_version
    JOIN proposal_version v ON v.proposal_id = p.id AND v.version = (
      SELECT max(version) FROM proposal_version WHERE proposal_id = p.id)
    LEFT JOIN vote_call c ON c.proposal_id = p.id AND c.number = (
      SELECT max(number) FROM vote_call WHERE proposal_id = p.id)
    LEFT JOIN policy_version used ON used.code = c.policy_code AND used.version = c.policy_version
    LEFT JOIN tally t ON t.proposal_id = p.id AND t.call_number = c.number`;

/** Proposals `p` with their last text `v`, last call `c` and its count `t`, for `toProposal`. */
export const PROPOSAL_SQL = `SELECT ${columns(WHOLE)} ${FROM}`;
/** The same without bodies, changes and options. */
export const LISTED_SQL = `SELECT ${columns(SHORT)} ${FROM}`;

/** Reads a row of `PROPOSAL_SQL` or `LISTED_SQL`. */
export function toProposal(row: Row): Proposal {
  const call = row[25] === null ? null : toCall(row);
  const written = {
    submittedAt: instantOrNull(row, 7),
    endorsedAt: instantOrNull(row, 8),
    executedAt: instantOrNull(row, 9),
    ended: toEnded(row),
    call,
    tally: row[44] === null ? null : toTally(row),
    challenged: {
      open: integer(row, 53),
      upheldAt: instantOrNull(row, 54),
      dismissedAt: instantOrNull(row, 55),
    },
  };
  const policy = { version: integer(row, 15), policy: policyOf(text(row, 16)) };
  const textVersion = integer(row, 17);
  return {
    id: text(row, 0) as ProposalId,
    number: integer(row, 1),
    authorId: text(row, 2) as MemberId,
    subject: text(row, 3) as ProposalSubject,
    budgetCents: integerOrNull(row, 4) as Cents | null,
    amendmentId: textOrNull(row, 5) as AmendmentId | null,
    createdAt: instantAt(row, 6),
    ...written,
    policy,
    text: {
      version: textVersion,
      title: text(row, 18),
      body: text(row, 19),
      actions: JSON.parse(text(row, 20)) as RuleAction[],
      options: JSON.parse(text(row, 21)) as ProposalOption[],
      digest: text(row, 22) as Digest,
      writtenAt: instantAt(row, 23),
    },
    endorsements: integer(row, 24),
    row: rowOf({ ...written, textVersion }, (call?.policy ?? policy).policy),
  };
}

function toEnded(row: Cells): EndedProposal | null {
  if (row[10] === null) return null;
  return {
    how: text(row, 10) as EndedProposal["how"],
    at: instantAt(row, 11),
    by: text(row, 12),
    reason: text(row, 13),
    supersededBy: textOrNull(row, 14) as ProposalId | null,
  };
}

function toCall(row: Cells): CallRecord {
  return {
    number: integer(row, 25),
    round: integer(row, 26) === 1 ? 1 : 2,
    policy: { version: integer(row, 27), policy: policyOf(text(row, 28)) },
    textVersion: integer(row, 29),
    textDigest: text(row, 30) as Digest,
    electorateRoot: text(row, 31) as Digest,
    electorateCount: integer(row, 32),
    eligibleCount: integer(row, 33),
    secrecy: text(row, 34) as Secrecy,
    ...(row[56] === null ? {} : { tokenKey: text(row, 56) }),
    mayRevote: integer(row, 35) === 1,
    noticedAt: instantAt(row, 36),
    noticedBy: text(row, 37),
    opensAt: instantAt(row, 38),
    closesAt: instantAt(row, 39),
    timelockDays: integerOrNull(row, 40),
    digest: text(row, 41) as Digest,
    quorumAt: instantOrNull(row, 42),
    extendedTo: instantOrNull(row, 43),
  };
}

function toTally(row: Cells): TallyRecord {
  return {
    hasQuorum: integer(row, 44) === 1,
    passes: integer(row, 45) === 1,
    result: text(row, 46),
    resultDigest: text(row, 47) as Digest,
    ballotsRoot: text(row, 48) as Digest,
    ballotsCount: integer(row, 49),
    isDecidedByLot: integer(row, 50) === 1,
    talliedAt: instantAt(row, 51),
    challengeUntil: instantAt(row, 52),
  };
}
