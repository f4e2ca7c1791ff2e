import type { Digest } from "#domain/kernel/digest.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Seal } from "#domain/kernel/seal.ts";
import type { AccountType } from "./accounts.ts";
import type { WrittenPosting } from "./posting.ts";

/** A leg as the journal writes it: account code, cents (debit positive), highest balance. */
export type WrittenLeg = readonly [string, number] | readonly [string, number, number];

/** A posting as the journal shows it, with its number and digest. */
export type JournalRow = Omit<WrittenPosting, "legs"> & {
  readonly id: number;
  readonly legs: readonly WrittenLeg[];
  readonly digest: Digest;
};

/** An account with its balance (debit positive) after the journal's last row. */
export interface JournalAccount {
  readonly code: string;
  readonly type: AccountType;
  readonly balanceCents: number;
}

/** The books from their first posting up to one, as anyone may check them. */
export interface Journal {
  readonly kind: "journal";
  /** The number of the last posting. */
  readonly upTo: number;
  readonly transactions: readonly JournalRow[];
  readonly seals: readonly Seal[];
  readonly accounts: readonly JournalAccount[];
}

/** The books as they stand, at the end of a business day, or as they stood at an instant. */
export type BooksAt =
  | { readonly kind: "now" }
  | { readonly kind: "day"; readonly day: CivilDate }
  | { readonly kind: "instant"; readonly at: Instant };
