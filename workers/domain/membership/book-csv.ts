/** A cell of the book: text, a count, or cents, which are told in euros. */
export type BookCell = string | number | null;

/**
 * The book as a table for spreadsheets: semicolons and decimal commas, as Italian ones read them
 * (RFC 4180 otherwise). A cell that begins like a formula stands behind an apostrophe.
 */
export function bookCsv(head: readonly string[], rows: readonly (readonly BookCell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(written).join(";")}\r\n`).join("");
}

/** Cents as euros with a decimal comma. */
export function eurosCell(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

function written(cell: BookCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
