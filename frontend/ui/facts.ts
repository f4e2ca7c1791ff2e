import type { Cents } from "#domain/kernel/money.ts";
import type { Packaging } from "./drawings/species.ts";
import type { SaleUnit } from "#frontend/texts/format.ts";

/** Whose page it is: decides its colour. Olive shop, wine vote, water round, saffron accounts. */
export type Side = "shop" | "vote" | "round" | "accounts";

/** What one price buys, in the word people use at the stall. */
export type SoldBy = Packaging | "kg" | "piece" | "loaf" | "bunch";

/** A price, and the price per kilo or litre that the law wants beside it. */
export interface PriceFacts {
  readonly cents: Cents;
  readonly soldBy: SoldBy;
  /** Absent when the price itself is by weight. */
  readonly perUnit?: { readonly cents: Cents; readonly unit: SaleUnit };
}
