import { digestOf, digestOfText, type Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";

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
