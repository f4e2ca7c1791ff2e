import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CountersignatureId,
  EmailId,
  InvitationId,
  MailCodeId,
  PasskeyId,
  PersonId,
  SessionId,
  SuspensionId,
} from "#domain/kernel/ids.ts";
import { digest, idOf, instant } from "./columns.ts";

/** Somebody who can sign in, without what names them, which may be erased. */
export const person = sqliteTable("person", {
  id: idOf<PersonId>("id").primaryKey(),
  createdAt: instant("created_at").notNull(),
  actsFrom: integer("acts_from").notNull().default(0),
  suspendedAt: instant("suspended_at"),
  suspendedBy: text("suspended_by"),
  erasedAt: instant("erased_at"),
});

/** What a person is called: a row that erasure deletes. */
export const personProfile = sqliteTable("person_profile", {
  personId: idOf<PersonId>("person_id").primaryKey(),
  name: text("name").notNull(),
  language: text("language", { enum: ["it", "en"] }).notNull(),
});

/** Addresses of a person; the confirmed ones sign in and get notices. Erasure deletes them. */
export const personEmail = sqliteTable("person_email", {
  id: idOf<EmailId>("id").primaryKey(),
  personId: idOf<PersonId>("person_id").notNull(),
  address: text("address").notNull(),
  folded: text("folded").notNull(),
  addedAt: instant("added_at").notNull(),
  confirmedAt: instant("confirmed_at"),
  removedAt: instant("removed_at"),
});

/** A passkey's public half: base64url; `transports` is a JSON list. */
export const passkey = sqliteTable("passkey", {
  id: idOf<PasskeyId>("id").primaryKey(),
  personId: idOf<PersonId>("person_id").notNull(),
  credentialId: text("credential_id").notNull(),
  publicKey: text("public_key").notNull(),
  counter: integer("counter").notNull(),
  transports: text("transports").notNull(),
  name: text("name").notNull(),
  addedAt: instant("added_at").notNull(),
  lastUsedAt: instant("last_used_at"),
  revokedAt: instant("revoked_at"),
  revokedBy: text("revoked_by"),
});

/** Challenges that were answered: each answers once. */
export const usedChallenge = sqliteTable("used_challenge", {
  digest: digest("digest").primaryKey(),
  usedAt: instant("used_at").notNull(),
});

/** A browser in which somebody is signed in; the cookie's secret is kept as a digest. */
export const session = sqliteTable("session", {
  id: idOf<SessionId>("id").primaryKey(),
  digest: digest("digest").notNull(),
  personId: idOf<PersonId>("person_id").notNull(),
  kind: text("kind", { enum: ["member", "officer"] }).notNull(),
  begunBy: text("begun_by", { enum: ["passkey", "code"] }).notNull(),
  device: text("device").notNull(),
  startedAt: instant("started_at").notNull(),
  seenAt: instant("seen_at").notNull(),
  endedAt: instant("ended_at"),
  endedBy: text("ended_by"),
});

/** A code sent by mail, with the tries that were made at it. */
export const mailCode = sqliteTable("mail_code", {
  id: idOf<MailCodeId>("id").primaryKey(),
  purpose: text("purpose", { enum: ["sign-in", "address", "recovery"] }).notNull(),
  personId: idOf<PersonId>("person_id"),
  folded: text("folded").notNull(),
  asker: text("asker").notNull(),
  digest: digest("digest").notNull(),
  sentAt: instant("sent_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  tries: integer("tries").notNull().default(0),
  usedAt: instant("used_at"),
});

/** Opens the enrolment of a passkey, once. */
export const invitation = sqliteTable("invitation", {
  id: idOf<InvitationId>("id").primaryKey(),
  digest: digest("digest").notNull(),
  personId: idOf<PersonId>("person_id").notNull(),
  kind: text("kind", { enum: ["mail", "in-person", "recovery", "first"] }).notNull(),
  madeAt: instant("made_at").notNull(),
  madeBy: text("made_by").notNull(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
  withdrawnAt: instant("withdrawn_at"),
});

/** The second person's signature under an act, given for exactly this request. */
export const countersignature = sqliteTable("countersignature", {
  id: idOf<CountersignatureId>("id").primaryKey(),
  actHash: digest("act_hash").notNull(),
  act: text("act").notNull(),
  request: text("request").notNull(),
  askedBy: idOf<PersonId>("asked_by").notNull(),
  askedAt: instant("asked_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  signedBy: idOf<PersonId>("signed_by"),
  signedAt: instant("signed_at"),
  usedAt: instant("used_at"),
  withdrawnAt: instant("withdrawn_at"),
});

/** Who was kept out, and until when; the person's own row says whether it is so now. */
export const suspension = sqliteTable("suspension", {
  id: idOf<SuspensionId>("id").primaryKey(),
  personId: idOf<PersonId>("person_id").notNull(),
  reason: text("reason"),
  suspendedAt: instant("suspended_at").notNull(),
  suspendedBy: text("suspended_by").notNull(),
  liftedAt: instant("lifted_at"),
  liftedBy: text("lifted_by"),
});
