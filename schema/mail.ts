import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns.ts";

/** Letters and what became of them; `words` is JSON, and holds no link, code or other secret. */
export const letter = sqliteTable("letter", {
  id: integer("id").primaryKey(),
  key: text("key").notNull(),
  kind: text("kind").notNull(),
  recipient: text("recipient"),
  words: text("words"),
  state: text("state", {
    enum: ["queued", "withheld", "refused", "sent", "delivered", "bounced", "complained"],
  }).notNull(),
  stateAt: instant("state_at").notNull(),
  reason: text("reason"),
  carrierId: text("carrier_id"),
  queuedAt: instant("queued_at").notNull(),
  repeats: integer("repeats"),
});
