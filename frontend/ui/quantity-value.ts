import type { Milli } from "#domain/kernel/quantity.ts";
import { milli } from "#domain/kernel/quantity.ts";

/** As an HTML number: 1500 is `1.5`. */
export function quantityToForm(quantity: Milli): string {
  return String(quantity / 1000);
}

/**
 * Reads what a person typed: `1,5` and `1.5` are 1500, at most three decimals.
 * `null` when it is no quantity; whether it fits the product is the domain's to say.
 */
export function quantityFromForm(text: string): Milli | null {
  const parts = /^\s*(\d{1,7})(?:[.,](\d{1,3}))?\s*$/.exec(text);
  if (parts === null) return null;
  return milli(Number(parts[1]) * 1000 + Number((parts[2] ?? "").padEnd(3, "0")));
}
