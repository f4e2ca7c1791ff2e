import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CycleId } from "#domain/kernel/ids.ts";
import { idOf, instant } from "./columns.ts";

/** Which optional letters somebody wants; `holder` is a person's id, or an address of nobody's. */
export const noticeChoice = sqliteTable(
  "notice_choice",
  {
    holder: text("holder").notNull(),
    notice: text("notice", {
      enum: [
        "week-opens",
        "closing-soon",
        "group-reminder",
        "pickup-day",
        "low-credit",
        "vote-news",
      ],
    }).notNull(),
    wanted: integer("wanted", { mode: "boolean" }).notNull(),
    channel: text("channel", { enum: ["page", "api", "letter"] }).notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.holder, table.notice] })],
);

/** How far a letter about a cycle has gone out. */
export const cycleNotice = sqliteTable(
  "cycle_notice",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    notice: text("notice", { enum: ["week-opens", "closing-soon", "pickup-day"] }).notNull(),
    reached: text("reached").notNull(),
    at: instant("at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.notice] })],
);
