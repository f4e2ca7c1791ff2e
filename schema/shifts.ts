import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CycleId,
  EnterpriseId,
  OrderId,
  PersonId,
  ShiftId,
  SlotId,
  VehicleId,
} from "#domain/kernel/ids.ts";
import { cents, idOf, instant } from "./columns.ts";

/** What crates are carried with, and what it costs. */
export const vehicle = sqliteTable("vehicle", {
  id: idOf<VehicleId>("id").primaryKey(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  profile: text("profile", { enum: ["bike", "van"] }).notNull(),
  capacityGrams: integer("capacity_grams").notNull(),
  capacityMillilitres: integer("capacity_millilitres").notNull(),
  capacityCrates: integer("capacity_crates").notNull(),
  coldCrates: integer("cold_crates").notNull(),
  rangeMetres: integer("range_metres"),
  roundCents: cents("round_cents").notNull(),
  hourCents: cents("hour_cents").notNull(),
  kmCents: cents("km_cents").notNull(),
  madeAt: instant("made_at").notNull(),
  retiredAt: instant("retired_at"),
});

/** A courier with a vehicle, for one cycle; it is cancelled, never moved. */
export const courierShift = sqliteTable("courier_shift", {
  id: idOf<ShiftId>("id").primaryKey(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  vehicleId: idOf<VehicleId>("vehicle_id").notNull(),
  personId: idOf<PersonId>("person_id"),
  task: text("task", { enum: ["collect", "deliver"] }).notNull(),
  fromAt: instant("from_at").notNull(),
  toAt: instant("to_at").notNull(),
  madeAt: instant("made_at").notNull(),
  madeBy: text("made_by").notNull(),
  cancelledAt: instant("cancelled_at"),
});

/** How many orders of a cycle a slot takes; any number without a row. */
export const slotCapacity = sqliteTable("slot_capacity", {
  slotId: idOf<SlotId>("slot_id").primaryKey(),
  orders: integer("orders").notNull(),
  setAt: instant("set_at").notNull(),
  setBy: text("set_by").notNull(),
});

/** How many it has, kept by triggers. */
export const slotTotal = sqliteTable(
  "slot_total",
  {
    cycleId: idOf<CycleId>("cycle_id").notNull(),
    slotId: idOf<SlotId>("slot_id").notNull(),
    orders: integer("orders").notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.slotId] })],
);

/** How a hub works on delivery day; minutes of the Rome day. */
export const hubTerms = sqliteTable("hub_terms", {
  hubId: idOf<EnterpriseId>("hub_id").primaryKey(),
  sortFromMinute: integer("sort_from_minute").notNull(),
  sortToMinute: integer("sort_to_minute").notNull(),
  reloadMinutes: integer("reload_minutes").notNull(),
  homeMinutes: integer("home_minutes").notNull(),
  coldRideMinutes: integer("cold_ride_minutes").notNull(),
  setAt: instant("set_at").notNull(),
  setBy: text("set_by").notNull(),
});

/** When a producer's goods are fetched, or that it brings them. */
export const collectionTerms = sqliteTable("collection_terms", {
  enterpriseId: idOf<EnterpriseId>("enterprise_id").primaryKey(),
  brings: integer("brings", { mode: "boolean" }).notNull(),
  fromMinute: integer("from_minute").notNull(),
  toMinute: integer("to_minute").notNull(),
  setAt: instant("set_at").notNull(),
  setBy: text("set_by").notNull(),
});

/** Where an order goes that no household's place tells: personal, gone with the address. */
export const orderDoor = sqliteTable("order_door", {
  orderId: idOf<OrderId>("order_id").primaryKey(),
  latMicrodegrees: integer("lat_microdegrees").notNull(),
  lonMicrodegrees: integer("lon_microdegrees").notNull(),
  setAt: instant("set_at").notNull(),
  setBy: text("set_by").notNull(),
});
