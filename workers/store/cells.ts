import { type Instant, instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";

/** Reads the cells of a row by position. A cell of another type is a bug in the statement. */

/** The values of a row: one that the client made, or a list that was asked for instead of it. */
export type Cells = ArrayLike<unknown>;

export function text(row: Cells, at: number): string {
  const cell = row[at];
  invariant(typeof cell === "string", () => `cell ${at} is text`);
  return cell;
}

export function integer(row: Cells, at: number): number {
  const cell = row[at];
  invariant(typeof cell === "number", () => `cell ${at} is an integer`);
  return cell;
}

export function textOrNull(row: Cells, at: number): string | null {
  return row[at] === null ? null : text(row, at);
}

export function integerOrNull(row: Cells, at: number): number | null {
  return row[at] === null ? null : integer(row, at);
}

export function instantAt(row: Cells, at: number): Instant {
  return instant(integer(row, at));
}

export function instantOrNull(row: Cells, at: number): Instant | null {
  return row[at] === null ? null : instantAt(row, at);
}
