import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CycleId } from "#domain/kernel/ids.ts";
import type { Month } from "#domain/network/month.ts";
import { cents, idOf } from "./columns.ts";

/** What a settled cycle came to, written once. */
export const cycleFigure = sqliteTable("cycle_figure", {
  cycleId: idOf<CycleId>("cycle_id").primaryKey(),
  month: text("month").$type<Month>().notNull(),
  buyers: integer("buyers").notNull(),
  newBuyers: integer("new_buyers").notNull(),
  newPoints: integer("new_points").notNull(),
  orders: integer("orders").notNull(),
  homeOrders: integer("home_orders").notNull(),
  goodsCents: cents("goods_cents").notNull(),
  toProducersCents: cents("to_producers_cents").notNull(),
  networkFeeCents: cents("network_fee_cents").notNull(),
  vatCents: cents("vat_cents").notNull(),
  deliveryCents: cents("delivery_cents").notNull(),
  depositsCents: cents("deposits_cents").notNull(),
});

/** What producers sold in a month; enterprise '' are those who do not stand alone. */
export const producerFigure = sqliteTable(
  "producer_figure",
  {
    month: text("month").$type<Month>().notNull(),
    enterpriseId: text("enterprise_id").notNull(),
    goodsCents: cents("goods_cents").notNull(),
    toProducersCents: cents("to_producers_cents").notNull(),
    networkFeeCents: cents("network_fee_cents").notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.enterpriseId] })],
);
