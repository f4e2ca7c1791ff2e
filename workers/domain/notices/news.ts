import type { Instant } from "#domain/kernel/instant.ts";

/** What a carrier tells of a letter that it took, and from which moment it is so. */
export interface LetterNews {
  /** The carrier's name for the letter. */
  readonly carrierId: string;
  /** Our own, where the carrier gives it back: it is known before the carrier's is. */
  readonly letterId: number | null;
  readonly state: "delivered" | "bounced" | "complained";
  readonly at: Instant;
  readonly reason: string | null;
}
