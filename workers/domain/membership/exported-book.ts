import { type Canonical, digestOf, digestOfText, type Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { BookVerdict } from "./verify-entries.ts";

/** The members' book as one document, as far as whoever checks it must know it. */
export interface ExportedBook {
  readonly kind: "members-book";
  readonly madeAt: Instant;
  /** Every line is said by its own digest. */
  readonly members: readonly { readonly digest: Digest }[];
  /** Over the lines: two copies of the same book have the same. */
  readonly digest: Digest;
  /** Over what the document says besides: when it was made, and of which book. */
  readonly documentDigest: Digest;
}

/** The digests of a document over lines that have theirs. */
export function bookDigests(
  members: readonly { readonly digest: Digest }[],
  madeAt: Instant,
): Pick<ExportedBook, "digest" | "documentDigest"> {
  const digest = digestOfText(members.map((line) => line.digest).join(""));
  return { digest, documentDigest: digestOf({ kind: "members-book", madeAt, digest }) };
}

/** A line of a document that is to be checked: whatever it says, with its number and digest. */
export type CheckedLine = Readonly<Record<string, Canonical>> & {
  readonly bookNo: number;
  readonly digest: Digest;
};

/**
 * Checks a document of the book: every line says what its digest says and has its number, and the
 * digests of book and document are those of what they hold.
 */
export function verifyBook(
  book: Omit<ExportedBook, "members"> & { readonly members: readonly CheckedLine[] },
): BookVerdict {
  const { members, madeAt } = book;
  for (const [index, { digest, ...says }] of members.entries()) {
    const entry = `line ${index + 1}`;
    if (digestOf(says) !== digest) {
      return { ok: false, entry, fault: "does not say what its digest says" };
    }
    if (says["bookNo"] !== index + 1) {
      return { ok: false, entry, fault: `has number ${String(says["bookNo"])} in the book` };
    }
  }
  const { digest, documentDigest } = bookDigests(members, madeAt);
  const fault = "is not that of what it holds";
  if (book.digest !== digest) return { ok: false, entry: "digest", fault };
  if (book.documentDigest !== documentDigest) {
    return { ok: false, entry: "documentDigest", fault };
  }
  return { ok: true, checked: { members: members.length } };
}
