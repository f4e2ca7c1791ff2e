import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PersonId } from "#domain/kernel/ids.ts";
import { idOf, instant } from "./columns.ts";

/** What somebody agreed to, or no longer does; the last row of a purpose counts. */
export const consent = sqliteTable(
  "consent",
  {
    personId: idOf<PersonId>("person_id").notNull(),
    number: integer("number").notNull(),
    purpose: text("purpose").notNull(),
    given: integer("given", { mode: "boolean" }).notNull(),
    textVersion: integer("text_version").notNull(),
    channel: text("channel", { enum: ["page", "api", "erasure", "paper"] }).notNull(),
    at: instant("at").notNull(),
    paper: text("paper"),
    recordedBy: text("recorded_by"),
  },
  (table) => [primaryKey({ columns: [table.personId, table.number] })],
);
