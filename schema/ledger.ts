import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CycleId, OrderId } from "#domain/kernel/ids.ts";
import { cents, day, digest, idOf, instant } from "./columns.ts";

/** Accounts of the books; opened once, never changed. */
export const ledgerAccount = sqliteTable("ledger_account", {
  id: integer("id").primaryKey(),
  code: text("code").notNull(),
  type: text("type", {
    enum: ["asset", "liability", "equity", "income", "expense", "memo"],
  }).notNull(),
  openedAt: instant("opened_at").notNull(),
});

/** The only way into the books: `legs` is JSON [[account code, cents, most?], …]. */
export const ledgerTx = sqliteTable("ledger_tx", {
  id: integer("id").primaryKey(),
  ref: text("ref").notNull(),
  kind: text("kind").notNull(),
  businessDate: day("business_date").notNull(),
  postedAt: instant("posted_at").notNull(),
  actor: text("actor").notNull(),
  cycleId: idOf<CycleId>("cycle_id"),
  orderId: idOf<OrderId>("order_id"),
  resolves: text("resolves"),
  reverses: text("reverses"),
  rules: text("rules").notNull(),
  legs: text("legs").notNull(),
  digest: digest("digest").notNull(),
});

/** Written by triggers from the legs; debits positive, credits negative. */
export const ledgerEntry = sqliteTable(
  "ledger_entry",
  {
    txId: integer("tx_id").notNull(),
    leg: integer("leg").notNull(),
    accountId: integer("account_id").notNull(),
    amountCents: cents("amount_cents").notNull(),
  },
  (table) => [primaryKey({ columns: [table.txId, table.leg] })],
);

/** Postings that follow one another, of one business day and one hour since 1970; by triggers. */
export const ledgerStretch = sqliteTable("ledger_stretch", {
  firstId: integer("first_id").primaryKey(),
  businessDate: day("business_date").notNull(),
  hour: integer("hour").notNull(),
});

/** The sum of an account's entries, kept by triggers; `txId` is the last of them. */
export const ledgerBalance = sqliteTable("ledger_balance", {
  accountId: integer("account_id").primaryKey(),
  postedCents: cents("posted_cents").notNull(),
  txId: integer("tx_id").notNull(),
});

/** What a person wrote about a posting; it may be erased. */
export const postingNote = sqliteTable("posting_note", {
  ref: text("ref").primaryKey(),
  note: text("note").notNull(),
});

/** What an order's card did not pay; `effectId` is the capture that was refused. */
export const paymentDue = sqliteTable(
  "payment_due",
  {
    orderId: idOf<OrderId>("order_id").notNull(),
    number: integer("number").notNull(),
    amountCents: cents("amount_cents").notNull(),
    effectId: integer("effect_id"),
    reason: text("reason").notNull(),
    since: instant("since").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
    ending: text("ending", { enum: ["tried-again", "paid"] }),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.number] })],
);

/** Years whose books are closed to further postings. */
export const fiscalPeriod = sqliteTable("fiscal_period", {
  year: integer("year").primaryKey(),
  closedAt: instant("closed_at").notNull(),
  closedBy: text("closed_by").notNull(),
});
