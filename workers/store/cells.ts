import { type Instant, instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Row } from "#ports/database.ts";

/** Reads the cells of a row by position. A cell of another type is a bug in the statement. */

export function text(row: Row, at: number): string {
  const cell = row[at];
  invariant(typeof cell === "string", `cell ${at} is text`);
  return cell;
}

export function integer(row: Row, at: number): number {
  const cell = row[at];
  invariant(typeof cell === "number", `cell ${at} is an integer`);
  return cell;
}

export function textOrNull(row: Row, at: number): string | null {
  return row[at] === null ? null : text(row, at);
}

export function integerOrNull(row: Row, at: number): number | null {
  return row[at] === null ? null : integer(row, at);
}

export function instantAt(row: Row, at: number): Instant {
  return instant(integer(row, at));
}

export function instantOrNull(row: Row, at: number): Instant | null {
  return row[at] === null ? null : instantAt(row, at);
}
