import type { Cents } from "#domain/kernel/money.ts";

/** An amount as Italians write it: 1234567 is "12.345,67 €". The domain has no Intl. */
export function euros(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ".");
  const sign = amount < 0 ? "−" : "";
  return `${sign}${whole},${digits.slice(-2)} €`;
}
