import type { Cents } from "#domain/kernel/money.ts";
import { movementWords } from "#frontend/member/movement-words.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { ShownMovement } from "./read-own-wallet.ts";

/**
 * A statement as a file that opens in a spreadsheet: fields parted by semicolons, decimals by a
 * comma, lines as RFC 4180 ends them; the mark in front says that it is UTF-8.
 */
export function movementsSheet(t: Texts, movements: readonly ShownMovement[]): string {
  const rows = movements.map((movement) => [
    movement.day,
    movementWords(t, movement),
    movement.note ?? "",
    decimal(movement.amountCents),
    decimal(movement.heldCents),
    decimal(movement.balanceCents),
  ]);
  const lines = [t.member.wallet.columns, ...rows].map((row) => row.map(field).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** What a spreadsheet would take for a formula is told to be a text. */
function field(value: string): string {
  const isFormula = /^[=+@\t\r]|^-(?!\d+,\d\d$)/.test(value);
  const text = isFormula ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function decimal(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
