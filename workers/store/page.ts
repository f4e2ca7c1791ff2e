import { invariant } from "#domain/kernel/invariant.ts";
import { type Loader, mapped } from "./statement.ts";

/** Which part of a list is asked for: what comes after a cursor, and how much of it. */
export interface PageAsked {
  /** The `next` of the page before; null for the first. */
  readonly after: string | null;
  readonly limit: number;
}

/** A part of a list, and where the next one begins; null when this is the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The values of a list's statement: it reads one row too many, to know whether more follows. */
export function pageValues({ after, limit }: PageAsked) {
  return { after: after ?? "", limit: limit + 1 };
}

/** Makes a page of the rows of a statement that was given `pageValues`. */
export function paged<T>(
  loader: Loader<readonly T[]>,
  asked: PageAsked,
  cursorOf: (item: T) => string,
): Loader<Page<T>> {
  return mapped(loader, (items) => pageOfItems(items, asked, cursorOf));
}

/** Makes a page of what was read, of which one item too many says that more follows. */
export function pageOfItems<T>(
  read: readonly T[],
  { limit }: PageAsked,
  cursorOf: (item: T) => string,
): Page<T> {
  const items = read.slice(0, limit);
  if (read.length <= limit) return { items, next: null };
  const last = items.at(-1);
  invariant(last !== undefined, "a page has at least one item");
  return { items, next: cursorOf(last) };
}
