import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CycleId,
  EnterpriseId,
  OrderId,
  PersonId,
  PlanProblemId,
} from "#domain/kernel/ids.ts";
import { idOf, instant } from "./columns.ts";

/** What the planner is asked about a cycle; each further question has the next number. */
export const planProblem = sqliteTable("plan_problem", {
  id: idOf<PlanProblemId>("id").primaryKey(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  number: integer("number").notNull(),
  problem: text("problem").notNull(),
  fromProblem: idOf<PlanProblemId>("from_problem"),
  fromVersion: integer("from_version"),
  state: text("state", { enum: ["waiting", "solving", "solved", "set-aside"] })
    .notNull()
    .default("waiting"),
  reason: text("reason", {
    enum: ["superseded", "invalid", "failed", "check-failed", "gave-up"],
  }),
  reasonWords: text("reason_words"),
  tries: integer("tries").notNull().default(0),
  thousandths: integer("thousandths").notNull().default(0),
  dropped: integer("dropped").notNull().default(0),
  dueAt: instant("due_at").notNull(),
  madeAt: instant("made_at").notNull(),
  madeBy: text("made_by").notNull(),
});

/** Where the problem's places are; forgotten after a while, for some are homes. */
export const planPlace = sqliteTable(
  "plan_place",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    place: integer("place").notNull(),
    latMicrodegrees: integer("lat_microdegrees").notNull(),
    lonMicrodegrees: integer("lon_microdegrees").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.place] })],
);

/** Who drives a vehicle of the problem. */
export const planVehicle = sqliteTable(
  "plan_vehicle",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    vehicle: integer("vehicle").notNull(),
    name: text("name").notNull(),
    enterpriseId: idOf<EnterpriseId>("enterprise_id"),
    personId: idOf<PersonId>("person_id"),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.vehicle] })],
);

/** Which errand is of which order, by one of its stops: "job:7". */
export const planErrand = sqliteTable(
  "plan_errand",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    stop: text("stop").notNull(),
    orderId: idOf<OrderId>("order_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.stop] })],
);

/** An errand that was called off after the problem was made. */
export const planDrop = sqliteTable(
  "plan_drop",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    stop: text("stop").notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.stop] })],
);

/** Seconds and metres between the problem's places, as JSON, and who said so. */
export const planMatrix = sqliteTable(
  "plan_matrix",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    profile: text("profile").notNull(),
    matrix: text("matrix").notNull(),
    quality: text("quality", { enum: ["streets", "mixed", "estimated"] }).notNull(),
    sources: text("sources").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.profile] })],
);

/** A plan that passed the check. */
export const planVersion = sqliteTable(
  "plan_version",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    number: integer("number").notNull(),
    plan: text("plan").notNull(),
    dropped: integer("dropped").notNull(),
    prioritySum: integer("priority_sum").notNull(),
    unserved: integer("unserved").notNull(),
    costMilli: integer("cost_milli").notNull(),
    source: text("source", { enum: ["planner", "browser", "hand"] }).notNull(),
    seed: integer("seed"),
    rounds: integer("rounds"),
    checkedAt: instant("checked_at").notNull(),
    savedAt: instant("saved_at").notNull(),
    madeBy: text("made_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.number] })],
);

/** That whoever drives a route has read this version of it. */
export const planAcknowledgement = sqliteTable(
  "plan_acknowledgement",
  {
    problemId: idOf<PlanProblemId>("problem_id").notNull(),
    version: integer("version").notNull(),
    vehicle: integer("vehicle").notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.version, table.vehicle] })],
);

/** What a service of roads said once of the way between two places; -1 where none leads. */
export const roadCell = sqliteTable(
  "road_cell",
  {
    profile: text("profile").notNull(),
    source: text("source").notNull(),
    fromPlace: text("from_place").notNull(),
    toPlace: text("to_place").notNull(),
    seconds: integer("seconds").notNull(),
    metres: integer("metres").notNull(),
    knownAt: instant("known_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.profile, table.source, table.fromPlace, table.toPlace] }),
  ],
);
