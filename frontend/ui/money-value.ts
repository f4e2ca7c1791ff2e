import { type Cents, cents } from "#domain/kernel/money.ts";

/** As a person writes it in a box: 310 is `3,10`. */
export function moneyToForm(amount: Cents): string {
  const digits = String(amount).padStart(3, "0");
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** Reads what a person typed: `3,10`, `3.10` and `3,1` are 310; `null` when it is no sum. */
export function moneyFromForm(text: string): Cents | null {
  const parts = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:€\s*)?$/.exec(text);
  if (parts === null) return null;
  return cents(Number(`${parts[1]}${(parts[2] ?? "").padEnd(2, "0")}`));
}
