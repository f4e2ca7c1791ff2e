import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { ProblemKind, ProblemState, RefundWay } from "#domain/orders/problems.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { OfferFacts } from "./offer.ts";
import type { SplitFacts } from "./order-split.tsx";
import type { SlotFacts } from "./places.tsx";
import type { OrderRuleFacts } from "./rules-facts.ts";
import type { ShareFacts } from "./round-saving.tsx";

/** What somebody reported of a line, and what came of it. */
export interface LineProblemFacts {
  readonly problem: ProblemKind;
  readonly quantityMilli: Milli;
  readonly reportedAt: Instant;
  readonly state: ProblemState;
  readonly refundCents: Cents;
  readonly way: RefundWay | null;
  /** When it was handed back, or its card took it. */
  readonly paidBackAt: Instant | null;
  readonly reply: string | null;
}

/** One line of an order and what became of it. */
export interface OrderLineFacts {
  readonly id: string;
  readonly offer: OfferFacts;
  readonly state: LineState;
  readonly problem: LineProblemFacts | null;
}

/** A report as it was typed, and why it was refused. */
export interface RefusedReport {
  readonly lineId: string;
  readonly problem: string;
  readonly quantity: string;
  readonly words: string;
  readonly errors: readonly FieldError[];
}

/** What can happen to an order. */
export type OrderEventKind =
  | "placed"
  | "changed"
  | "closed"
  | "sent"
  | "receiving"
  | "delivered"
  | "handed-out"
  | "settled"
  | "paid"
  | "reported"
  | "answered"
  | "paid-back"
  | "cancelled";

export interface OrderEventFacts {
  readonly kind: OrderEventKind;
  readonly at: Instant;
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
  /** Whose it is; nobody's where a guest ordered. */
  readonly householdId?: string | null;
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
  /** Its part of the rounds that bring it; absent before they were counted. */
  readonly share?: ShareFacts | null;
  readonly capturedCents: Cents | null;
  /** What the card did not pay. */
  readonly dueCents: Cents | null;
  /** What was given back of it since. */
  readonly refundedCents: Cents;
  /** Until when problems can be reported; null while there is nothing to report. */
  readonly reportableUntil: Instant | null;
  /** What happened, in the order in which it did. */
  readonly events: readonly OrderEventFacts[];
  /** Where the sum went; null until it is final. */
  readonly split: SplitFacts | null;
  /** The rules that it was placed under. */
  readonly rules: readonly OrderRuleFacts[];
  /** The report that was just refused. */
  readonly refusedReport: RefusedReport | null;
  /** Whom to write to; null where the network says no address. */
  readonly contactEmail: string | null;
  /** Letters to whoever ordered come back: they have to be told here. */
  readonly mailFails: boolean;
  /** What can be added; nothing once orders are over. */
  readonly addable: readonly AddableFacts[];
  /** What is looked for among it; "" shows all of it. */
  readonly addQuery: string;
  /** Makes what is added once the same addition, however often the form is sent. */
  readonly addingKey: string;
  /** Just placed by this reader. */
  readonly isNew: boolean;
  /** Why the last change was refused. */
  readonly refusal: string | null;
}
