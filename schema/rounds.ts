import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FAILURES } from "#domain/delivery/rounds/round-event.ts";
import type { CycleId, PlanProblemId, ShiftId } from "#domain/kernel/ids.ts";
import { cents, idOf, instant } from "./columns.ts";

/** What a kilometre of a kind of vehicle emits: the last figure counts, all stay. */
export const emissionFactor = sqliteTable(
  "emission_factor",
  {
    vehicleKind: text("vehicle_kind").notNull(),
    number: integer("number").notNull(),
    milligramsPerKm: integer("milligrams_per_km").notNull(),
    source: text("source").notNull(),
    year: integer("year").notNull(),
    notedAt: instant("noted_at").notNull(),
    notedBy: text("noted_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.vehicleKind, table.number] })],
);

/** What the numbers of a problem stand for, as JSON of identifiers. */
export const roundLegend = sqliteTable("round_legend", {
  problemId: idOf<PlanProblemId>("problem_id").primaryKey(),
  legend: text("legend").notNull(),
});

/** What happened on the day, as it was told. */
export const roundEvent = sqliteTable(
  "round_event",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind", { enum: ["done", "failed", "loaded", "late", "out"] }).notNull(),
    shiftId: idOf<ShiftId>("shift_id").notNull(),
    subject: text("subject"),
    minutes: integer("minutes"),
    reason: text("reason", { enum: FAILURES }),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.number] })],
);

/** What a version of the rounds comes to, as JSON. */
export const roundFigure = sqliteTable(
  "round_figure",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    version: integer("version").notNull(),
    figures: text("figures").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.version] })],
);

/** What each order, or each producer, has of it; the parts add up to the whole. */
export const roundShare = sqliteTable(
  "round_share",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind", { enum: ["order", "producer"] }).notNull(),
    subject: text("subject").notNull(),
    aloneCents: cents("alone_cents").notNull(),
    shareCents: cents("share_cents").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.version, table.kind, table.subject] })],
);
