import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EnterpriseId, MemberId, PersonId, ShareTransferId } from "#domain/kernel/ids.ts";
import { cents, day, digest, idOf, instant } from "./columns.ts";

/** A membership as it stands, from the application on. */
export const member = sqliteTable("member", {
  id: idOf<MemberId>("id").primaryKey(),
  kind: text("kind", { enum: ["natural", "legal"] }).notNull(),
  personId: idOf<PersonId>("person_id").notNull(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id"),
  class: text("class", {
    enum: ["producer", "worker", "consumer", "courier", "supporter", "financing"],
  }).notNull(),
  ownMembers: integer("own_members"),
  askedShares: integer("asked_shares").notNull(),
  askedInstalments: integer("asked_instalments").notNull(),
  appliedAt: instant("applied_at").notNull(),
  decision: text("decision", { enum: ["admitted", "refused", "withdrawn"] }),
  decidedAt: instant("decided_at"),
  appealedAt: instant("appealed_at"),
  bookNo: integer("book_no"),
  enrolledOn: day("enrolled_on"),
  suspendedAt: instant("suspended_at"),
  exitAskedAt: instant("exit_asked_at"),
  ending: text("ending", { enum: ["exited", "excluded", "died"] }),
  endedAt: instant("ended_at"),
  opposedAt: instant("opposed_at"),
  version: integer("version").notNull(),
});

/** What the book must say of a member; it is kept ten years after the member left. */
export const memberIdentity = sqliteTable("member_identity", {
  memberId: idOf<MemberId>("member_id").primaryKey(),
  name: text("name").notNull(),
  taxCode: text("tax_code").notNull(),
  bornOn: day("born_on"),
  bornIn: text("born_in"),
  representedBy: text("represented_by"),
  street: text("street").notNull(),
  postcode: text("postcode").notNull(),
  town: text("town").notNull(),
  salt: text("salt").notNull(),
});

/** Every entry of the book. */
export const memberEvent = sqliteTable("member_event", {
  id: integer("id").primaryKey(),
  memberId: idOf<MemberId>("member_id").notNull(),
  number: integer("number").notNull(),
  kind: text("kind", {
    enum: [
      "applied",
      "withdrawn",
      "admitted",
      "refused",
      "appealed",
      "suspended",
      "reinstated",
      "exit-asked",
      "exit-refused",
      "exited",
      "payment-demanded",
      "excluded",
      "opposed",
      "exclusion-annulled",
      "died",
      "class-changed",
      "represented",
      "identity-changed",
      "replied",
      "upheld",
    ],
  }).notNull(),
  ground: text("ground").notNull(),
  detail: text("detail").notNull(),
  at: instant("at").notNull(),
  actor: text("actor").notNull(),
  digest: digest("digest").notNull(),
});

/** The words of an entry: personal, erasable. */
export const memberEventWords = sqliteTable("member_event_words", {
  eventId: integer("event_id").primaryKey(),
  words: text("words").notNull(),
});

/** Every movement of shares; amounts are what it adds to a holding. */
export const shareEvent = sqliteTable("share_event", {
  id: integer("id").primaryKey(),
  memberId: idOf<MemberId>("member_id").notNull(),
  number: integer("number").notNull(),
  kind: text("kind", {
    enum: [
      "subscribed",
      "paid",
      "transferred-out",
      "transferred-in",
      "revalued",
      "ristorno",
      "redeemed",
      "reimbursed",
    ],
  }).notNull(),
  shares: integer("shares").notNull(),
  subscribedCents: cents("subscribed_cents").notNull(),
  paidCents: cents("paid_cents").notNull(),
  contributedCents: cents("contributed_cents").notNull(),
  owedCents: cents("owed_cents").notNull(),
  plan: text("plan").notNull(),
  txRef: text("tx_ref").notNull(),
  at: instant("at").notNull(),
  actor: text("actor").notNull(),
  digest: digest("digest").notNull(),
});

/** What a member holds, as the events made it. */
export const shareHolding = sqliteTable("share_holding", {
  memberId: idOf<MemberId>("member_id").primaryKey(),
  shares: integer("shares").notNull(),
  subscribedCents: cents("subscribed_cents").notNull(),
  paidCents: cents("paid_cents").notNull(),
  contributedCents: cents("contributed_cents").notNull(),
  owedCents: cents("owed_cents").notNull(),
  number: integer("number").notNull(),
});

/** When what was subscribed has to be paid. */
export const shareDue = sqliteTable(
  "share_due",
  {
    eventId: integer("event_id").notNull(),
    number: integer("number").notNull(),
    memberId: idOf<MemberId>("member_id").notNull(),
    dueOn: day("due_on").notNull(),
    dueCents: cents("due_cents").notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.number] })],
);

/** That somebody asks to give shares to another member, and what came of it. */
export const shareTransfer = sqliteTable("share_transfer", {
  id: idOf<ShareTransferId>("id").primaryKey(),
  fromId: idOf<MemberId>("from_id").notNull(),
  toId: idOf<MemberId>("to_id").notNull(),
  shares: integer("shares").notNull(),
  askedAt: instant("asked_at").notNull(),
  askedBy: text("asked_by").notNull(),
  ending: text("ending", { enum: ["done", "denied", "withdrawn", "declined"] }),
  endedAt: instant("ended_at"),
  endedBy: text("ended_by"),
  reason: text("reason"),
  acceptedAt: instant("accepted_at"),
});
