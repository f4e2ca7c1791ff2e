import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AmendmentId, CommentId, MemberId, ProposalId } from "#domain/kernel/ids.ts";
import { cents, digest, idOf, instant } from "./columns.ts";

/** How things are decided, as versions. */
export const policyVersion = sqliteTable(
  "policy_version",
  {
    code: text("code").notNull(),
    version: integer("version").notNull(),
    policy: text("policy").notNull(),
    effectiveAt: instant("effective_at").notNull(),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: text("decided_by").notNull(),
    reason: text("reason").notNull(),
    digest: digest("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
);

/** What members decide on: its deeds, each with its instant. */
export const proposal = sqliteTable("proposal", {
  id: idOf<ProposalId>("id").primaryKey(),
  number: integer("number").notNull(),
  authorId: idOf<MemberId>("author_id").notNull(),
  policyCode: text("policy_code").notNull(),
  policyVersion: integer("policy_version").notNull(),
  subject: text("subject", { enum: ["motion", "rules", "election", "budget"] }).notNull(),
  budgetCents: cents("budget_cents"),
  amendmentId: idOf<AmendmentId>("amendment_id"),
  createdAt: instant("created_at").notNull(),
  submittedAt: instant("submitted_at"),
  endorsedAt: instant("endorsed_at"),
  executedAt: instant("executed_at"),
  endedHow: text("ended_how", { enum: ["withdrawn", "superseded", "vetoed"] }),
  endedAt: instant("ended_at"),
  endedBy: text("ended_by"),
  endedReason: text("ended_reason"),
  supersededBy: idOf<ProposalId>("superseded_by"),
});

/** Its text as it stood; `actions` and `options` are lists in JSON. */
export const proposalVersion = sqliteTable(
  "proposal_version",
  {
    proposalId: idOf<ProposalId>("proposal_id").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    actions: text("actions").notNull(),
    options: text("options").notNull(),
    digest: digest("digest").notNull(),
    writtenAt: instant("written_at").notNull(),
    writtenBy: text("written_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.version] })],
);

/** A member put their name to an idea. */
export const endorsement = sqliteTable(
  "endorsement",
  {
    proposalId: idOf<ProposalId>("proposal_id").notNull(),
    memberId: idOf<MemberId>("member_id").notNull(),
    endorsedAt: instant("endorsed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.memberId] })],
);

/** What a member said of it; the words are null once they were erased. */
export const proposalComment = sqliteTable("proposal_comment", {
  id: idOf<CommentId>("id").primaryKey(),
  proposalId: idOf<ProposalId>("proposal_id").notNull(),
  memberId: idOf<MemberId>("member_id").notNull(),
  answersId: idOf<CommentId>("answers_id"),
  stance: text("stance", { enum: ["for", "against", "neither"] }).notNull(),
  words: text("words"),
  writtenAt: instant("written_at").notNull(),
  hiddenAt: instant("hidden_at"),
  hiddenBy: text("hidden_by"),
  hiddenReason: text("hidden_reason"),
});

/** Another text for a proposal; its decision is null while it is proposed. */
export const amendment = sqliteTable("amendment", {
  id: idOf<AmendmentId>("id").primaryKey(),
  proposalId: idOf<ProposalId>("proposal_id").notNull(),
  memberId: idOf<MemberId>("member_id").notNull(),
  baseVersion: integer("base_version").notNull(),
  title: text("title").notNull(),
  body: text("body").notNull(),
  actions: text("actions").notNull(),
  options: text("options").notNull(),
  reason: text("reason").notNull(),
  proposedAt: instant("proposed_at").notNull(),
  decision: text("decision", { enum: ["accepted", "rejected", "put-to-vote"] }),
  decidedAt: instant("decided_at"),
  decidedBy: text("decided_by"),
  decisionReason: text("decision_reason"),
});
