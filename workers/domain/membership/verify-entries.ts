import type { Digest } from "#domain/kernel/digest.ts";
import { brokenSeal, type Seal } from "#domain/kernel/seal.ts";
import { type BookEntry, entryDigest } from "./book-entry.ts";

/** An entry as it is exported: numbered through the whole book. */
export interface ExportedEntry extends BookEntry {
  readonly id: number;
  readonly digest: Digest;
}

/** Every entry of the members' book in the order they were made, with the seals over them. */
export interface ExportedEntries {
  readonly kind: "members";
  /** The number of the last entry. */
  readonly upTo: number;
  readonly entries: readonly ExportedEntry[];
  readonly seals: readonly Seal[];
}

/** What a check came to: everything holds, or the first entry that does not. */
export type BookVerdict =
  | { readonly ok: true; readonly checked: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly entry: string; readonly fault: string };

/**
 * Checks the entries from the first to the last: each says what its digest says, is there once and
 * in its place, follows the one before it about the same membership, and gives no number of the
 * book a second time; the seals cover them.
 */
export function verifyEntries({ entries, seals, upTo }: ExportedEntries): BookVerdict {
  const last = new Map<string, number>();
  const numbers = new Set<number>();
  for (const [index, entry] of entries.entries()) {
    const fault = faultOf(entry, index + 1, { last: last.get(entry.memberId) ?? 0, numbers });
    if (fault !== null) return { ok: false, entry: `entry ${index + 1}`, fault };
    last.set(entry.memberId, entry.number);
  }
  if (entries.length < upTo) {
    return { ok: false, entry: `entry ${entries.length + 1}`, fault: "is missing" };
  }
  const broken = brokenSeal("members", seals, entries);
  if (broken !== null) return { ok: false, entry: `seal ${broken}`, fault: "does not hold" };
  return { ok: true, checked: { entries: entries.length, seals: seals.length } };
}

function faultOf(
  entry: ExportedEntry,
  place: number,
  { last, numbers }: { readonly last: number; readonly numbers: Set<number> },
): string | null {
  if (entry.id !== place) return `is missing, or stands elsewhere: ${entry.id} is in its place`;
  if (entryDigest(entry) !== entry.digest) return "does not say what its digest says";
  if (entry.number !== last + 1) return "does not follow the last one about its member";
  if ((entry.kind === "applied") !== (last === 0)) return "is about somebody who did not apply";
  if (entry.kind !== "admitted") return null;
  const { bookNo } = JSON.parse(entry.detail) as { readonly bookNo?: number };
  if (bookNo === undefined) return "gives no number in the book";
  if (numbers.has(bookNo)) return `gives number ${bookNo} a second time`;
  numbers.add(bookNo);
  return null;
}
