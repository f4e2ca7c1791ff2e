import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CycleId,
  GroupId,
  GroupRequestId,
  HouseholdId,
  OrderId,
  PersonId,
  SlotId,
  StandingOrderId,
  VariantId,
} from "#domain/kernel/ids.ts";
import { basisPoints, cents, idOf, instant, milli } from "./columns.ts";

/** A household's list that becomes an order in every cycle. */
export const standingOrder = sqliteTable("standing_order", {
  id: idOf<StandingOrderId>("id").primaryKey(),
  householdId: idOf<HouseholdId>("household_id").notNull(),
  personId: idOf<PersonId>("person_id"),
  place: text("place").notNull(),
  slotId: idOf<SlotId>("slot_id"),
  payment: text("payment", { enum: ["wallet", "at-pickup"] }).notNull(),
  inPart: integer("in_part", { mode: "boolean" }).notNull(),
  priceRiseBasisPoints: basisPoints("price_rise_basis_points").notNull(),
  version: integer("version").notNull().default(1),
  activeFrom: instant("active_from").notNull(),
  pausedAt: instant("paused_at"),
  skipsNext: integer("skips_next", { mode: "boolean" })
    .notNull()
    .default(sql`0`),
  createdAt: instant("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  endedAt: instant("ended_at"),
  endedBy: text("ended_by"),
});

/** What a list wants of one size of a product. */
export const standingLine = sqliteTable(
  "standing_line",
  {
    standingId: idOf<StandingOrderId>("standing_id").notNull(),
    variantId: idOf<VariantId>("variant_id").notNull(),
    position: integer("position").notNull(),
    wantedMilli: milli("wanted_milli").notNull(),
    toleranceMilli: milli("tolerance_milli").notNull(),
    agreedCents: cents("agreed_cents").notNull(),
  },
  (table) => [primaryKey({ columns: [table.standingId, table.variantId] })],
);

/** What came of a list in a cycle. */
export const standingRun = sqliteTable(
  "standing_run",
  {
    standingId: idOf<StandingOrderId>("standing_id").notNull(),
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    at: instant("at").notNull(),
    outcome: text("outcome", { enum: ["placed", "partly", "failed", "skipped"] }).notNull(),
    orderId: idOf<OrderId>("order_id"),
    reason: text("reason"),
    lines: text("lines").notNull(),
  },
  (table) => [primaryKey({ columns: [table.standingId, table.cycleId] })],
);

/** A household that asks to come into a group. */
export const groupRequest = sqliteTable("group_request", {
  id: idOf<GroupRequestId>("id").primaryKey(),
  groupId: idOf<GroupId>("group_id").notNull(),
  householdId: idOf<HouseholdId>("household_id").notNull(),
  askedAt: instant("asked_at").notNull(),
  askedBy: text("asked_by").notNull(),
  endedAt: instant("ended_at"),
  endedBy: text("ended_by"),
  ending: text("ending", { enum: ["accepted", "declined", "withdrawn"] }),
  reason: text("reason"),
});

/** Those of a group who had not ordered in a cycle were reminded. */
export const groupReminder = sqliteTable(
  "group_reminder",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    groupId: idOf<GroupId>("group_id").notNull(),
    sentAt: instant("sent_at").notNull(),
    sentBy: text("sent_by").notNull(),
    households: integer("households").notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.groupId] })],
);
