import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AccessTokenId, GrantId, PersonId } from "#domain/kernel/ids.ts";
import { digest, idOf, instant } from "./columns.ts";

/** The one row that says whose network this database is. */
export const network = sqliteTable("network", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  currency: text("currency").notNull(),
  contactEmail: text("contact_email"),
  legalName: text("legal_name"),
  taxCode: text("tax_code"),
  seat: text("seat"),
  vatNumber: text("vat_number"),
  reaNumber: text("rea_number"),
  coopRegisterNumber: text("coop_register_number"),
  certifiedEmail: text("certified_email"),
  phone: text("phone"),
  iban: text("iban"),
  createdAt: instant("created_at").notNull(),
});

/** A bearer token's digest; the token itself is never stored. */
export const accessToken = sqliteTable("access_token", {
  id: idOf<AccessTokenId>("id").primaryKey(),
  digest: digest("digest").notNull(),
  label: text("label").notNull(),
  personId: idOf<PersonId>("person_id"),
  createdAt: instant("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  expiresAt: instant("expires_at"),
  revokedAt: instant("revoked_at"),
  revokedBy: text("revoked_by"),
});

/** A role of a holder over a subject; subject '' is the whole network. */
export const roleGrant = sqliteTable("role_grant", {
  id: idOf<GrantId>("id").primaryKey(),
  holder: text("holder").notNull(),
  role: text("role", {
    enum: [
      "officer",
      "treasurer",
      "supervisor",
      "auditor",
      "member",
      "hub",
      "producer",
      "courier",
      "coordinator",
      "household",
    ],
  }).notNull(),
  subject: text("subject").notNull(),
  grantedAt: instant("granted_at").notNull(),
  grantedBy: text("granted_by").notNull(),
  revokedAt: instant("revoked_at"),
  revokedBy: text("revoked_by"),
});

/** What was answered to whom: a repeated request reads `body` (JSON) back. */
export const opLog = sqliteTable(
  "op_log",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    requestHash: digest("request_hash").notNull(),
    status: integer("status").notNull(),
    body: text("body").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
);

/** After-effects still to be sent; `payload` is JSON whose shape the topic sets. */
export const outbox = sqliteTable("outbox", {
  id: integer("id").primaryKey(),
  topic: text("topic", {
    enum: ["mail", "payment-capture", "payment-release", "payment-refund", "plan"],
  }).notNull(),
  key: text("key").notNull(),
  payload: text("payload").notNull(),
  createdAt: instant("created_at").notNull(),
  dueAt: instant("due_at").notNull(),
  attempts: integer("attempts").notNull().default(0),
  lastError: text("last_error"),
  doneAt: instant("done_at"),
  deadAt: instant("dead_at"),
});

/** Every version that a rule ever had, append-only; `value` is text that the rule itself reads. */
export const ruleVersion = sqliteTable("rule_version", {
  id: integer("id").primaryKey(),
  key: text("key").notNull(),
  subject: text("subject").notNull(),
  version: integer("version").notNull(),
  value: text("value").notNull(),
  effectiveAt: instant("effective_at").notNull(),
  expiresAt: instant("expires_at"),
  decidedAt: instant("decided_at").notNull(),
  decidedBy: text("decided_by").notNull(),
  reason: text("reason").notNull(),
  proposalId: text("proposal_id"),
  digest: digest("digest").notNull(),
});

/** Blocks of a chain; each names the digest of the block before it. */
export const seal = sqliteTable(
  "seal",
  {
    chain: text("chain", { enum: ["ledger", "rules", "members", "shares"] }).notNull(),
    number: integer("number").notNull(),
    fromId: integer("from_id").notNull(),
    toId: integer("to_id").notNull(),
    root: digest("root").notNull(),
    previous: digest("previous").notNull(),
    digest: digest("digest").notNull(),
    sealedAt: instant("sealed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.number] })],
);

/** When each job of cron last ran. */
export const jobRun = sqliteTable("job_run", {
  job: text("job").primaryKey(),
  lastAt: instant("last_at").notNull(),
});
