import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { OfferFacts } from "./offer.ts";
import type { SlotFacts } from "./places.tsx";

/** One line of an order and what became of it. */
export interface OrderLineFacts {
  readonly id: string;
  readonly offer: OfferFacts;
  readonly state: LineState;
}

/** A product that the order can still take. */
export interface AddableFacts {
  readonly offerId: string;
  readonly name: string;
  readonly label: string;
  readonly producerName: string;
  /** For a piece, or for a kilogram. */
  readonly priceCents: Cents;
  readonly isByWeight: boolean;
}

/** Where the crate goes. */
export interface DestinationFacts {
  /** The pickup point; null at home. */
  readonly pickup: { readonly name: string; readonly street: string } | null;
  readonly slot: Pick<SlotFacts, "fromMinute" | "toMinute"> | null;
}

/** An order as its buyer sees it. */
export interface OrderFacts {
  readonly id: string;
  readonly code: string;
  readonly now: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  /** Orders are still taken: lines can be set, removed, the whole cancelled. */
  readonly isOpen: boolean;
  /** Only more can be wanted, of what is missing in a box. */
  readonly isCompleting: boolean;
  readonly isCycleCancelled: boolean;
  readonly cancelledAt: Instant | null;
  readonly handedOutAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly destination: DestinationFacts;
  readonly payment: "wallet" | "card" | "at-pickup";
  readonly lines: readonly OrderLineFacts[];
  readonly goodsEstimatedCents: Cents;
  readonly depositsCents: Cents;
  readonly deliveryFeeCents: Cents;
  readonly estimatedCents: Cents;
  readonly holdCents: Cents;
  readonly finalTotalCents: Cents | null;
  readonly capturedCents: Cents | null;
  /** What the card did not pay. */
  readonly dueCents: Cents | null;
  /** Whom to write to; null where the network says no address. */
  readonly contactEmail: string | null;
  /** Letters to whoever ordered come back: they have to be told here. */
  readonly mailFails: boolean;
  /** What can be added; nothing once orders are over. */
  readonly addable: readonly AddableFacts[];
  /** Makes what is added once the same addition, however often the form is sent. */
  readonly addingKey: string;
  /** Just placed by this reader. */
  readonly isNew: boolean;
  /** Why the last change was refused. */
  readonly refusal: string | null;
}
