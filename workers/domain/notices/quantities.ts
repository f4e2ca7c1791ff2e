import type { Milli } from "#domain/kernel/quantity.ts";

/** A quantity as Italians write it: 1500 in "kg" is "1,5 kg". */
export function amountOf(quantity: Milli, unit: string): string {
  const whole = Math.floor(quantity / 1000);
  const part = String(quantity % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${whole}${part === "" ? "" : `,${part}`} ${unit}`;
}
