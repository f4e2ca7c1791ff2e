import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns.ts";

/** One thing that the network says of itself, as it was changed. */
export const networkChange = sqliteTable("network_change", {
  number: integer("number").primaryKey(),
  field: text("field", {
    enum: [
      "name",
      "contact_email",
      "legal_name",
      "tax_code",
      "seat",
      "vat_number",
      "rea_number",
      "coop_register_number",
      "certified_email",
      "phone",
      "iban",
    ],
  }).notNull(),
  saidBefore: text("said_before"),
  saysNow: text("says_now"),
  changedAt: instant("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
});
