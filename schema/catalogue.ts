import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EnterpriseId, PoolId, ProductId, VariantId } from "#domain/kernel/ids.ts";
import { basisPoints, cents, grams, idOf, instant, milli } from "./columns.ts";

/** The tree of shelves; `id` is its readable slug. */
export const category = sqliteTable("category", {
  id: text("id").primaryKey(),
  parentId: text("parent_id"),
  name: text("name").notNull(),
  position: integer("position").notNull(),
});

/** What is made; `allergens` is a JSON array of codes. */
export const product = sqliteTable("product", {
  id: idOf<ProductId>("id").primaryKey(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  maker: text("maker"),
  name: text("name").notNull(),
  slug: text("slug").notNull(),
  description: text("description").notNull().default(""),
  categoryId: text("category_id").notNull(),
  origin: text("origin").notNull().default(""),
  ingredients: text("ingredients").notNull().default(""),
  allergens: text("allergens").notNull().default("[]"),
  species: text("species").notNull().default(""),
  variety: text("variety").notNull().default(""),
  packaging: text("packaging").notNull().default(""),
  /** In which months it is in season, as bits from January on; 0 where it has none. */
  seasonMonths: integer("season_months").notNull().default(0),
  createdAt: instant("created_at").notNull(),
  withdrawnAt: instant("withdrawn_at"),
});

/** What a producer has, and how much of it is held; the schema keeps `reservedMilli`. */
export const stockPool = sqliteTable("stock_pool", {
  id: idOf<PoolId>("id").primaryKey(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  name: text("name").notNull(),
  onHandMilli: milli("on_hand_milli").notNull(),
  reservedMilli: milli("reserved_milli")
    .notNull()
    .default(sql`0`),
});

/** How much of a pool one hub may hold; without a row there is no limit. */
export const stockQuota = sqliteTable(
  "stock_quota",
  {
    poolId: idOf<PoolId>("pool_id").notNull(),
    hubId: idOf<EnterpriseId>("hub_id").notNull(),
    quotaMilli: milli("quota_milli").notNull(),
    reservedMilli: milli("reserved_milli")
      .notNull()
      .default(sql`0`),
  },
  (table) => [primaryKey({ columns: [table.poolId, table.hubId] })],
);

/** How a product is sold: the price is per unit for pieces, per kg otherwise. */
export const variant = sqliteTable("variant", {
  id: idOf<VariantId>("id").primaryKey(),
  productId: idOf<ProductId>("product_id").notNull(),
  sku: text("sku").notNull(),
  label: text("label").notNull().default(""),
  kind: text("kind", { enum: ["piece", "kg", "variable"] }).notNull(),
  priceCents: cents("price_cents").notNull(),
  vatBasisPoints: basisPoints("vat_basis_points").notNull(),
  boxUnits: integer("box_units").notNull(),
  stepMilli: milli("step_milli").notNull(),
  leastMilli: milli("least_milli").notNull(),
  nominalGrams: grams("nominal_grams"),
  netGrams: grams("net_grams"),
  netMl: integer("net_ml"),
  depositCents: cents("deposit_cents")
    .notNull()
    .default(sql`0`),
  poolId: idOf<PoolId>("pool_id"),
  poolMilliPerUnit: milli("pool_milli_per_unit")
    .notNull()
    .default(sql`1000`),
  withdrawnAt: instant("withdrawn_at"),
});

/** A variant that a hub may offer; a null price is the producer's own. */
export const listing = sqliteTable(
  "listing",
  {
    variantId: idOf<VariantId>("variant_id").notNull(),
    hubId: idOf<EnterpriseId>("hub_id").notNull(),
    priceCents: cents("price_cents"),
    since: instant("since").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [primaryKey({ columns: [table.variantId, table.hubId] })],
);

/** Who holds how much of a pool; `holder` names an order or a checkout. */
export const stockReservation = sqliteTable(
  "stock_reservation",
  {
    holder: text("holder").notNull(),
    poolId: idOf<PoolId>("pool_id").notNull(),
    hubId: idOf<EnterpriseId>("hub_id").notNull(),
    quantityMilli: milli("quantity_milli").notNull(),
    expiresAt: instant("expires_at"),
  },
  (table) => [primaryKey({ columns: [table.holder, table.poolId] })],
);

/** What a product is found by: folded words, by where they stand. */
export const searchWords = sqliteTable("search_words", {
  row: integer("row").primaryKey(),
  productId: idOf<ProductId>("product_id").notNull().unique(),
  head: text("head").notNull(),
  name: text("name").notNull(),
  seller: text("seller").notNull(),
  shelves: text("shelves").notNull(),
});

/** The three-letter pieces of every word that a product was ever found by. */
export const searchPiece = sqliteTable(
  "search_piece",
  {
    piece: text("piece").notNull(),
    word: text("word").notNull(),
  },
  (table) => [primaryKey({ columns: [table.piece, table.word] })],
);
