import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EnterpriseId, ProductId } from "#domain/kernel/ids.ts";
import { digest, idOf, instant } from "./columns.ts";

/** A photo whose bytes are in the bucket under their digest. */
export const photo = sqliteTable("photo", {
  digest: digest("digest").primaryKey(),
  kind: text("kind", { enum: ["jpeg", "webp"] }).notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  bytes: integer("bytes").notNull(),
  storedAt: instant("stored_at").notNull(),
  droppedAt: instant("dropped_at"),
});

/** What a product looks like, with words for who cannot see it. */
export const productPhoto = sqliteTable("product_photo", {
  productId: idOf<ProductId>("product_id").primaryKey(),
  digest: digest("digest").notNull(),
  alt: text("alt").notNull(),
  setAt: instant("set_at").notNull(),
  setBy: text("set_by").notNull(),
});

/** What an enterprise looks like. */
export const enterprisePhoto = sqliteTable("enterprise_photo", {
  enterpriseId: idOf<EnterpriseId>("enterprise_id").primaryKey(),
  digest: digest("digest").notNull(),
  alt: text("alt").notNull(),
  setAt: instant("set_at").notNull(),
  setBy: text("set_by").notNull(),
});
