import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { MemberId, ProposalId } from "#domain/kernel/ids.ts";
import { idOf } from "./columns.ts";

const call = () => ({
  proposalId: idOf<ProposalId>("proposal_id").notNull(),
  callNumber: integer("call_number").notNull(),
});

/** The private half of a call's key, locked under the network's secret. */
export const tokenLock = sqliteTable(
  "token_lock",
  { ...call(), lockedKey: text("locked_key").notNull() },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber] })],
);

/** What was signed unseen for a member, in hexadecimal: it fits every token alike. */
export const givenToken = sqliteTable(
  "given_token",
  {
    ...call(),
    memberId: idOf<MemberId>("member_id").notNull(),
    blinded: text("blinded").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.callNumber, table.memberId] })],
);
