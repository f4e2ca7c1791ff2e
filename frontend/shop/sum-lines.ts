import type { Cents } from "#domain/kernel/money.ts";
import type { SumLine } from "#frontend/ui/receipt.tsx";

/** A line of a sum, left out where there is nothing to say. */
export function lineOf(label: string, amount: Cents | null, weight?: "minor"): readonly SumLine[] {
  if (amount === null || amount === 0) return [];
  return [{ label, amount, ...(weight === undefined ? {} : { weight }) }];
}
