import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type { CycleState } from "#domain/orders/cycle-state.ts";
import type { LineStatus } from "#domain/orders/line.ts";
import type { OfferFacts } from "./offer.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

/** A group, and the cycle in which it orders. */
export interface GroupFacts {
  readonly id: string;
  readonly name: string;
  readonly families: number;
  readonly coordinatorName: string | null;
  readonly pickup: {
    readonly name: string;
    readonly street: string;
    readonly slots: readonly { readonly fromMinute: number; readonly toMinute: number }[];
  };
}

export interface GroupCycleFacts {
  readonly id: string;
  readonly code: string;
  readonly state: CycleState;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  /** The other groups that share it. */
  readonly others: readonly string[];
}

/** What a group wants of an offer. */
export interface GroupOfferFacts {
  readonly offer: OfferFacts;
  readonly oursMilli: Milli;
  readonly minimum: { readonly minimumCents: Cents; readonly orderedCents: Cents };
}

/** A line of a household's order. */
export interface GroupLineFacts {
  readonly offerId: string;
  readonly status: LineStatus;
  readonly wantedMilli: Milli;
  readonly toleranceMilli: Milli;
  /** What came, what was assigned, or what is wanted. */
  readonly nowMilli: Milli;
  readonly actualGrams: number | null;
  readonly cents: Cents;
}

/** A household of the group; its order where it has one. */
export interface GroupHouseholdFacts {
  readonly id: string;
  readonly name: string | null;
  readonly order: {
    readonly id: string;
    readonly code: string;
    readonly payment: "wallet" | "card" | "at-pickup";
    readonly handedOutAt: Instant | null;
    readonly estimatedCents: Cents;
    readonly lines: readonly GroupLineFacts[];
  } | null;
}

/** Everything that the page of a group's order shows. */
export interface GroupPageFacts {
  readonly group: GroupFacts;
  readonly now: Instant;
  readonly cycle: GroupCycleFacts | null;
  readonly cycles: readonly { readonly code: string; readonly deliveryDay: CivilDate }[];
  readonly offers: readonly GroupOfferFacts[];
  /** Names that the network lets the group read. */
  readonly names: readonly string[];
  readonly ordered: number;
  readonly own: readonly GroupHouseholdFacts[];
  readonly isCoordinator: boolean;
  readonly key: string;
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

/** Everything that whoever coordinates works with. */
export interface GroupToolsFacts extends Pick<
  GroupPageFacts,
  "group" | "cycle" | "offers" | "now" | "news" | "errors"
> {
  readonly isSquare: boolean;
  readonly households: readonly (GroupHouseholdFacts & {
    readonly availableCents: Cents | null;
  })[];
  readonly short: readonly { readonly offer: OfferFacts; readonly leftMilli: Milli | null }[];
  readonly shares: readonly {
    readonly offerId: string;
    readonly groupName: string | null;
    readonly wantedMilli: Milli;
  }[];
  readonly reminder: { readonly sentAt: Instant; readonly households: number } | null;
  readonly waiting: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly askedAt: Instant;
    readonly keys: { readonly yes: string; readonly no: string };
  }[];
  readonly mayRemind: boolean;
  readonly mayComplete: boolean;
  readonly keys: { readonly remind: string; readonly complete: string };
}
