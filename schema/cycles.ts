import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CycleId,
  EnterpriseId,
  GroupId,
  OfferId,
  PoolId,
  ProductId,
  VariantId,
} from "#domain/kernel/ids.ts";
import { basisPoints, cents, day, grams, idOf, instant, milli } from "./columns.ts";

/** One sales cycle; state and version are projected from its events. */
export const cycle = sqliteTable("cycle", {
  id: idOf<CycleId>("id").primaryKey(),
  code: text("code").notNull(),
  hubId: idOf<EnterpriseId>("hub_id").notNull(),
  opensAt: instant("opens_at").notNull(),
  closesAt: instant("closes_at").notNull(),
  deliveryDay: day("delivery_day").notNull(),
  state: text("state", {
    enum: [
      "draft",
      "published",
      "closed",
      "completing",
      "allocated",
      "sent",
      "receiving",
      "delivered",
      "settled",
      "cancelled",
    ],
  })
    .notNull()
    .default("draft"),
  version: integer("version").notNull().default(0),
  offersVersion: integer("offers_version").notNull().default(0),
  createdAt: instant("created_at").notNull(),
  copiedFrom: idOf<CycleId>("copied_from"),
});

/** What happened to a cycle, append-only; `closesAt` when the event moves it. */
export const cycleEvent = sqliteTable(
  "cycle_event",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind", {
      enum: [
        "published",
        "rescheduled",
        "closed",
        "reopened",
        "completing",
        "allocated",
        "sent",
        "receiving",
        "delivered",
        "settled",
        "cancelled",
      ],
    }).notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    reason: text("reason").notNull().default(""),
    closesAt: instant("closes_at"),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.number] })],
);

/** The groups that share a cycle. */
export const cycleGroup = sqliteTable(
  "cycle_group",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    groupId: idOf<GroupId>("group_id").notNull(),
    joinedAt: instant("joined_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.groupId] })],
);

/** A variant as sold in one cycle: everything that sets its price is frozen here. */
export const offer = sqliteTable("offer", {
  id: idOf<OfferId>("id").primaryKey(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  variantId: idOf<VariantId>("variant_id").notNull(),
  productId: idOf<ProductId>("product_id").notNull(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  categoryId: text("category_id").notNull(),
  position: integer("position").notNull(),
  kind: text("kind", { enum: ["piece", "kg", "variable"] }).notNull(),
  priceCents: cents("price_cents").notNull(),
  vatBasisPoints: basisPoints("vat_basis_points").notNull(),
  boxUnits: integer("box_units").notNull(),
  stepMilli: milli("step_milli").notNull(),
  leastMilli: milli("least_milli").notNull(),
  nominalGrams: grams("nominal_grams"),
  netGrams: grams("net_grams"),
  netMl: integer("net_ml"),
  depositCents: cents("deposit_cents").notNull(),
  poolId: idOf<PoolId>("pool_id"),
  poolMilliPerUnit: milli("pool_milli_per_unit").notNull(),
  withdrawnAt: instant("withdrawn_at"),
});

/** What was asked of one offer, kept by triggers; the boxes by the close. */
export const offerTotal = sqliteTable("offer_total", {
  offerId: idOf<OfferId>("offer_id").primaryKey(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  lines: integer("lines").notNull().default(0),
  demandMilli: milli("demand_milli")
    .notNull()
    .default(sql`0`),
  toleranceMilli: milli("tolerance_milli")
    .notNull()
    .default(sql`0`),
  estimatedCents: cents("estimated_cents")
    .notNull()
    .default(sql`0`),
  boxes: integer("boxes"),
  orderedMilli: milli("ordered_milli"),
  deliveredMilli: milli("delivered_milli")
    .notNull()
    .default(sql`0`),
  finalCents: cents("final_cents")
    .notNull()
    .default(sql`0`),
});

/** What was wanted more of an offer while its box was completed. */
export const completionRise = sqliteTable(
  "completion_rise",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    round: integer("round").notNull(),
    offerId: idOf<OfferId>("offer_id").notNull(),
    fromMilli: milli("from_milli").notNull(),
    toMilli: milli("to_milli").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cycleId, table.round, table.offerId, table.fromMilli] }),
  ],
);

/** What was asked of one producer in a cycle, kept by triggers. */
export const producerTotal = sqliteTable(
  "producer_total",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
    lines: integer("lines").notNull().default(0),
    estimatedCents: cents("estimated_cents")
      .notNull()
      .default(sql`0`),
    finalCents: cents("final_cents")
      .notNull()
      .default(sql`0`),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.enterpriseId] })],
);

/** What goes to one place in a cycle, kept by triggers. */
export const placeTotal = sqliteTable(
  "place_total",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    place: text("place").notNull(),
    orders: integer("orders").notNull().default(0),
    lines: integer("lines").notNull().default(0),
    loadGrams: grams("load_grams")
      .notNull()
      .default(sql`0`),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.place] })],
);

/** How many offers each filter value has, counted when the offers are frozen. */
export const offerFacet = sqliteTable(
  "offer_facet",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    facet: text("facet", { enum: ["category", "producer", "scheme", "all"] }).notNull(),
    value: text("value").notNull(),
    offers: integer("offers").notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.facet, table.value] })],
);

/** Steps of a close that are done, so that it can stop anywhere and go on. */
export const cycleStep = sqliteTable(
  "cycle_step",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    round: integer("round").notNull(),
    step: text("step", { enum: ["allocate", "send", "settle-producer"] }).notNull(),
    subject: text("subject").notNull(),
    doneAt: instant("done_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.round, table.step, table.subject] })],
);

/** Facts of delivery day as they were told, append-only. */
export const deliveryFact = sqliteTable("delivery_fact", {
  id: integer("id").primaryKey(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  kind: text("kind", { enum: ["arrived", "short", "weighed", "handed-out", "returned"] }).notNull(),
  subject: text("subject").notNull(),
  quantity: integer("quantity"),
  at: instant("at").notNull(),
  actor: text("actor").notNull(),
});
