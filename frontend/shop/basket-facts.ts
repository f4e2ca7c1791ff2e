import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type { MinimumFacts } from "./minimum-meter.tsx";
import type { OfferFacts, SellerFacts } from "./offer.ts";
import type { HomeSavingFacts } from "./round-saving.tsx";

/** One thing in the basket. */
export interface BasketLineFacts {
  readonly offer: OfferFacts;
  readonly wanted: Milli;
  readonly tolerance: Milli;
  readonly isWithdrawn: boolean;
}

/** What of one producer is in the basket, and how far all together are from its minimum. */
export interface BasketGroupFacts {
  readonly seller: SellerFacts;
  readonly minimum: MinimumFacts;
  readonly lines: readonly BasketLineFacts[];
}

/** A reader's basket. */
export interface BasketPageFacts {
  /** What a delivery home saves by the shared round; absent before any was counted. */
  readonly saving?: HomeSavingFacts | null;
  readonly groups: readonly BasketGroupFacts[];
  readonly deliveryFeeCents: Cents;
  readonly isOpen: boolean;
  readonly closesAt: Instant | null;
  readonly reopensAt: Instant | null;
  /** Why the last change was refused, in plain words. */
  readonly refusal: string | null;
  /** The form that was refused because it is for another week, to begin anew with; else null. */
  readonly anew?: Readonly<Record<string, string>> | null;
  /** The link that shows this basket to others; null for an empty one. */
  readonly sharedAt?: string | null;
  /** What an address calls the basket's week; null where it is the one shown unasked. */
  readonly week?: string | null;
}
