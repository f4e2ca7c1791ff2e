import type { CycleId, LineId, OfferId, OrderId, ProblemId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Milli } from "#domain/kernel/quantity.ts";

/** Why an order may not be placed or changed. */
export type OrderRefusal =
  | { readonly code: "cycle-not-open"; readonly cycleId: CycleId; readonly opensAt: Instant }
  | { readonly code: "cycle-closed"; readonly cycleId: CycleId; readonly closedAt: Instant }
  | { readonly code: "cycle-not-for-group"; readonly cycleId: CycleId }
  | { readonly code: "offer-unknown"; readonly offerId: string }
  | { readonly code: "offer-withdrawn"; readonly offerId: OfferId }
  | {
      readonly code: "quantity-not-in-steps";
      readonly offerId: OfferId;
      readonly stepMilli: Milli;
      readonly leastMilli: Milli;
    }
  | {
      readonly code: "standing-not-in-steps";
      readonly variantId: string;
      readonly stepMilli: Milli;
      readonly leastMilli: Milli;
    }
  | { readonly code: "short-stock"; readonly offerId: OfferId; readonly leftMilli: Milli }
  | {
      readonly code: "wallet-floor";
      readonly balanceAfterCents: Cents;
      readonly floorCents: Cents;
    }
  | { readonly code: "wallet-missing" }
  | {
      readonly code: "basket-of-another-week";
      readonly deliveryDay: CivilDate;
      readonly products: number;
    }
  | { readonly code: "order-empty" }
  | { readonly code: "order-exists"; readonly orderId: OrderId }
  | { readonly code: "order-cancelled"; readonly orderId: OrderId }
  | { readonly code: "line-unknown"; readonly lineId: string }
  | { readonly code: "place-unknown"; readonly place: string }
  | { readonly code: "slot-full"; readonly place: string }
  | { readonly code: "place-full"; readonly place: string }
  | { readonly code: "address-missing" }
  | { readonly code: "contact-missing" }
  | { readonly code: "payment-declined"; readonly amountCents: Cents }
  | { readonly code: "completion-only-more"; readonly offerId: OfferId }
  | { readonly code: "completion-box-full"; readonly offerId: OfferId; readonly leftMilli: Milli };

/** Why a problem may not be reported, answered or paid back. */
export type ProblemRefusal =
  | { readonly code: "order-not-handed-out"; readonly orderId: OrderId }
  | { readonly code: "problem-too-late"; readonly until: Instant }
  | { readonly code: "problem-too-much"; readonly deliveredMilli: Milli }
  | { readonly code: "problem-reported"; readonly lineId: LineId }
  | { readonly code: "problem-answered"; readonly problemId: ProblemId }
  | { readonly code: "order-not-settled"; readonly orderId: OrderId }
  | { readonly code: "refund-too-high"; readonly mostCents: Cents }
  | { readonly code: "nothing-to-pay-back"; readonly problemId: ProblemId };

/** Why something cannot be done to a cycle, its close or its delivery day. */
export type CycleRefusal =
  | { readonly code: "cycle-state"; readonly state: string; readonly act: string }
  | { readonly code: "cycle-times"; readonly opensAt: Instant; readonly closesAt: Instant }
  | { readonly code: "cycle-code-taken"; readonly cycleCode: string }
  | { readonly code: "cycle-without-offers"; readonly cycleId: CycleId }
  | { readonly code: "stock-taken"; readonly cycleId: CycleId }
  | { readonly code: "shortage-not-whole"; readonly offerId: OfferId }
  | { readonly code: "line-not-weighed"; readonly lineId: LineId }
  | { readonly code: "line-twice"; readonly lineId: LineId }
  | { readonly code: "order-settled"; readonly cycleId: CycleId }
  | { readonly code: "completion-times"; readonly latest: Instant }
  | { readonly code: "nothing-to-complete"; readonly cycleId: CycleId }
  | { readonly code: "order-handed-out"; readonly orderId: OrderId };
