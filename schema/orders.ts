import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  BasketId,
  CycleId,
  EnterpriseId,
  HouseholdId,
  LineId,
  OfferId,
  OrderId,
  PersonId,
  SlotId,
} from "#domain/kernel/ids.ts";
import { basisPoints, cents, digest, grams, idOf, instant, milli } from "./columns.ts";

/** What somebody is about to order; known by the digest of its token. */
export const basket = sqliteTable("basket", {
  id: idOf<BasketId>("id").primaryKey(),
  tokenDigest: digest("token_digest").notNull(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  householdId: idOf<HouseholdId>("household_id"),
  createdAt: instant("created_at").notNull(),
  changedAt: instant("changed_at").notNull(),
  personId: idOf<PersonId>("person_id"),
});

/** An offer in a basket, with what the buyer would take beyond it. */
export const basketLine = sqliteTable(
  "basket_line",
  {
    basketId: idOf<BasketId>("basket_id").notNull(),
    offerId: idOf<OfferId>("offer_id").notNull(),
    wantedMilli: milli("wanted_milli").notNull(),
    toleranceMilli: milli("tolerance_milli").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.basketId, table.offerId] })],
);

/** An order that still has to be paid: its stock is held until `expiresAt`. */
export const checkout = sqliteTable("checkout", {
  id: text("id").primaryKey(),
  actor: text("actor").notNull(),
  key: text("key").notNull(),
  requestHash: digest("request_hash").notNull(),
  orderId: idOf<OrderId>("order_id").notNull(),
  amountCents: cents("amount_cents").notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  holdId: text("hold_id"),
  endedAt: instant("ended_at"),
});

/** An order with the rates it was placed at; its totals are kept by triggers. */
export const customerOrder = sqliteTable("customer_order", {
  id: idOf<OrderId>("id").primaryKey(),
  code: text("code").notNull(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  householdId: idOf<HouseholdId>("household_id"),
  linkDigest: digest("link_digest"),
  place: text("place").notNull(),
  slotId: idOf<SlotId>("slot_id"),
  payment: text("payment", { enum: ["wallet", "card", "at-pickup"] }).notNull(),
  deliveryFeeCents: cents("delivery_fee_cents").notNull(),
  cardHoldBasisPoints: basisPoints("card_hold_basis_points").notNull(),
  networkFeeBasisPoints: basisPoints("network_fee_basis_points").notNull(),
  rules: text("rules").notNull(),
  holdId: text("hold_id"),
  holdRef: text("hold_ref"),
  holdCents: cents("hold_cents")
    .notNull()
    .default(sql`0`),
  placedAt: instant("placed_at").notNull(),
  placedBy: text("placed_by").notNull(),
  language: text("language", { enum: ["it", "en"] })
    .notNull()
    .default("it"),
  version: integer("version").notNull().default(0),
  lines: integer("lines").notNull().default(0),
  goodsEstimatedCents: cents("goods_estimated_cents")
    .notNull()
    .default(sql`0`),
  goodsHoldCents: cents("goods_hold_cents")
    .notNull()
    .default(sql`0`),
  goodsFinalCents: cents("goods_final_cents")
    .notNull()
    .default(sql`0`),
  depositsCents: cents("deposits_cents")
    .notNull()
    .default(sql`0`),
  refundedCents: cents("refunded_cents")
    .notNull()
    .default(sql`0`),
  cancelledAt: instant("cancelled_at"),
  handedOutAt: instant("handed_out_at"),
  settledAt: instant("settled_at"),
  finalFeeCents: cents("final_fee_cents"),
  finalTotalCents: cents("final_total_cents"),
  capturedCents: cents("captured_cents"),
  personId: idOf<PersonId>("person_id"),
});

/** Who a guest is and where a home order goes: personal, erasable. */
export const orderContact = sqliteTable("order_contact", {
  orderId: idOf<OrderId>("order_id").primaryKey(),
  name: text("name").notNull(),
  email: text("email"),
  phone: text("phone"),
  street: text("street"),
  postcode: text("postcode"),
  town: text("town"),
  note: text("note").notNull().default(""),
});

// An event says the status that it leaves behind: the line it is projected on checks it.
const lineStatuses = [
  "new",
  "ordered",
  "withdrawn",
  "allocated",
  "cut_by_box",
  "partly_cut_by_box",
  "cancelled_minimum",
  "not_delivered",
  "short_delivered",
  "delivered",
] as const;

/** The one current state of a line, projected from its events. */
export const orderLine = sqliteTable("order_line", {
  id: idOf<LineId>("id").primaryKey(),
  orderId: idOf<OrderId>("order_id").notNull(),
  cycleId: idOf<CycleId>("cycle_id").notNull(),
  offerId: idOf<OfferId>("offer_id").notNull(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  seq: integer("seq").notNull(),
  version: integer("version").notNull().default(0),
  status: text("status", { enum: lineStatuses }).notNull().default("new"),
  wantedMilli: milli("wanted_milli")
    .notNull()
    .default(sql`0`),
  toleranceMilli: milli("tolerance_milli")
    .notNull()
    .default(sql`0`),
  allocatedMilli: milli("allocated_milli"),
  lostMilli: milli("lost_milli")
    .notNull()
    .default(sql`0`),
  deliveredMilli: milli("delivered_milli"),
  actualGrams: grams("actual_grams"),
  estimatedCents: cents("estimated_cents")
    .notNull()
    .default(sql`0`),
  holdCents: cents("hold_cents")
    .notNull()
    .default(sql`0`),
  finalCents: cents("final_cents"),
  depositCents: cents("deposit_cents")
    .notNull()
    .default(sql`0`),
  loadGrams: grams("load_grams")
    .notNull()
    .default(sql`0`),
  refundedCents: cents("refunded_cents")
    .notNull()
    .default(sql`0`),
});

/** Every change of a line, append-only, with the whole state it leaves behind. */
export const lineEvent = sqliteTable(
  "line_event",
  {
    lineId: idOf<LineId>("line_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind", {
      enum: [
        "wanted",
        "withdrawn",
        "allocated",
        "unallocated",
        "short",
        "weighed",
        "delivered",
        "refunded",
      ],
    }).notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    reason: text("reason").notNull().default(""),
    status: text("status", { enum: lineStatuses }).notNull(),
    wantedMilli: milli("wanted_milli").notNull(),
    toleranceMilli: milli("tolerance_milli").notNull(),
    allocatedMilli: milli("allocated_milli"),
    lostMilli: milli("lost_milli").notNull(),
    deliveredMilli: milli("delivered_milli"),
    actualGrams: grams("actual_grams"),
    estimatedCents: cents("estimated_cents").notNull(),
    holdCents: cents("hold_cents").notNull(),
    finalCents: cents("final_cents"),
    depositCents: cents("deposit_cents").notNull(),
    loadGrams: grams("load_grams").notNull(),
    refundedCents: cents("refunded_cents")
      .notNull()
      .default(sql`0`),
  },
  (table) => [primaryKey({ columns: [table.lineId, table.number] })],
);
