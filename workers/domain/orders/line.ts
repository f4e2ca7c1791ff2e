import type { Cents } from "#domain/kernel/money.ts";
import type { Grams, Milli } from "#domain/kernel/quantity.ts";

/** What a line has come to, as people see it (RULES §5). */
export type LineStatus =
  | "ordered"
  | "withdrawn"
  | "allocated"
  | "cut_by_box"
  | "partly_cut_by_box"
  | "cancelled_minimum"
  | "not_delivered"
  | "short_delivered"
  | "delivered";

export type LineEventKind =
  | "wanted"
  | "withdrawn"
  | "allocated"
  | "unallocated"
  | "short"
  | "weighed"
  | "delivered"
  | "refunded";

/**
 * The whole state of a line after an event. An event carries it all, so that the last event IS
 * the line, and every sheet, fee, mail and posting reads the same one (DESIGN §6 law 1).
 */
export interface LineState {
  readonly status: LineStatus;
  readonly wantedMilli: Milli;
  readonly toleranceMilli: Milli;
  /** Null until the close; never above wanted + tolerance. */
  readonly allocatedMilli: Milli | null;
  /** What a shortage took away from the allocated quantity. */
  readonly lostMilli: Milli;
  /** Allocated − lost; null until the close. */
  readonly deliveredMilli: Milli | null;
  /** Weight of all pieces really delivered; only for variable weight, once weighed. */
  readonly actualGrams: Grams | null;
  /** Price of the wanted quantity, tolerance left out; never changed by cuts (RULES §3). */
  readonly estimatedCents: Cents;
  /** The worst case that a card must hold. */
  readonly holdCents: Cents;
  /** Null until the close; then always what would be paid with what is known. */
  readonly finalCents: Cents | null;
  readonly depositCents: Cents;
  /** What a courier carries, about. */
  readonly loadGrams: Grams;
  /** Given back of what was paid, after a problem was accepted; `finalCents` stays as charged. */
  readonly refundedCents: Cents;
}
