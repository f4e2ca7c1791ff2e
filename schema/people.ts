import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CertificationId,
  EnterpriseId,
  GrantId,
  GroupId,
  HouseholdId,
  PickupPointId,
  SlotId,
} from "#domain/kernel/ids.ts";
import { cents, day, idOf, instant } from "./columns.ts";

/** A producer, hub or courier co-op; places on the map in millionths of a degree. */
export const enterprise = sqliteTable("enterprise", {
  id: idOf<EnterpriseId>("id").primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").notNull(),
  vatNumber: text("vat_number"),
  email: text("email"),
  town: text("town").notNull(),
  land: text("land", { enum: ["pianura", "collina", "monte", "lago", "citta"] }).notNull(),
  story: text("story").notNull().default(""),
  latMicrodegrees: integer("lat_microdegrees"),
  lonMicrodegrees: integer("lon_microdegrees"),
  leadDays: integer("lead_days").notNull(),
  saleMode: text("sale_mode", { enum: ["agency", "resale"] }).notNull(),
  createdAt: instant("created_at").notNull(),
});

/** What an enterprise is in this network; it may be several things. */
export const enterpriseRole = sqliteTable(
  "enterprise_role",
  {
    enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
    role: text("role", { enum: ["producer", "hub", "courier"] }).notNull(),
    since: instant("since").notNull(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.role] })],
);

/** What an enterprise opens to another one, until it is revoked. */
export const enterpriseGrant = sqliteTable("enterprise_grant", {
  id: idOf<GrantId>("id").primaryKey(),
  ownerId: idOf<EnterpriseId>("owner_id").notNull(),
  holderId: idOf<EnterpriseId>("holder_id").notNull(),
  kind: text("kind", {
    enum: [
      "list-in-cycles",
      "manage-products",
      "manage-stock",
      "see-orders",
      "see-statements",
      "transport",
      "see-contacts",
    ],
  }).notNull(),
  givenAt: instant("given_at").notNull(),
  givenBy: text("given_by").notNull(),
  revokedAt: instant("revoked_at"),
  revokedBy: text("revoked_by"),
});

/** A certificate with its own end: after `expiresOn` it is shown no more. */
export const certification = sqliteTable("certification", {
  id: idOf<CertificationId>("id").primaryKey(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  scheme: text("scheme", {
    enum: ["bio-eu", "pgs", "integrata", "coop-sociale", "dop", "igp"],
  }).notNull(),
  body: text("body").notNull(),
  number: text("number").notNull(),
  documentUrl: text("document_url"),
  issuedOn: day("issued_on").notNull(),
  expiresOn: day("expires_on").notNull(),
  withdrawnAt: instant("withdrawn_at"),
});

/** Where crates are handed out; `capacityOrders` null means no limit. */
export const pickupPoint = sqliteTable("pickup_point", {
  id: idOf<PickupPointId>("id").primaryKey(),
  name: text("name").notNull(),
  street: text("street").notNull(),
  latMicrodegrees: integer("lat_microdegrees").notNull(),
  lonMicrodegrees: integer("lon_microdegrees").notNull(),
  capacityOrders: integer("capacity_orders"),
  closedAt: instant("closed_at"),
});

/** When crates change hands; `pickupPointId` null means at home. Minutes of the Rome day. */
export const slot = sqliteTable("slot", {
  id: idOf<SlotId>("id").primaryKey(),
  pickupPointId: idOf<PickupPointId>("pickup_point_id"),
  fromMinute: integer("from_minute").notNull(),
  toMinute: integer("to_minute").notNull(),
});

/** A solidarity purchasing group (GAS) with the point where it meets. */
export const buyingGroup = sqliteTable("buying_group", {
  id: idOf<GroupId>("id").primaryKey(),
  name: text("name").notNull(),
  pickupPointId: idOf<PickupPointId>("pickup_point_id").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** A buyer without its personal data, which may be erased. */
export const household = sqliteTable("household", {
  id: idOf<HouseholdId>("id").primaryKey(),
  groupId: idOf<GroupId>("group_id"),
  coordinatesGroup: integer("coordinates_group", { mode: "boolean" }).notNull().default(false),
  lowCreditCents: cents("low_credit_cents").notNull(),
  createdAt: instant("created_at").notNull(),
  erasedAt: instant("erased_at"),
});

/** Personal data of a household: the row that erasure deletes. */
export const householdProfile = sqliteTable("household_profile", {
  householdId: idOf<HouseholdId>("household_id").primaryKey(),
  name: text("name").notNull(),
  email: text("email"),
  phone: text("phone"),
  street: text("street").notNull(),
  postcode: text("postcode").notNull(),
  town: text("town").notNull(),
  latMicrodegrees: integer("lat_microdegrees"),
  lonMicrodegrees: integer("lon_microdegrees"),
});
