import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import type { CallRecord } from "#domain/governance/proposal/proposal.ts";
import type {
  ProposalFrame,
  ProposalSubject,
  ProposalText,
} from "#domain/governance/proposal/proposal-text.ts";
import type { Secrecy } from "#domain/governance/policy/policy.ts";
import type { Canonical, Digest } from "#domain/kernel/digest.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Row } from "#ports/database.ts";
import { fewestOf } from "./ballots.ts";
import { type Box, ofCall } from "./calls.ts";
import { type Cells, instantAt, instantOrNull, integer, integerOrNull, text } from "./cells.ts";
import { toElector } from "./electorate.ts";
import { type KeptPolicy, policyOf } from "./policies.ts";
import { asLists, listsAt } from "./row-lists.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** A call that was counted, with all that its export says once. */
export interface CountedCall {
  readonly network: string;
  readonly proposalId: ProposalId;
  readonly proposalNumber: number;
  readonly frame: ProposalFrame;
  /** The version that was put to the vote. */
  readonly text: ProposalText & { readonly version: number };
  readonly policy: KeptPolicy;
  readonly call: CallRecord;
  readonly result: Canonical;
  readonly ballotsRoot: Digest;
  readonly ballotsCount: number;
  /** The smallest number of secret ballots with one class and weight; null where all are alike. */
  readonly fewestAlike: number | null;
  /** Members that have used their secret vote; null for an open one. */
  readonly voted: number | null;
}

const COLUMNS = `(SELECT name FROM network), p.id, p.number, p.subject, p.budget_cents,
    v.version, v.title, v.body, v.actions, v.options,
    k.policy, k.version, k.effective_at, k.decided_at, k.decided_by, k.reason, k.digest,
    c.number, c.round, c.text_digest, c.electorate_root, c.electorate_count, c.eligible_count,
    c.secrecy, c.may_revote, c.noticed_at, c.noticed_by, c.opens_at, c.closes_at, c.timelock_days,
    c.digest, c.quorum_at, c.extended_to, t.result, t.ballots_root, t.ballots_count,
    (SELECT count(*) FROM voted o
      WHERE o.proposal_id = c.proposal_id AND o.call_number = c.number),
    (${fewestOf("b.proposal_id = c.proposal_id AND b.call_number = c.number")}), c.token_key`;

/** A call of a proposal that was counted: the one of this number, or the last. */
export function countedCall(
  proposalId: ProposalId,
  number: number | null,
): Loader<CountedCall | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT ${COLUMNS} FROM tally t
          JOIN vote_call c ON c.proposal_id = t.proposal_id AND c.number = t.call_number
          JOIN proposal p ON p.id = c.proposal_id
          JOIN proposal_version v ON v.proposal_id = p.id AND v.version = c.text_version
          JOIN policy_version k ON k.code = c.policy_code AND k.version = c.policy_version
        WHERE t.proposal_id = ? AND (? IS NULL OR t.call_number = ?)
        ORDER BY t.call_number DESC LIMIT 1`,
      args: [proposalId, number, number],
    },
    parse: (rows) => rows.map(toCounted),
  });
}

function toCounted(row: Row): CountedCall {
  const secrecy = text(row, 23) as Secrecy;
  return {
    network: text(row, 0),
    proposalId: text(row, 1) as ProposalId,
    proposalNumber: integer(row, 2),
    frame: {
      subject: text(row, 3) as ProposalSubject,
      budgetCents: integerOrNull(row, 4) as Cents | null,
    },
    text: {
      version: integer(row, 5),
      title: text(row, 6),
      body: text(row, 7),
      actions: JSON.parse(text(row, 8)) as ProposalText["actions"],
      options: JSON.parse(text(row, 9)) as ProposalText["options"],
    },
    policy: toPolicy(row),
    call: toCall(row),
    result: JSON.parse(text(row, 33)) as Canonical,
    ballotsRoot: text(row, 34) as Digest,
    ballotsCount: integer(row, 35),
    voted: secrecy === "open" ? null : integer(row, 36),
    fewestAlike: integerOrNull(row, 37),
  };
}

function toPolicy(row: Row): KeptPolicy {
  return {
    policy: policyOf(text(row, 10)),
    version: integer(row, 11),
    effectiveAt: instantAt(row, 12),
    decidedAt: instantAt(row, 13),
    decidedBy: text(row, 14),
    reason: text(row, 15),
    digest: text(row, 16) as Digest,
  };
}

function toCall(row: Row): CallRecord {
  return {
    number: integer(row, 17),
    round: integer(row, 18) === 1 ? 1 : 2,
    policy: { version: integer(row, 11), policy: policyOf(text(row, 10)) },
    textVersion: integer(row, 5),
    textDigest: text(row, 19) as Digest,
    electorateRoot: text(row, 20) as Digest,
    electorateCount: integer(row, 21),
    eligibleCount: integer(row, 22),
    secrecy: text(row, 23) as Secrecy,
    ...(row[38] === null ? {} : { tokenKey: text(row, 38) }),
    mayRevote: integer(row, 24) === 1,
    noticedAt: instantAt(row, 25),
    noticedBy: text(row, 26),
    opensAt: instantAt(row, 27),
    closesAt: instantAt(row, 28),
    timelockDays: integerOrNull(row, 29),
    digest: text(row, 30) as Digest,
    quorumAt: instantOrNull(row, 31),
    extendedTo: instantOrNull(row, 32),
  };
}

const ROW = "member_id, class, basis, weight_num, weight_den, reason, may_hold, salt, digest";

/** A run of an electorate in the order of its digests, which tells nothing of who came when. */
export function electorsByDigest(
  box: Box,
  { after, limit }: { readonly after: string; readonly limit: number },
): Loader<ElectorateRow[]> {
  const { sql, args } = ofCall(box);
  return {
    statement: {
      sql: `SELECT ${asLists(ROW, "digest")} FROM (SELECT ${ROW} FROM electorate_row
        WHERE ${sql} AND digest > ? ORDER BY digest LIMIT ?)`,
      args: [...args, after, limit],
    },
    parse: ([row]) =>
      row === undefined ? [] : listsAt(row, 0, (cells: Cells) => toElector(cells)),
  };
}
