import { type Digest, digestOf } from "#domain/kernel/digest.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { bookDigests, type ExportedBook } from "#domain/membership/exported-book.ts";
import { type RegisterLine, registerPage } from "./member-lists.ts";
import { type RegisterView, viewLine } from "./member-views.ts";
import { type Loader, mapped } from "./statement.ts";

/** The book as one document, each line and the whole with its digest (docs/members.md). */
export interface BookDocument extends ExportedBook {
  readonly members: readonly (RegisterView & { readonly digest: Digest })[];
}

/** The most members that one document holds. */
const MOST_EXPORTED = 20_000;

/** Everybody who ever was in the book, as far as one document goes. */
export function wholeRegister(today: CivilDate): Loader<readonly RegisterLine[]> {
  return mapped(registerPage({ after: null, limit: MOST_EXPORTED }, today), ({ items }) => items);
}

/** The book as it stands at a moment, with its digests. */
export function bookDocument(lines: readonly RegisterLine[], madeAt: Instant): BookDocument {
  const members = lines.map((line) => {
    const view = viewLine(line);
    return { ...view, digest: digestOf(view) };
  });
  return { kind: "members-book", madeAt, members, ...bookDigests(members, madeAt) };
}
