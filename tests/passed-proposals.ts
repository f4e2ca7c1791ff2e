import { FIRST_POLICIES } from "#domain/governance/policy/first-policies.ts";
import type { RuleAction } from "#domain/governance/rule-actions.ts";
import type { MemberId, ProposalId } from "#domain/kernel/ids.ts";
import { DAY, type Instant, instant, later } from "#domain/kernel/instant.ts";
import { openDatabase } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { insertPolicy, policyVersions } from "#store/policies.ts";
import { nextNumber } from "#store/proposals.ts";
import { readBatch } from "#store/statement.ts";
import type { Market } from "./market.ts";
import { admitMember } from "./members.ts";
import { counted } from "./vote-results.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");
const DIGEST = "a".repeat(64);

/** A vote that members held on rules. */
export interface PassedVote {
  readonly actions: readonly RuleAction[];
  readonly title?: string;
  readonly policy?: "rules" | "statute";
  readonly passes?: boolean;
  /** From passing to taking effect. */
  readonly timelockDays?: number;
}

/** A proposal that was counted a moment ago and may be challenged for a day. */
export interface PassedProposal {
  readonly id: ProposalId;
  readonly number: number;
  /** When its timelock is over. */
  readonly from: Instant;
}

/** Writes a proposal as it stands after the count of its vote, without anybody's ballots. */
export async function passedProposal(market: Market, vote: PassedVote): Promise<PassedProposal> {
  const { memberId } = await admitMember(market, { name: "Ada Zenti" });
  const { env, time } = market;
  const database = openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
  const loaders = { number: nextNumber(), kept: policyVersions() };
  const { number, kept } = await readBatch(database, loaders);
  const id = ids.next<ProposalId>();
  const now = instant(time.now);
  const at = later(now, -30 * DAY);
  const decided = { effectiveAt: at, decidedAt: at, decidedBy: "setup", reason: "set-up" };
  const missing = kept.length === 0 ? FIRST_POLICIES : [];
  await database.write(missing.map((policy) => insertPolicy({ policy, version: 1, ...decided })));
  writeVote(market, { id, number, memberId, at, now }, vote);
  return { id, number, from: later(now, (1 + (vote.timelockDays ?? 30)) * DAY) };
}

interface Facts {
  readonly id: ProposalId;
  readonly number: number;
  readonly memberId: MemberId;
  /** When everything before the count happened. */
  readonly at: Instant;
  readonly now: Instant;
}

function writeVote(
  { database }: Market,
  { id, number, memberId, at, now }: Facts,
  vote: PassedVote,
) {
  const { actions, title = "Cambiare una regola", policy = "rules" } = vote;
  const { passes = true, timelockDays = 30 } = vote;
  const run = (sql: string, values: (string | number)[]) => database.prepare(sql).run(values);
  run(
    `INSERT INTO proposal (id, number, author_id, policy_code, policy_version, subject, created_at,
      submitted_at, endorsed_at) VALUES (?1, ?2, ?3, ?4, 1, 'rules', ?5, ?5, ?5)`,
    [id, number, memberId, policy, at],
  );
  run(
    `INSERT INTO proposal_version (proposal_id, version, title, body, actions, options, digest,
      written_at, written_by) VALUES (?1, 1, ?2, '', ?3, '[]', ?4, ?5, 'test')`,
    [id, title, JSON.stringify(actions), DIGEST, at],
  );
  run(
    `INSERT INTO electorate_row (proposal_id, call_number, member_id, class, basis, weight_num,
      weight_den, reason, may_hold, salt, digest)
      VALUES (?1, 1, ?2, 'consumer', 'head', 1, 1, '', 1, ?3, ?3)`,
    [id, memberId, DIGEST],
  );
  run(
    `INSERT INTO vote_call (proposal_id, number, round, policy_code, policy_version, text_version,
      text_digest, electorate_root, electorate_count, eligible_count, secrecy, may_revote,
      noticed_at, noticed_by, opens_at, closes_at, timelock_days, digest)
      VALUES (?1, 1, 1, ?2, 1, 1, ?3, ?3, 1, 1, 'open', 1, ?4, 'test', ?5, ?6, ?7, ?3)`,
    [id, policy, DIGEST, at, at + DAY, now, timelockDays],
  );
  run(
    `INSERT INTO tally (proposal_id, call_number, has_quorum, passes, result, result_digest,
      ballots_root, ballots_count, decided_by_lot, tallied_at, challenge_until)
      VALUES (?1, 1, 1, ?2, ?6, ?3, ?3, 1, 0, ?4, ?5)`,
    [id, passes ? 1 : 0, DIGEST, now, now + DAY, JSON.stringify(counted)],
  );
}
