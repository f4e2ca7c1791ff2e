import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { MemberId, PersonId, ProposalId } from "#domain/kernel/ids.ts";
import { digest, idOf, instant } from "./columns.ts";

const call = () => ({
  proposalId: idOf<ProposalId>("proposal_id").notNull(),
  callNumber: integer("call_number").notNull(),
});

/** Papers of a sitting that two scrutineers entered together. */
export const paperBatch = sqliteTable(
  "paper_batch",
  {
    ...call(),
    number: integer("number").notNull(),
    papers: integer("papers").notNull(),
    enteredBy: idOf<PersonId>("entered_by").notNull(),
    secondedBy: idOf<PersonId>("seconded_by").notNull(),
    enteredAt: instant("entered_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.number] })],
);

/** Open ballots, in the order of casting; `choice` is canonical JSON. */
export const ballot = sqliteTable(
  "ballot",
  {
    ...call(),
    number: integer("number").notNull(),
    tracker: text("tracker").notNull(),
    memberId: idOf<MemberId>("member_id").notNull(),
    byMember: idOf<MemberId>("by_member").notNull(),
    nth: integer("nth").notNull(),
    choice: text("choice").notNull(),
    castAt: instant("cast_at").notNull(),
    paper: integer("paper"),
    digest: digest("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.number] })],
);

/** That somebody has used their secret vote. */
export const voted = sqliteTable(
  "voted",
  { ...call(), memberId: idOf<MemberId>("member_id").notNull() },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.memberId] })],
);

/** What a secret ballot says; nothing leads from it to a member, nor to its receipt. */
export const secretBallot = sqliteTable(
  "secret_ballot",
  {
    ...call(),
    mark: text("mark").notNull(),
    class: text("class").notNull(),
    basis: text("basis", { enum: ["head", "legal-person", "exchange", "financing"] }).notNull(),
    weightNum: integer("weight_num").notNull(),
    weightDen: integer("weight_den").notNull(),
    choice: text("choice").notNull(),
    digest: digest("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.mark] })],
);

/** That a ballot with this tracker is in the box; of a blind vote with the token that let it in. */
export const secretReceipt = sqliteTable(
  "secret_receipt",
  {
    ...call(),
    tracker: text("tracker").notNull(),
    digest: digest("digest").notNull(),
    prefix: text("prefix"),
    signature: text("signature"),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.tracker] })],
);

/** Blocks over the rows of one call. */
export const ballotSeal = sqliteTable(
  "ballot_seal",
  {
    ...call(),
    number: integer("number").notNull(),
    fromRow: integer("from_row").notNull(),
    toRow: integer("to_row").notNull(),
    root: digest("root").notNull(),
    previous: digest("previous").notNull(),
    sealedAt: instant("sealed_at").notNull(),
    digest: digest("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.number] })],
);

/** The box of a call, closed. */
export const ballotBox = sqliteTable(
  "ballot_box",
  {
    ...call(),
    ballots: integer("ballots").notNull(),
    root: digest("root").notNull(),
    closedAt: instant("closed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber] })],
);
