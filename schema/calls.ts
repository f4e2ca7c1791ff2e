import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ChallengeId, MemberId, ProposalId, ProxyId } from "#domain/kernel/ids.ts";
import { digest, idOf, instant } from "./columns.ts";

/** What is put to the vote, to whom, and when. */
export const voteCall = sqliteTable(
  "vote_call",
  {
    proposalId: idOf<ProposalId>("proposal_id").notNull(),
    number: integer("number").notNull(),
    round: integer("round").notNull(),
    policyCode: text("policy_code").notNull(),
    policyVersion: integer("policy_version").notNull(),
    textVersion: integer("text_version").notNull(),
    textDigest: digest("text_digest").notNull(),
    electorateRoot: digest("electorate_root").notNull(),
    electorateCount: integer("electorate_count").notNull(),
    eligibleCount: integer("eligible_count").notNull(),
    secrecy: text("secrecy", { enum: ["open", "detached", "blind"] }).notNull(),
    mayRevote: integer("may_revote", { mode: "boolean" }).notNull(),
    noticedAt: instant("noticed_at").notNull(),
    noticedBy: text("noticed_by").notNull(),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    timelockDays: integer("timelock_days"),
    digest: digest("digest").notNull(),
    quorumAt: instant("quorum_at"),
    extendedTo: instant("extended_to"),
    tokenKey: text("token_key"),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.number] })],
);

/** Somebody in the members' book at a notice; `reason` is "" where they may vote. */
export const electorateRow = sqliteTable(
  "electorate_row",
  {
    proposalId: idOf<ProposalId>("proposal_id").notNull(),
    callNumber: integer("call_number").notNull(),
    memberId: idOf<MemberId>("member_id").notNull(),
    class: text("class").notNull(),
    basis: text("basis", { enum: ["head", "legal-person", "exchange", "financing"] }).notNull(),
    weightNum: integer("weight_num").notNull(),
    weightDen: integer("weight_den").notNull(),
    reason: text("reason").notNull(),
    mayHold: integer("may_hold", { mode: "boolean" }).notNull(),
    salt: text("salt").notNull(),
    digest: digest("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.memberId] })],
);

/** Who stands for whom in one call. */
export const proxy = sqliteTable("proxy", {
  id: idOf<ProxyId>("id").primaryKey(),
  proposalId: idOf<ProposalId>("proposal_id").notNull(),
  callNumber: integer("call_number").notNull(),
  giverId: idOf<MemberId>("giver_id").notNull(),
  holderId: idOf<MemberId>("holder_id").notNull(),
  givenAt: instant("given_at").notNull(),
  revokedAt: instant("revoked_at"),
});

/** The count of a call; `result` is canonical JSON. */
export const tally = sqliteTable(
  "tally",
  {
    proposalId: idOf<ProposalId>("proposal_id").notNull(),
    callNumber: integer("call_number").notNull(),
    hasQuorum: integer("has_quorum", { mode: "boolean" }).notNull(),
    passes: integer("passes", { mode: "boolean" }).notNull(),
    result: text("result").notNull(),
    resultDigest: digest("result_digest").notNull(),
    ballotsRoot: digest("ballots_root").notNull(),
    ballotsCount: integer("ballots_count").notNull(),
    decidedByLot: integer("decided_by_lot", { mode: "boolean" }).notNull(),
    talliedAt: instant("tallied_at").notNull(),
    challengeUntil: instant("challenge_until").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber] })],
);

/** A member says that a vote did not go as it must; its decision is null while it stands open. */
export const challenge = sqliteTable("challenge", {
  id: idOf<ChallengeId>("id").primaryKey(),
  proposalId: idOf<ProposalId>("proposal_id").notNull(),
  callNumber: integer("call_number").notNull(),
  memberId: idOf<MemberId>("member_id").notNull(),
  reason: text("reason").notNull(),
  raisedAt: instant("raised_at").notNull(),
  decision: text("decision", { enum: ["upheld", "dismissed"] }),
  decidedAt: instant("decided_at"),
  decidedBy: text("decided_by"),
  decisionReason: text("decision_reason"),
});

/** How far a letter about a call has gone out. */
export const callNotice = sqliteTable(
  "call_notice",
  {
    proposalId: idOf<ProposalId>("proposal_id").notNull(),
    callNumber: integer("call_number").notNull(),
    notice: text("notice", {
      enum: [
        "vote-noticed",
        "vote-opens",
        "vote-extended",
        "vote-result",
        "vote-challenged",
        "vote-annulled",
      ],
    }).notNull(),
    reached: text("reached").notNull(),
    at: instant("at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.notice] })],
);
