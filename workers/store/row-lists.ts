import type { Row } from "#ports/database.ts";
import { type Cells, text } from "./cells.ts";

/**
 * Wide rows travel as JSON lists. The client makes an object of each row and two properties of
 * each of its cells, which costs several times what reading them does; a list costs one cell.
 */

/** These columns as one: a list in the same order. */
export function asList(columns: string): string {
  return `json_array(${columns})`;
}

/** These columns of all rows, in an order, as one cell: a list of lists. */
export function asLists(columns: string, order: string): string {
  return `json_group_array(json_array(${columns}) ORDER BY ${order})`;
}

/** The same where no order is asked for: sorting costs as much again as making the lists. */
export function asAnyLists(columns: string): string {
  return `json_group_array(json_array(${columns}))`;
}

/** Reads rows whose first cell is `asList`. */
export function readLists<T>(rows: readonly Row[], read: (cells: Cells) => T): T[] {
  const lists = JSON.parse(`[${rows.map((row) => text(row, 0)).join(",")}]`) as Cells[];
  return lists.map(read);
}

/** Reads a cell that is `asLists`. */
export function listsAt<T>(row: Row, at: number, read: (cells: Cells) => T): T[] {
  return (JSON.parse(text(row, at)) as Cells[]).map(read);
}

/** Reads a cell of a list that is a list itself: its column is `json(…)`. */
export function listAt<T>(cells: Cells, at: number): readonly T[] {
  return cells[at] as readonly T[];
}
